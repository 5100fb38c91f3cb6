package org.whorl.ui.window;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.whorl.ui.model.FilterSelection;
import org.whorl.ui.model.settings.DataChoice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Small things that users stumbled on once. */
class SmallThingsTest extends WindowTest {
    @Start
    void start(Stage stage) {
        make(stage, 1, 1, 2);
        window.open();
    }

    private void press(FxRobot robot, KeyCode key) {
        robot.press(KeyCode.CONTROL).type(key).release(KeyCode.CONTROL);
    }

    private Node front() {
        return ((TabPane) window.scene().lookup(".view-tabs"))
                .getSelectionModel()
                .getSelectedItem()
                .getContent();
    }

    private static boolean isWithin(Node node, Node around) {
        return node != null && (node == around || isWithin(node.getParent(), around));
    }

    private static String tooltip(Node node) {
        return node instanceof Control control && control.getTooltip() != null
                ? control.getTooltip().getText()
                : "";
    }

    @Test
    void controlAndADigitMovesTheFocusIntoEveryView(FxRobot robot) throws TimeoutException {
        awaitModelAndImages();
        int views = ((TabPane) window.scene().lookup(".view-tabs")).getTabs().size();
        assertTrue(views >= 8, views + " views");
        for (int view = 0; view < views; view++) {
            press(robot, KeyCode.values()[KeyCode.DIGIT1.ordinal() + view]);
            await(() -> isWithin(window.scene().getFocusOwner(), front()));
        }
    }

    @Test
    void turnAtRandomInDataShowsTurnedImagesAndLeavesTheTrainingSetAsItIs(FxRobot robot) throws TimeoutException {
        awaitModelAndImages();
        press(robot, KeyCode.DIGIT6);
        await(() -> front().lookup("#turned") != null && front().lookup("#train-turned") != null);
        DataChoice before = window.settings().dataProperty().get();
        robot.interact(() -> ((ToggleButton) front().lookup("#turned")).fire());
        assertEquals(before, window.settings().dataProperty().get());
        robot.interact(() -> ((ButtonBase) front().lookup("#train-turned")).fire());
        assertNotEquals(before, window.settings().dataProperty().get(), "this one says that it does");
    }

    @Test
    void startAndPauseAreOfOneWidth(FxRobot robot) throws TimeoutException {
        awaitModelAndImages();
        Button start = (Button) window.scene().lookup("#start");
        double width = start.getWidth();
        assertEquals("Start", start.getText());
        robot.interact(() -> window.runs().start());
        await(() -> start.getText().equals("Pause"));
        robot.interact(() -> start.getParent().layout());
        assertEquals(width, start.getWidth());
        robot.interact(() -> window.runs().stop());
        await(() -> !window.runs().isActive());
        robot.interact(() -> start.getParent().layout());
        assertEquals(width, start.getWidth(), start.getText());
    }

    @Test
    void drawNamesTheMouseBeforeTheKeys(FxRobot robot) throws TimeoutException {
        awaitModelAndImages();
        press(robot, KeyCode.DIGIT3);
        Node draw = window.scene().getRoot().lookupAll(".toggle-button").stream()
                .filter(b -> ((Labeled) b).getText().equals("Draw"))
                .findFirst()
                .orElseThrow();
        assertTrue(tooltip(draw).contains("mouse"), tooltip(draw));
        robot.interact(() -> ((ToggleButton) draw).fire());
        await(() -> front().lookupAll(".label").stream()
                .anyMatch(
                        l -> l.isVisible() && ((Label) l).getText().startsWith("Draw on the picture with the mouse")));
    }

    @Test
    void aClickedMapLeavesTheChartsBelowAsTheyAre(FxRobot robot) throws TimeoutException {
        awaitModelAndImages();
        press(robot, KeyCode.DIGIT3);
        await(() -> !charts().isEmpty() && front().lookup(".layer-row .tile-grid") != null);
        robot.interact(() -> front().getParent().layout());
        Set<Double> before = charts();
        Node maps = front().lookupAll(".layer-row .tile-grid").stream()
                .filter(Node::isVisible)
                .filter(n -> n.getBoundsInLocal().getWidth() > 100)
                .findFirst()
                .orElseThrow();
        Bounds at = maps.localToScreen(maps.getBoundsInLocal());
        robot.clickOn(at.getMinX() + 20, at.getMinY() + 20);
        robot.interact(() -> front().getParent().layout());
        assertEquals(before, charts());
    }

    /** How high the charts of Codes are. */
    private Set<Double> charts() {
        return front().lookupAll(".small-chart").stream()
                .filter(Node::isVisible)
                .map(n -> n.getBoundsInLocal().getHeight())
                .collect(Collectors.toSet());
    }

    @Test
    void wordsOfTheTradeExplainThemselvesUnderThePointer(FxRobot robot) throws TimeoutException {
        awaitModelAndImages();
        press(robot, KeyCode.DIGIT2);
        // Of the first filter there is no saying how it runs.
        robot.interact(() -> window.lab().selectionProperty().set(new FilterSelection(0, 3, 0)));
        for (String word : List.of("coherence", "runs at", "norm")) {
            await(() -> window.scene().getRoot().lookupAll(".label").stream()
                    .filter(l -> l instanceof Label label && word.equals(label.getText()))
                    .anyMatch(l -> !tooltip(l).isEmpty()));
        }
        robot.interact(() -> window.lessons().menu().getItems().stream()
                .filter(item -> item.getText() != null && item.getText().startsWith("A secret angle"))
                .findFirst()
                .orElseThrow()
                .fire());
        await(() -> window.scene().lookup("#lesson-again") != null);
        assertTrue(tooltip(window.scene().lookup("#lesson-again")).contains("as this step has it"));
    }

    @Test
    void aNewSelectionBringsTheInspectorsTopIntoSight(FxRobot robot) throws TimeoutException {
        awaitModelAndImages();
        ScrollPane inspector = (ScrollPane) window.scene().lookup("#inspector-side .scroll-pane");
        robot.interact(() -> {
            inspector.setVvalue(inspector.getVmax());
            FilterSelection now = window.lab().selectionProperty().get();
            window.lab().selectionProperty().set(new FilterSelection(now.layer(), now.base(), now.rotation() + 1));
        });
        assertEquals(inspector.getVmin(), inspector.getVvalue());
    }
}
