package org.whorl.ui.window;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.whorl.group.CyclicGroup;
import org.whorl.ui.control.TileContent;
import org.whorl.ui.control.TileGrid;
import org.whorl.ui.control.dial.AngleDial;
import org.whorl.ui.export.Exporter;
import org.whorl.ui.model.FilterSelection;
import org.whorl.ui.model.InsideStep;
import org.whorl.ui.theme.ThemeChoice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The whole window, as a person uses it, with the real trainer on the digits that come with Whorl. */
class LabWindowTest extends WindowTest {
    @Start
    void start(Stage stage) {
        make(stage, 2, 2, 500);
        window.open();
    }

    private int curvePoints() {
        return window.runs().shown().curves().map(c -> c.trainLoss().size()).orElse(0);
    }

    private int step() {
        return window.runs().snapshotProperty().get().map(s -> s.step()).orElse(0);
    }

    private void fire(FxRobot robot, String id) {
        // Looked for on the FX thread: elsewhere the window may change meanwhile.
        robot.interact(() -> ((Button) window.scene().lookup("#" + id)).fire());
    }

    @Test
    void itOpensAliveAndNoViewIsEmpty() throws TimeoutException {
        await(() -> window.lab().getShown() != null);
        await(() -> window.lab().getShown().data().isPresent());
    }

    @Test
    void oneClickOnStartMovesTheLossCurve(FxRobot robot) throws TimeoutException {
        robot.clickOn("#start");
        await(() -> curvePoints() >= 2);
        assertEquals("Pause", robot.lookup("#start").queryButton().getText());
        robot.clickOn("#start");
        await(() -> !window.runs().isActive());
    }

    @Test
    void theDialTurnedFrom90To60MakesTheNextRunC6(FxRobot robot) throws TimeoutException {
        AngleDial dial = robot.lookup("#dial").queryAs(AngleDial.class);
        robot.interact(() -> {
            dial.degreesProperty().set(90);
            window.runs().step();
        });
        await(() -> step() == 1);
        assertEquals(new CyclicGroup(4), window.lab().getShown().spec().group());
        robot.interact(dial::requestFocus);
        robot.type(KeyCode.LEFT, 2);
        assertEquals(60, dial.getDegrees());
        assertTrue(window.runs().changed().isPending());
        assertTrue(offers("revert"));
        fire(robot, "start");
        await(() -> window.lab().getShown().spec().group().order() == 6);
        assertFalse(window.runs().changed().isPending());
    }

    @Test
    void turningTheDialTriesItOnTheNetworkThatIsShown(FxRobot robot) throws TimeoutException {
        AngleDial dial = robot.lookup("#dial").queryAs(AngleDial.class);
        robot.interact(() -> {
            dial.degreesProperty().set(90);
            window.runs().step();
        });
        await(() -> step() == 1);
        assertEquals(Optional.empty(), window.lab().triedProperty().get(), "it is the network’s own");
        robot.interact(dial::requestFocus);
        robot.type(KeyCode.LEFT, 2);
        assertEquals(
                Optional.of(new CyclicGroup(6)), window.lab().triedProperty().get());
        robot.interact(() -> window.runs().changed().revert());
        assertEquals(90, dial.getDegrees());
        assertEquals(Optional.empty(), window.lab().triedProperty().get());
    }

    private TabPane tabs() {
        return (TabPane) window.scene().lookup(".view-tabs");
    }

    private List<TileContent> pictures(int tab) {
        return tabs().getTabs().get(tab).getContent().lookupAll(".tile-grid").stream()
                .map(grid -> ((TileGrid) grid).content())
                .filter(content -> content != null)
                .toList();
    }

    private Button trainThis(int tab) {
        return (Button) tabs().getTabs().get(tab).getContent().lookup("#trial-train");
    }

    private boolean isOffered(int tab) {
        return tabs().getTabs().get(tab).getContent().lookup(".trial-notice").isVisible();
    }

    @Test
    void theDialIsPreviewedInTrainingAndFiltersAndCanBeTrainedFromThere(FxRobot robot) throws TimeoutException {
        AngleDial dial = robot.lookup("#dial").queryAs(AngleDial.class);
        robot.interact(() -> {
            dial.degreesProperty().set(360);
            window.runs().step();
        });
        await(() -> step() == 1);
        robot.interact(() -> dial.degreesProperty().set(60));
        await(() -> isOffered(0));
        // Before anything is learned, twelve filters have become two orbits of six.
        await(() -> pictures(0).stream().anyMatch(c -> c.tiles().count() == 12 && c.columns() % 6 == 0));
        robot.interact(() -> tabs().getSelectionModel().select(1));
        await(() -> pictures(1).stream().anyMatch(c -> c.columns() == 6 && c.rows() == 2));
        assertTrue(isOffered(1));
        assertEquals(1, window.lab().getShown().spec().group().order(), "the network itself is as it was");
        robot.interact(trainThis(1)::fire);
        await(() -> window.lab().getShown().spec().group().order() == 6);
        assertEquals(Optional.empty(), window.lab().triedProperty().get());
        await(() -> !isOffered(1));
    }

    @Test
    void resetCanBeUndone(FxRobot robot) throws TimeoutException {
        fire(robot, "step");
        await(() -> step() == 1);
        fire(robot, "step");
        await(() -> step() == 2);
        float[] learned = window.lab().getShown().parameters().values().clone();
        fire(robot, "reset");
        await(() -> step() == 0
                && window.runs().shown().curves().orElseThrow().trainLoss().size() == 0);
        assertTrue(offers("undo"));
        take(robot, "undo");
        await(() -> step() == 2);
        assertEquals(2, curvePoints());
        assertArrayEquals(learned, window.lab().getShown().parameters().values());
        assertFalse(offers("undo"));
    }

    @Test
    void theToolbarGreysTheProgressOfARunThatHasGivenWay(FxRobot robot) throws TimeoutException {
        awaitModelAndImages();
        fire(robot, "step");
        await(() -> step() == 1);
        await(() -> toolbarLabel("epoch 1 of 500").filter(n -> !n.isDisabled()).isPresent());
        robot.interact(() -> window.runs().giveWay());
        await(() -> toolbarLabel("epoch 1 of 500").filter(Node::isDisabled).isPresent());
        fire(robot, "step");
        await(() -> step() == 2);
        await(() -> toolbarLabel("epoch 1 of 500").filter(n -> !n.isDisabled()).isPresent());
    }

    private Optional<Node> toolbarLabel(String text) {
        return window.scene().getRoot().lookupAll(".whorl-toolbar > .label").stream()
                .filter(n -> text.equals(((Label) n).getText()))
                .findFirst();
    }

    @Test
    void themesChangeGroundAndPictures(FxRobot robot) throws TimeoutException {
        robot.interact(() -> window.themeProperty().set(ThemeChoice.DARK));
        await(() -> window.lab().darkProperty().get());
        Node frame = robot.lookup(".window-frame").query();
        robot.interact(() -> frame.applyCss());
        assertEquals("0x12161cff", ground(frame));
        robot.interact(() -> window.themeProperty().set(ThemeChoice.LIGHT));
        await(() -> !window.lab().darkProperty().get());
        robot.interact(() -> frame.applyCss());
        assertEquals("0xf6f7f9ff", ground(frame));
    }

    private static String ground(Node frame) {
        return ((javafx.scene.layout.Region) frame)
                .getBackground()
                .getFills()
                .get(0)
                .getFill()
                .toString();
    }

    @Test
    void everythingHasAKeyAndF1ListsThem(FxRobot robot) throws TimeoutException {
        robot.interact(() -> window.scene().getRoot().requestFocus());
        robot.type(KeyCode.F6);
        await(() -> step() == 1);
        robot.type(KeyCode.F1);
        await(() -> robot.lookup(".keyboard-help").tryQuery().isPresent());
        robot.type(KeyCode.F1);
    }

    @Test
    void theListOfKeysHasTheKeyboardToItselfUntilEscape(FxRobot robot) {
        robot.interact(() -> window.scene().lookup("#step").requestFocus());
        robot.type(KeyCode.F1);
        Node list = robot.lookup(".keyboard-help").query();
        Node sheet = list.getParent();
        for (int i = 0; i < 3; i++) {
            robot.type(KeyCode.TAB);
            assertTrue(sheet.isVisible());
            Node owner = window.scene().getFocusOwner();
            assertTrue(owner == list || ((Parent) list).lookupAll(".button").contains(owner), owner.toString());
        }
        robot.type(KeyCode.ESCAPE);
        assertFalse(sheet.isVisible());
        assertEquals("step", window.scene().getFocusOwner().getId(), "where it was before");
    }

    @Test
    void stepInsideGoesFromComputationToComputationAndBack(FxRobot robot) throws TimeoutException {
        fire(robot, "step");
        await(() -> step() == 1);
        robot.type(KeyCode.F7);
        assertEquals(
                Optional.of(InsideStep.FIRST), window.lab().insideProperty().get());
        robot.type(KeyCode.F7);
        assertEquals(
                Optional.of(new InsideStep(0, InsideStep.Stage.CORRELATION)),
                window.lab().insideProperty().get());
        robot.press(KeyCode.SHIFT).type(KeyCode.F7).release(KeyCode.SHIFT);
        assertEquals(
                Optional.of(InsideStep.FIRST), window.lab().insideProperty().get());
    }

    @Test
    void anOrbitIsLitUpInEveryViewAndTheInspectorHasItsCodes(FxRobot robot) throws TimeoutException {
        fire(robot, "step");
        await(() -> step() == 1);
        robot.interact(() -> window.lab().selectionProperty().set(new FilterSelection(1, 1, 0)));
        for (int view = 0; view < 3; view++) {
            int tab = view;
            robot.interact(() -> ((TabPane) window.scene().lookup(".view-tabs"))
                    .getSelectionModel()
                    .select(tab));
            await(() -> !((TabPane) window.scene().lookup(".view-tabs"))
                    .getSelectionModel()
                    .getSelectedItem()
                    .getContent()
                    .lookupAll(".tile-highlight")
                    .isEmpty());
        }
        await(() -> window.scene().getRoot().lookupAll(".side-right .label").stream()
                .anyMatch(n -> ((Label) n).getText().endsWith(" active over the orbit")));
    }

    @Test
    void theFrameMonitorCountsPulses(FxRobot robot) throws TimeoutException {
        robot.type(KeyCode.F12);
        await(() -> window.frames().frames() > 3);
        assertTrue(window.frames().longestMillis() > 0);
        robot.type(KeyCode.F12);
    }

    @Test
    void theWindowClosesWhenWhatIsBeingWrittenIsWritten(FxRobot robot) throws TimeoutException {
        Stage stage = (Stage) window.scene().getWindow();
        Semaphore disk = new Semaphore(0);
        robot.interact(() -> {
            Exporter.of(window.scene()).writing().write(Path.of("film.gif"), disk::acquireUninterruptibly);
            Event.fireEvent(stage, new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
            assertTrue(stage.isShowing());
            assertTrue(robot.lookup(".status-bar")
                    .queryAs(StatusLine.class)
                    .getText()
                    .startsWith("writing film.gif;"));
        });
        disk.release();
        await(() -> !stage.isShowing());
    }
}
