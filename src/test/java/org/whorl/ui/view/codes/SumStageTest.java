package org.whorl.ui.view.codes;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.whorl.figure.Computation.Phase;
import org.whorl.figure.Numbers;
import org.whorl.network.Trace;
import org.whorl.ui.Sight;
import org.whorl.ui.model.InsideStep;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.data.DatasetCache;
import org.whorl.ui.model.data.SelectedDataset;
import org.whorl.ui.model.data.SetSource;
import org.whorl.ui.model.data.SetsModel;
import org.whorl.ui.model.input.InputModel;
import org.whorl.ui.model.input.MapElement;
import org.whorl.ui.model.input.Scenes;
import org.whorl.ui.model.settings.Settings;
import org.whorl.ui.theme.Stylesheets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** One computation, moving, as somebody finds it in Codes. */
@ExtendWith(ApplicationExtension.class)
class SumStageTest {
    private final LabState lab = new LabState();
    private InputModel model;
    private CodesView view;

    @Start
    private void start(Stage stage) {
        model = new InputModel(lab, Platform::runLater);
        Settings settings = new Settings(Path.of("unused"));
        SelectedDataset chosen = new SelectedDataset(settings, new DatasetCache(), Platform::runLater);
        view = new CodesView(
                lab, model, chosen, new SetsModel(settings, chosen, SetSource.REAL, Platform::runLater), () -> {});
        stage.setFullScreen(false);
        stage.setMaximized(false);
        stage.setMinWidth(0);
        Scene scene = new Scene(view, 1000, 900);
        Stylesheets.apply(scene, false);
        stage.setScene(scene);
        stage.sizeToScene();
        stage.show();
        lab.show(Scenes.digits(4));
    }

    private static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** The one of these that can be seen. */
    private Node seen(String selector) {
        return view.lookupAll(selector).stream()
                .filter(Sight::isSeen)
                .findFirst()
                .orElseThrow();
    }

    private boolean watches() {
        return view.lookupAll("#film-play").stream().anyMatch(Sight::isSeen);
    }

    private String words() {
        return ((Label) seen(".film-words")).getText();
    }

    private void watchLayerOne(FxRobot robot) throws TimeoutException {
        until(() -> model.codesProperty().get().isPresent()
                && view.lookupAll("#watch-1").stream().anyMatch(Sight::isSeen));
        robot.interact(() -> ((Button) seen("#watch-1")).fire());
        until(this::watches);
    }

    @Test
    void theGreatestValueOfTheOrbitIsWatchedStepByStepUntilItIsWhatInferenceGives(FxRobot robot) throws Exception {
        robot.interact(() -> lab.stillProperty().set(true));
        watchLayerOne(robot);
        MapElement element = model.elementProperty().get().orElseThrow();
        Trace trace = lab.traceProperty().get().orElseThrow();
        float[] code = trace.layers().get(0).code();
        int size = trace.geometry().mapSize();
        int bases = lab.getShown().spec().baseFilters();
        int selected = lab.selectionProperty().get().base();
        double greatest = 0;
        for (int i = 0; i < code.length; i++) {
            greatest = i / size % bases == selected ? Math.max(greatest, Math.abs(code[i])) : greatest;
        }
        int at = element.place().tile() * size
                + element.place().row() * trace.geometry().codeWidth()
                + element.place().column();
        assertEquals(greatest, code[at]);
        for (Phase phase : Phase.values()) {
            Button step = (Button) seen("#film-step");
            robot.interact(step::fire);
        }
        until(() -> words().startsWith("u = " + Numbers.format(code[at]) + " is the value of the map"));
        assertTrue(seen("#film-step").isDisabled());
    }

    @Test
    void inASmallWindowAllOfItIsInSight(FxRobot robot) throws Exception {
        robot.interact(() -> {
            lab.stillProperty().set(true);
            view.getScene().getWindow().setWidth(700);
            view.getScene().getWindow().setHeight(600);
        });
        watchLayerOne(robot);
        Node pane = view.lookup(".layers-pane");
        until(() -> {
            Bounds all = pane.localToScene(pane.getBoundsInLocal());
            Bounds card = seen(".sum-card").localToScene(seen(".sum-card").getBoundsInLocal());
            return card.getMinY() >= all.getMinY() - 1 && card.getMaxY() <= all.getMaxY() + 1;
        });
    }

    @Test
    void whereLessMotionIsAskedForItDoesNotRunByItself(FxRobot robot) throws Exception {
        robot.interact(() -> lab.stillProperty().set(true));
        watchLayerOne(robot);
        WaitForAsyncUtils.waitForFxEvents(20);
        assertTrue(words().startsWith("The patch of the residual that lies under the filter"), words());
        assertTrue(((Button) seen("#film-play")).getText().endsWith("Play"));
    }

    @Test
    void onRequestItRunsByItselfToItsEnd(FxRobot robot) throws Exception {
        watchLayerOne(robot);
        until(() -> words().contains(" is the value of the map at row"));
        until(() -> ((Button) seen("#film-play")).getText().endsWith("Play"));
    }

    @Test
    void itsButtonsStayWhereTheyAreWhileOneClicksThrough(FxRobot robot) throws Exception {
        robot.interact(() -> lab.stillProperty().set(true));
        watchLayerOne(robot);
        List<String> buttons = List.of("#film-play", "#film-back", "#film-step", "#film-close");
        until(() -> words().startsWith("The patch"));
        List<Bounds> before = places(buttons);
        for (Phase phase : Phase.values()) {
            robot.interact(() -> ((Button) seen("#film-step")).fire());
            WaitForAsyncUtils.waitForFxEvents();
            assertEquals(before, places(buttons), "after " + phase);
        }
    }

    @Test
    void insideTheAlgorithmNextAndBackStayWhereTheyAre(FxRobot robot) throws Exception {
        until(() -> model.codesProperty().get().isPresent());
        robot.interact(() -> lab.insideProperty().set(Optional.of(InsideStep.FIRST)));
        until(() -> view.lookup(".inside-pane").isVisible());
        List<Button> buttons = view.lookup(".inside-pane").lookupAll(".button").stream()
                .filter(n -> n instanceof Button b
                        && (b.getText().contains("Back") || b.getText().contains("Next")))
                .map(n -> (Button) n)
                .toList();
        until(() -> buttons.get(0).getWidth() > 0);
        Bounds[] before =
                buttons.stream().map(b -> b.localToScene(b.getBoundsInLocal())).toArray(Bounds[]::new);
        for (int i = 0; i < 12 && lab.insideProperty().get().isPresent(); i++) {
            robot.interact(lab::stepInside);
            WaitForAsyncUtils.waitForFxEvents();
            if (lab.insideProperty().get().isPresent()) {
                Bounds[] now = buttons.stream()
                        .map(b -> b.localToScene(b.getBoundsInLocal()))
                        .toArray(Bounds[]::new);
                assertEquals(
                        Arrays.asList(before),
                        Arrays.asList(now),
                        "at " + lab.insideProperty().get());
            }
        }
    }

    private List<Bounds> places(List<String> selectors) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> selectors.stream()
                .map(this::seen)
                .map(n -> n.localToScene(n.getBoundsInLocal()))
                .toList());
    }
}
