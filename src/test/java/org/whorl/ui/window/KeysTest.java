package org.whorl.ui.window;

import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.whorl.ui.control.TileGrid;
import org.whorl.ui.window.state.WindowState;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What keys do in the whole window. */
class KeysTest extends WindowTest {
    @Start
    void start(Stage stage) {
        make(stage, 1, 1, 2);
        window.open();
    }

    private void press(FxRobot robot, KeyCode key) {
        robot.press(KeyCode.CONTROL).type(key).release(KeyCode.CONTROL);
    }

    @Test
    void controlDBringsTheDialIntoSightAndRingsIt(FxRobot robot) throws TimeoutException {
        awaitModelAndImages();
        ScrollPane side = robot.lookup(".side-left").queryAs(ScrollPane.class);
        Node dial = robot.lookup("#dial").query();
        robot.interact(() -> side.setVvalue(side.getVmax()));
        press(robot, KeyCode.D);
        robot.interact(() -> {
            Bounds seen = side.localToScene(side.getLayoutBounds());
            Bounds where = dial.localToScene(dial.getLayoutBounds());
            assertTrue(seen.getMinY() <= where.getMinY() && where.getMaxY() <= seen.getMaxY(), where + " in " + seen);
            assertSame(dial, window.scene().getFocusOwner());
            assertTrue(dial.getPseudoClassStates().contains(PseudoClass.getPseudoClass("called")));
            window.scene().getRoot().requestFocus();
        });
    }

    @Test
    void controlAndADigitMovesTheFocusIntoThatView(FxRobot robot) throws TimeoutException {
        awaitModelAndImages();
        TabPane tabs = robot.lookup(".view-tabs").queryAs(TabPane.class);
        for (KeyCode key : List.of(KeyCode.DIGIT2, KeyCode.DIGIT4, KeyCode.DIGIT1)) {
            press(robot, key);
            robot.interact(() -> {
                Node content = tabs.getSelectionModel().getSelectedItem().getContent();
                Node owner = window.scene().getFocusOwner();
                boolean within = false;
                for (Node at = owner; at != null; at = at.getParent()) {
                    within |= at == content;
                }
                assertTrue(within, owner + " has the focus after " + key);
            });
        }
    }

    @Test
    void theOpenMenuKeepsItsItemsWhereNothingElseWasFound(FxRobot robot) throws TimeoutException {
        awaitModelAndImages();
        MenuButton open = robot.lookup("#open").queryAs(MenuButton.class);
        await(() -> open.getItems().size() > 2);
        List<MenuItem> before = List.copyOf(open.getItems());
        press(robot, KeyCode.O);
        await(open::isShowing);
        robot.interact(() -> {});
        assertEquals(before, open.getItems(), "the arrow keys go through what is open");
        assertSame(open, window.scene().getFocusOwner());
        robot.interact(open::hide);
    }

    @Test
    void bothSidesFoldByAKeyAndTheWindowRemembersIt(FxRobot robot) throws Exception {
        awaitModelAndImages();
        Node settings = robot.lookup(".side-left").query();
        robot.type(KeyCode.F8).type(KeyCode.F9);
        robot.interact(() -> {
            assertNull(settings.getScene(), "away");
            assertTrue(window.scene().getRoot().lookupAll(".side-right").isEmpty());
        });
        robot.interact(window::close);
        WindowState left = WindowState.read(home.resolve("window.json")).value().orElseThrow();
        assertTrue(left.settings().folded() && left.inspector().folded());
        press(robot, KeyCode.D);
        robot.interact(() -> assertSame(window.scene(), settings.getScene(), "the dial brings its side back"));
        robot.type(KeyCode.F9);
        robot.interact(() ->
                assertFalse(window.scene().getRoot().lookupAll(".side-right").isEmpty()));
    }

    @Test
    void escapeLeavesTheLensThenWhatFillsTheViewThenThePresentation(FxRobot robot) throws TimeoutException {
        awaitModelAndImages();
        press(robot, KeyCode.DIGIT2);
        await(() -> picture() != null);
        robot.interact(() -> picture().requestFocus());
        robot.type(KeyCode.F11).type(KeyCode.F).type(KeyCode.Z);
        ToggleButton lens = robot.lookup("#lens").queryAs(ToggleButton.class);
        assertTrue(lens.isSelected());
        assertTrue(closeUp(robot).filling().isPresent());
        robot.type(KeyCode.ESCAPE);
        assertFalse(lens.isSelected());
        assertTrue(closeUp(robot).filling().isPresent());
        robot.type(KeyCode.ESCAPE);
        assertTrue(closeUp(robot).filling().isEmpty());
        assertTrue(robot.lookup(".side-right").tryQuery().isEmpty(), "still presenting");
        robot.type(KeyCode.ESCAPE);
        assertTrue(robot.lookup(".side-right").tryQuery().isPresent());
    }

    private TileGrid picture() {
        return (TileGrid) ((TabPane) window.scene().lookup(".view-tabs"))
                .getSelectionModel().getSelectedItem().getContent().lookupAll(".tile-grid").stream()
                        .filter(n -> ((TileGrid) n).content() != null)
                        .findFirst()
                        .orElse(null);
    }

    private CloseUp closeUp(FxRobot robot) {
        return (CloseUp) robot.lookup(".view-tabs")
                .queryAs(TabPane.class)
                .getSelectionModel()
                .getSelectedItem()
                .getContent();
    }

    @Test
    void theQuestionMarkExplainsWordsAndKeys(FxRobot robot) throws TimeoutException {
        awaitModelAndImages();
        Node help = robot.lookup(".scrim").query();
        assertFalse(help.isVisible());
        robot.clickOn("#help");
        assertTrue(help.isVisible());
        List<String> texts = robot.from(help).lookup(".label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
        assertTrue(texts.contains("coherence") && texts.contains("F5"), texts.toString());
        robot.type(KeyCode.ESCAPE);
    }
}
