package org.whorl.ui.codes;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.whorl.ui.lab.Lab;
import org.whorl.ui.picture.TileGrid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@ExtendWith(ApplicationExtension.class)
class CodesViewTest {
    private final Lab lab = new Lab();
    private CodesView view;

    @Start
    private void start(Stage stage) {
        view = new CodesView(lab, new CodesModel(lab, Platform::runLater));
        stage.setScene(new Scene(view, 1000, 900));
        stage.show();
        lab.show(Scenes.digits(4));
    }

    private static void until(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition::getAsBoolean);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private List<LayerRow> rows() {
        return view.lookupAll(".layer-row").stream()
                .map(n -> (LayerRow) n)
                .filter(LayerRow::isVisible)
                .toList();
    }

    private void shown() throws TimeoutException {
        until(() -> rows().size() == 4 && rows().get(3).maps() != null);
    }

    private List<String> texts() {
        return view.lookupAll(".label").stream()
                .filter(n -> n instanceof Label)
                .map(n -> ((Label) n).getText())
                .toList();
    }

    @Test
    void everyLayerShowsAllItsMaps() throws TimeoutException {
        shown();
        for (LayerRow row : rows()) {
            assertEquals(60, row.maps().tiles().count());
            assertEquals(23, row.maps().tiles().width());
        }
        double active = lab.traceProperty().get().orElseThrow().layers().get(0).activeFraction();
        String percent = Math.round(100 * active) + " % active";
        assertTrue(texts().stream().anyMatch(t -> t.startsWith(percent)), percent);
    }

    @Test
    void anotherNetworkIsTracedAfreshAndNothingOldIsSaidMeanwhile(FxRobot robot) throws TimeoutException {
        shown();
        robot.interact(() -> {
            view.setVisible(false);
            lab.show(Scenes.digits(6));
        });
        assertTrue(lab.traceProperty().get().isEmpty());
        robot.interact(() -> view.setVisible(true));
        until(() -> lab.traceProperty().get().isPresent());
    }

    @Test
    void steppingInsideRevealsLayerByLayer(FxRobot robot) throws TimeoutException {
        shown();
        robot.interact(lab::stepInside);
        until(() -> rows().size() == 1);
        robot.interact(lab::stepInside);
        until(() -> rows().size() == 2);
    }

    @Test
    void turningTheSliderChangesTheCodes(FxRobot robot) throws TimeoutException {
        shown();
        var before = lab.traceProperty().get().orElseThrow();
        robot.interact(() -> ((Slider) view.lookup(".slider")).setValue(45));
        until(() -> lab.traceProperty().get().orElseThrow() != before);
        until(() -> texts().contains("45°"));
    }

    @Test
    void anElementsSumIsShownWithItsNumbers(FxRobot robot) throws TimeoutException {
        shown();
        TileGrid maps = rows().get(1).lookupAll(".tile-grid").stream()
                .map(n -> (TileGrid) n)
                .filter(g -> g.content().tiles().count() == 60)
                .findFirst()
                .orElseThrow();
        robot.interact(maps::requestFocus);
        robot.type(KeyCode.RIGHT, KeyCode.ENTER);
        until(() -> texts().stream().anyMatch(t -> t.startsWith("v + α·a = ")));
        assertTrue(texts().contains("Layer 2, base 2 · 0°, row 1, column 1"), texts().toString());
        assertEquals(1, lab.selectionProperty().get().base());
        assertEquals(
                "layer 2 · map of base 2 · 0°",
                lab.inspectionProperty().get().orElseThrow().title());
    }

    @Test
    void aDigitCanBeDrawn(FxRobot robot) throws TimeoutException {
        shown();
        robot.clickOn("Draw one");
        until(() -> texts().contains("drawing"));
        TileGrid picture = (TileGrid) view.lookup(".input-card").lookup(".tile-grid");
        var bounds = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> picture.localToScreen(picture.getBoundsInLocal()));
        robot.moveTo(bounds.getCenterX(), bounds.getMinY() + 40);
        robot.press(javafx.scene.input.MouseButton.PRIMARY);
        robot.moveTo(bounds.getCenterX(), bounds.getMinY() + 150);
        robot.release(javafx.scene.input.MouseButton.PRIMARY);
        until(() -> picture.content().tiles().peak() == 1);
        assertEquals(1, picture.content().tiles().value(0, 0, 14, 14), 0.2);
        assertEquals(0, picture.content().tiles().value(0, 0, 14, 3));
    }
}
