package org.whorl.ui.view.symmetry.spin;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.whorl.figure.FigureOptions;
import org.whorl.ui.control.PolarPlot;
import org.whorl.ui.export.ExportMenu;
import org.whorl.ui.model.LabState;
import org.whorl.ui.theme.Stylesheets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@ExtendWith(ApplicationExtension.class)
class SpinViewTest {
    private final LabState lab = new LabState();
    private SpinView view;

    @TempDir
    Path folder;

    @Start
    private void start(Stage stage) {
        view = new SpinView(lab);
        view.setVisible(false);
        Scene scene = new Scene(view, 900, 700);
        Stylesheets.apply(scene, false);
        stage.setScene(scene);
        stage.show();
    }

    private static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Answers answers(int side) {
        return view.model().sides().get(side).answers();
    }

    @Test
    void onceItIsSeenTheDigitSpinsByItselfAndTheCurvesGrow(FxRobot robot) throws TimeoutException {
        assertTrue(view.model().digitProperty().get().isEmpty(), "nothing is read before");
        robot.interact(() -> view.setVisible(true));
        until(() -> answers(0).count() > 20 && answers(1).count() > 20);
        until(() -> view.lookupAll(".polar-plot").stream()
                .map(n -> (PolarPlot) n)
                .allMatch(p -> p.figure().series().get(0).x().length > 10));
    }

    @Test
    void heldTheDigitStandsUprightFromTheFirstUntilItIsToSpin(FxRobot robot) throws TimeoutException {
        robot.interact(() -> {
            view.hold(true);
            view.setVisible(true);
        });
        until(() -> answers(0).count() > 0 && answers(1).count() > 0);
        WaitForAsyncUtils.waitForFxEvents(20);
        assertEquals(0, view.model().degreesProperty().get());
        assertEquals(1, answers(0).count(), "nothing but upright is asked");
        robot.interact(() -> view.hold(false));
        until(() -> answers(0).count() > 3);
        robot.interact(() -> view.hold(true));
        assertEquals(0, view.model().degreesProperty().get());
    }

    @Test
    void theNetworkThatIsShownIsTheFirstToBeChosen(FxRobot robot) throws TimeoutException {
        robot.interact(() -> view.setVisible(true));
        until(() -> !view.model().networksProperty().get().isEmpty());
        assertEquals(SpinSource.SHOWN, view.model().networksProperty().get().get(0));
    }

    @Test
    void aLessonsDigitComesWithTheNetworksOfTheBeginning(FxRobot robot) throws TimeoutException {
        robot.interact(() -> view.setVisible(true));
        until(() -> answers(0).count() > 0);
        SpinSide right = view.model().sides().get(1);
        String usual = right.name();
        robot.interact(() -> right.networkProperty().set("digits-c6"));
        robot.interact(() -> view.setDigit(4));
        assertEquals(usual, right.name());
        until(() -> view.model()
                        .digitProperty()
                        .get()
                        .filter(d -> d.label().getAsInt() == 4)
                        .isPresent()
                && answers(1).count() > 0);
    }

    /** The room that a lesson leaves at 1280×720. */
    @Test
    void beneathALessonInASmallWindowNothingHasToBeScrolledFor(FxRobot robot) throws TimeoutException {
        robot.interact(() -> {
            Stage stage = (Stage) view.getScene().getWindow();
            stage.setMinHeight(0);
            stage.setMinWidth(0);
            stage.setWidth(690);
            stage.setHeight(430);
            view.setVisible(true);
        });
        until(() -> answers(0).count() > 3);
        until(() -> view.getContent().getLayoutBounds().getHeight()
                <= view.getViewportBounds().getHeight() + 0.5);
    }

    /** The room that a lesson leaves in a presentation at 1280×720. */
    @Test
    void whereItIsLowAndWideTheDigitStandsBesideTheCurvesWhichAreLargeThen(FxRobot robot) throws TimeoutException {
        robot.interact(() -> {
            Stage stage = (Stage) view.getScene().getWindow();
            stage.setMinHeight(0);
            stage.setWidth(900);
            stage.setHeight(420);
            view.setVisible(true);
        });
        until(() -> answers(0).count() > 3);
        until(() -> view.lookupAll(".polar-canvas").stream()
                .allMatch(plot -> plot.getLayoutBounds().getHeight() >= 220));
        Node digit = view.lookup(".spin-top");
        assertTrue(view.lookupAll(".spin-side").stream()
                .allMatch(side -> side.getLayoutX() > digit.getBoundsInParent().getMaxX()));
    }

    @Test
    void pauseHoldsItAndTheButtonKeepsItsWidth(FxRobot robot) throws TimeoutException {
        robot.interact(() -> view.setVisible(true));
        until(() -> answers(0).count() > 3);
        Button play = robot.lookup("#spin-play").queryButton();
        double width = play.getWidth();
        robot.interact(play::fire);
        double at = view.model().degreesProperty().get();
        WaitForAsyncUtils.waitForFxEvents(20);
        assertEquals(at, view.model().degreesProperty().get());
        assertTrue(play.getText().endsWith("Spin"), play.getText());
        assertEquals(width, play.getWidth());
        robot.interact(play::fire);
        until(() -> view.model().degreesProperty().get() != at);
    }

    @Test
    void whereLessMotionIsAskedForItStandsStillAndTheCurvesAreWhole(FxRobot robot) throws TimeoutException {
        robot.interact(() -> {
            lab.stillProperty().set(true);
            view.setVisible(true);
        });
        until(() -> answers(0).count() == Answers.ANGLES && answers(1).count() == Answers.ANGLES);
        assertEquals(0, view.model().degreesProperty().get());
    }

    @Test
    void arrowKeysOnAPlotTurnTheDigitByHand(FxRobot robot) throws TimeoutException {
        robot.interact(() -> view.setVisible(true));
        until(() -> answers(0).count() > 3);
        robot.interact(() -> {
            view.play(false);
            view.model().degreesProperty().set(0);
            view.play(true);
        });
        Node canvas = robot.lookup(".polar-canvas").query();
        robot.interact(canvas::requestFocus);
        robot.type(KeyCode.HOME, KeyCode.LEFT);
        until(() -> view.model().degreesProperty().get() == 5);
        assertTrue(!view.model().playingProperty().get());
    }

    @Test
    void bothCurvesAreExportedAsVectorsAndPixelsWithTheirNumbers(FxRobot robot) throws Exception {
        robot.interact(() -> view.setVisible(true));
        until(() -> answers(0).count() > 30);
        ExportMenu menu = (ExportMenu) view.lookup(".export-menu");
        ExportMenu.Content content =
                WaitForAsyncUtils.waitForAsyncFx(10_000, () -> menu.content().orElseThrow());
        Path svg = folder.resolve("spin.svg");
        content.figure().write(svg, FigureOptions.centimetres(16, 300));
        String text = Files.readString(svg);
        assertTrue(text.contains("digits-c6, plain head, C6"), "the left network is named");
        assertTrue(text.contains("digits-c12-invariant, invariant head, C12"), "the right network is named");
        Path png = folder.resolve("spin.png");
        content.figure().write(png, FigureOptions.pixels(600));
        assertTrue(Files.size(png) > 1000);
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        content.table().orElseThrow().write(table);
        String[] lines = table.toString(StandardCharsets.UTF_8).split("\n");
        assertEquals("network,degrees,named,probability", lines[0]);
        assertTrue(lines.length > 30);
    }
}
