package org.whorl.ui.view.codes;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;
import org.whorl.ui.control.TileGrid;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.data.DatasetCache;
import org.whorl.ui.model.data.SelectedDataset;
import org.whorl.ui.model.data.SetSource;
import org.whorl.ui.model.data.SetsModel;
import org.whorl.ui.model.input.InputModel;
import org.whorl.ui.model.input.Scenes;
import org.whorl.ui.model.settings.Settings;
import org.whorl.ui.view.ViewOnStage;

/** The view of codes on a stage of its own, with a small network of digits. */
@ExtendWith(ApplicationExtension.class)
abstract class CodesInView extends ViewOnStage {
    final LabState lab = new LabState();
    InputModel model;
    CodesView view;

    /** TestFX finds what starts a test in its own class only. */
    void open(Stage stage) {
        model = new InputModel(lab, Platform::runLater);
        Settings settings = new Settings(Path.of("unused"));
        SelectedDataset chosen = new SelectedDataset(settings, new DatasetCache(), Platform::runLater);
        view = new CodesView(
                lab, model, chosen, new SetsModel(settings, chosen, SetSource.REAL, Platform::runLater), () -> {});
        // All window tests share one stage, and others leave it in other sizes.
        stage.setFullScreen(false);
        stage.setMaximized(false);
        stage.setMinWidth(0);
        stage.setScene(new Scene(view, 1000, 900));
        stage.sizeToScene();
        stage.show();
        lab.show(Scenes.digits(4));
    }

    /** A key on a picture that has the focus: without a screen the window itself need not have it yet. */
    static void press(FxRobot robot, Node node, KeyCode key) {
        robot.interact(() -> {
            node.requestFocus();
            Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
        });
    }

    /** Presses a button where it is: under load the layout may still move when a mouse would arrive. */
    void fire(FxRobot robot, String text) throws TimeoutException {
        until(() -> button(text).isPresent());
        robot.interact(() -> button(text).orElseThrow().fire());
    }

    Optional<ButtonBase> button(String text) {
        return view.lookupAll("*").stream()
                .filter(n -> n instanceof ButtonBase b && text.equals(b.getText()))
                .map(n -> (ButtonBase) n)
                .findFirst();
    }

    List<LayerRow> rows() {
        return onFx(() -> view.lookup(".layers-pane").isVisible()
                ? view.lookupAll(".layer-row").stream().map(n -> (LayerRow) n).toList()
                : List.of());
    }

    TileGrid maps(int layer) {
        return onFx(() -> rows().get(layer).lookupAll(".tile-grid").stream()
                .map(n -> (TileGrid) n)
                .filter(g -> g.content().tiles().count() == 60)
                .findFirst()
                .orElseThrow());
    }

    void shown() throws TimeoutException {
        until(() -> rows().size() == 4);
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> ((ButtonBase) view.lookup("#all-layers")).fire());
        until(() -> rows().get(3).maps() != null);
    }

    List<String> texts() {
        return onFx(() -> view.lookupAll(".label").stream()
                .filter(n -> n instanceof Label)
                .map(n -> ((Label) n).getText())
                .toList());
    }
}
