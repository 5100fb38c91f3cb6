package org.whorl.ui.view.filters;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;

import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import org.whorl.ui.control.TileGrid;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.input.Scenes;
import org.whorl.ui.view.ViewOnStage;
import org.whorl.ui.view.inspector.InspectorPane;

/** The view of filters on a stage of its own, beside the inspector. */
abstract class FiltersOnStage extends ViewOnStage {
    final LabState lab = new LabState();

    HistoryModel history;

    Optional<Path> opened = Optional.empty();

    FiltersView view;

    int begun;

    InspectorPane inspector;

    void open(Stage stage) {
        history = new HistoryModel(lab, () -> opened, Platform::runLater);
        view = new FiltersView(lab, history, run -> {}, () -> begun++);
        view.setPrefWidth(800);
        inspector = new InspectorPane(lab);
        inspector.setPrefWidth(260);
        stage.setScene(new Scene(new HBox(view, inspector), 1080, 760));
        stage.show();
        lab.show(Scenes.digits(6));
    }

    TileGrid grid() {
        return onFx(() -> (TileGrid) view.lookupAll(".tile-grid").iterator().next());
    }

    void shown() throws TimeoutException {
        until(() -> grid().content() != null && grid().getWidth() > 300);
    }

    /** Clicks the middle of the picture of a base filter and a rotation. */
    void click(FxRobot robot, int base, int rotation) {
        robot.moveTo(centre(base, rotation)).clickOn();
    }

    Point2D centre(int base, int rotation) {
        // Rows and columns from the labels' centres, which stand beside their pictures.
        Label row = label("base " + (base + 1));
        Label column = label(rotation * 60 + "°");
        double x = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> column.localToScreen(column.getBoundsInLocal()))
                .getCenterX();
        double y = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> row.localToScreen(row.getBoundsInLocal()))
                .getCenterY();
        return new Point2D(x, y);
    }

    Label label(String text) {
        return onFx(() -> grid().lookupAll(".label").stream()
                .map(n -> (Label) n)
                .filter(l -> l.getText().equals(text))
                .findFirst()
                .orElseThrow());
    }

    List<String> texts() {
        return onFx(() -> view.lookupAll(".label").stream()
                .map(n -> ((Label) n).getText())
                .toList());
    }

    /** Chooses something in the box that offers it. */
    @SuppressWarnings("unchecked")
    void choose(Object wanted) {
        ((ComboBox<Object>) view.lookupAll(".combo-box").stream()
                        .filter(n -> ((ComboBox<?>) n).getItems().contains(wanted))
                        .findFirst()
                        .orElseThrow())
                .setValue(wanted);
    }

    @SuppressWarnings("unchecked")
    static ComboBox<FilterQuantity> picturing(ComboBox<?> box) {
        return (ComboBox<FilterQuantity>) box;
    }
}
