package org.whorl.ui.window;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.whorl.network.WeightTying;
import org.whorl.training.TrainingSettings;
import org.whorl.training.TrainingState;
import org.whorl.ui.model.settings.DataChoice;
import org.whorl.ui.model.settings.RunSettings;
import org.whorl.ui.window.state.WindowState;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The window as a user finds it who has never opened it. */
class FirstMinuteTest extends FreshWindow {
    @Start
    private void start(Stage stage) {
        open(stage, "1");
    }

    private Node card() {
        return window.scene().getRoot().lookup("#experiments");
    }

    @Test
    void itShowsAnAutoencodersEdgesAndStartLetsThemForm(FxRobot robot) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> window.lab().getShown() != null);
        assertEquals("leaves-c8-reconstruct", window.lab().getShown().title());
        assertEquals("leaves", window.settings().dataProperty().get().name());
        assertNotNull(card());
        robot.interact(() -> window.runs().start());
        WaitForAsyncUtils.waitFor(
                120,
                TimeUnit.SECONDS,
                () -> window.lab().getShown().spec().tying() == WeightTying.TIED
                        && window.runs()
                                .snapshotProperty()
                                .get()
                                .map(s -> s.step() > 2)
                                .orElse(false));
        robot.interact(() -> {});
        assertNull(card(), "what was offered has been taken");
    }

    @Test
    void twoNetworksAndADigitThatSpinsAreOneOfTheOffersAndTrainNothing(FxRobot robot) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> card() != null);
        // As on a first day: nobody has set anything by hand.
        robot.interact(
                () -> window.settings().set(window.settings().planProperty().get()));
        take(robot, "One digit, two networks");
        assertFalse(window.runs().presentProperty().get());
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> window.scene().getRoot().lookup("#spin-play") != null);
        assertTrue(window.scene().getRoot().lookup(".spin-view").isVisible());
        ToggleButton page = (ToggleButton) window.scene().getRoot().lookup("#side-by-side");
        assertTrue(page.isSelected());
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> window.lab().getShown().title().equals("digits-c6"));
        // And the left side speaks of what is shown.
        WaitForAsyncUtils.waitFor(
                60,
                TimeUnit.SECONDS,
                () -> window.settings().dataProperty().get().name().equals("digits"));
    }

    @Test
    void anotherExperimentBeginsAtOnce(FxRobot robot) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> card() != null);
        take(robot, "A network that does not mind turning");
        assertTrue(window.runs().presentProperty().get());
        assertEquals("digits", window.runs().plan().orElseThrow().data().name());
        assertNull(card());
    }

    @Test
    void anExperimentBeginsWithAnUprightImage(FxRobot robot) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> card() != null);
        robot.interact(() -> window.models().codes().degreesProperty().set(45));
        take(robot, "A network that does not mind turning");
        assertEquals(0, window.models().codes().degreesProperty().get());
    }

    private String words() {
        return ((Label) window.scene().getRoot().lookup("#experiments-words")).getText();
    }

    private void fire(FxRobot robot, String id) {
        robot.interact(((Button) window.scene().getRoot().lookup(id))::fire);
    }

    @Test
    void theOthersAreALineAwayWhileOneTrains(FxRobot robot) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> card() != null);
        robot.interact(
                () -> window.settings().training().text(TrainingSettings.EPOCHS).set("500"));
        robot.interact(() -> window.runs().start());
        assertNull(card());
        // The run's own network folds the card once more when it comes.
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> window.runs()
                .snapshotProperty()
                .get()
                .filter(s -> s.step() > 2)
                .isPresent());
        robot.interact(() -> {});
        fire(robot, "#experiments-show");
        assertNotNull(card());
        fire(robot, "#experiments-dismiss");
        assertNull(card());
        assertNull(window.scene().getRoot().lookup("#experiments-line"));
    }

    @Test
    void whoOnlyLookedFindsThemNextTime(FxRobot robot) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> card() != null);
        robot.interact(window::close);
        assertTrue(WindowState.read(home.resolve("window.json"))
                .value()
                .orElseThrow()
                .begins());
    }

    @Test
    void whoTrainedANetworkToItsEndIsOfferedThemNoMore(FxRobot robot) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> card() != null);
        robot.interact(() -> window.runs().start());
        WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, () -> window.runs()
                .snapshotProperty()
                .get()
                .filter(s -> s.state() == TrainingState.FINISHED)
                .isPresent());
        robot.interact(() -> {});
        assertNotNull(window.scene().getRoot().lookup("#experiments-line"), "nothing jumps up in front of the user");
        robot.interact(() -> tabs().getSelectionModel().select(1));
        assertNull(window.scene().getRoot().lookup("#experiments-line"));
        robot.interact(window::close);
        assertFalse(WindowState.read(home.resolve("window.json"))
                .value()
                .orElseThrow()
                .begins());
    }

    @Test
    void whoDismissedThemFindsThemInTheListOfWordsAndKeys(FxRobot robot) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> card() != null);
        fire(robot, "#experiments-dismiss");
        assertNull(card());
        robot.type(KeyCode.F1);
        fire(robot, "#help-begin");
        assertNotNull(card());
        robot.interact(
                () -> window.settings().training().text(TrainingSettings.EPOCHS).set("500"));
        robot.interact(() -> window.runs().start());
        assertNull(card(), "brought back it gives way to a run all the same");
        robot.interact(window::close);
        assertFalse(
                WindowState.read(home.resolve("window.json"))
                        .value()
                        .orElseThrow()
                        .begins(),
                "and it stays dismissed");
    }

    @Test
    void theFirstSentencePromisesLeavesOnlyWhereStartMakesThem(FxRobot robot) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> card() != null && words().contains("leaves"));
        robot.interact(() -> window.settings().dataProperty().set(new DataChoice("digits", Optional.empty())));
        assertFalse(words().contains("leaves"), words());
    }

    @Test
    void theSixthOfferIsTheFirstLesson(FxRobot robot) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> card() != null);
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> words().contains("leaves"));
        take(robot, "Or step by step");
        assertTrue(window.lessons().model().step().isPresent());
        // It shows another network, which wants the room, and of which the first sentence must not speak.
        robot.interact(() -> tabs().getSelectionModel().select(0));
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> card() == null);
        fire(robot, "#experiments-show");
        assertFalse(words().contains("leaves"), words());
    }

    @Test
    void noTwoItemsOfTheMenuOfLessonsHaveOneName(FxRobot robot) throws Exception {
        MenuButton lessons = (MenuButton) window.scene().getRoot().lookup("#lessons");
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> lessons.getItems().size() > 10);
        List<String> names = lessons.getItems().stream()
                .map(MenuItem::getText)
                .filter(Objects::nonNull)
                .toList();
        assertEquals(List.copyOf(new LinkedHashSet<>(names)), names);
    }

    private void take(FxRobot robot, String experiment) {
        robot.interact(() -> window.scene().getRoot().lookupAll("#experiments .button").stream()
                .map(node -> (Button) node)
                .filter(button -> experiment.equals(button.getAccessibleText()))
                .findFirst()
                .orElseThrow()
                .fire());
    }

    private TabPane tabs() {
        return (TabPane) window.scene().getRoot().lookup(".view-tabs");
    }

    @Test
    void anExperimentIsTakenBackWithItsSettingsAndItsNetwork(FxRobot robot) throws Exception {
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> card() != null && window.lab().getShown() != null);
        String shown = window.lab().getShown().title();
        RunSettings before = WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> window.settings().planProperty().get());
        take(robot, "A network that does not mind turning");
        assertEquals("digits", window.settings().dataProperty().get().name());
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> window.runs()
                .snapshotProperty()
                .get()
                .filter(s -> s.step() > 2)
                .isPresent());
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> window.lab().getShown().title().equals(shown));
        assertEquals(before, WaitForAsyncUtils.waitForAsyncFx(10_000, () -> window.settings()
                .planProperty()
                .get()));
        assertFalse(window.runs().isActive());
    }
}
