package org.whorl.ui.window;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.whorl.ui.Sight;
import org.whorl.ui.experiment.Experiments;
import org.whorl.ui.lesson.Lesson;
import org.whorl.ui.lesson.LessonFiles;
import org.whorl.ui.model.InsideStep;
import org.whorl.ui.model.settings.RunSettings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LessonsInTheWindowTest extends TeachingWindow {
    @Start
    void start(Stage stage) throws Exception {
        open(stage);
    }

    @Test
    void theButtonThatGoesOnStaysWhereItIsThroughoutALesson(FxRobot robot) throws Exception {
        awaitModelAndImages();
        Lesson lesson = LessonFiles.builtIn().get(0);
        robot.interact(() -> window.lessons().model().begin(lesson));
        Set<Bounds> places = new HashSet<>();
        for (Lesson.Step step : lesson.steps()) {
            WaitForAsyncUtils.waitForFxEvents();
            await(() -> robot.lookup("#lesson-next").query().getLayoutBounds().getWidth() > 0);
            Node next = robot.lookup("#lesson-next").query();
            places.add(next.localToScene(next.getLayoutBounds()));
            robot.interact(window.lessons().model()::next);
        }
        assertEquals(1, places.size(), places.toString());
    }

    @Test
    void everyStepOfEveryLessonCanBeShown(FxRobot robot) throws Exception {
        awaitModelAndImages();
        for (Lesson lesson : LessonFiles.builtIn()) {
            robot.interact(() -> window.lessons().model().begin(lesson));
            for (Lesson.Step step : lesson.steps()) {
                Lesson.Show show = step.show();
                await(() -> show.model() == null || title().equals(show.model()));
                assertEquals("", window.lessons().model().problemProperty().get(), step.title());
                assertTrue(show.view() == null || view(robot).equals(show.view()), step.title());
                if (show.angle() != null) {
                    assertEquals(
                            360 / show.angle(),
                            window.settings().network().groupProperty().get().order());
                }
                if (show.inside() != null) {
                    Optional<InsideStep> wanted = show.inside() == 0
                            ? Optional.empty()
                            : Optional.of(new InsideStep(show.inside() - 1, InsideStep.Stage.RESIDUAL));
                    assertEquals(wanted, window.lab().insideProperty().get(), step.title());
                }
                robot.interact(window.lessons().model()::next);
            }
        }
    }

    @Test
    void aLessonIsAsHighAsItsLongestStepFromTheFirstOn(FxRobot robot) throws Exception {
        awaitModelAndImages();
        for (int width : new int[] {1280, 1040}) {
            robot.interact(() -> stage.setWidth(width));
            for (Lesson lesson : LessonFiles.builtIn()) {
                robot.interact(() -> window.lessons().model().begin(lesson));
                Set<Double> heights = new HashSet<>();
                for (Lesson.Step step : lesson.steps()) {
                    WaitForAsyncUtils.waitForFxEvents();
                    robot.interact(() -> {
                        window.scene().getRoot().applyCss();
                        window.scene().getRoot().layout();
                    });
                    heights.add(
                            robot.lookup("#lesson-bar").queryAs(Region.class).getHeight());
                    robot.interact(window.lessons().model()::next);
                }
                assertEquals(1, heights.size(), lesson.title() + ": " + heights);
            }
        }
    }

    @Test
    void aLessonOnDigitsSetsDigitsAndGivesBackWhatThereWas(FxRobot robot) throws Exception {
        awaitModelAndImages();
        RunSettings before = Experiments.builtIn().get(0).plan().orElseThrow();
        robot.interact(() -> window.settings().set(before));
        for (int which : new int[] {0, 2}) {
            Lesson lesson = LessonFiles.builtIn().get(which);
            robot.interact(() -> window.lessons().model().begin(lesson));
            await(() -> title().equals("digits-c6"));
            lesson.steps().forEach(step -> robot.interact(window.lessons().model()::next));
            RunSettings now = window.settings().planProperty().get();
            assertEquals("digits", now.data().name(), lesson.title());
            assertTrue(now.network().objective().classifies(), lesson.title());
            assertEquals(
                    360 / lesson.steps().get(4).show().angle(),
                    now.network().group().order());
            robot.interact(() -> robot.lookup("#lesson-end").queryButton().fire());
            assertEquals(before, window.settings().planProperty().get());
        }
    }

    private void makeSmall(FxRobot robot) {
        robot.interact(() -> {
            stage.setWidth(1280);
            stage.setHeight(720);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theChartThatALessonSpeaksOfIsInSight(boolean presenting, FxRobot robot) throws Exception {
        awaitModelAndImages();
        makeSmall(robot);
        if (presenting) {
            robot.type(KeyCode.F11);
            robot.interact(() -> stage.setFullScreen(false));
            makeSmall(robot);
        }
        robot.interact(() -> window.lessons().model().begin(builtIn(1)));
        await(() -> title().equals("digits-c6-reconstruct"));
        builtIn(1)
                .steps()
                .subList(0, 4)
                .forEach(step -> robot.interact(window.lessons().model()::next));
        Node chart = robot.lookup("#objective-chart").query();
        await(() -> chart.getPseudoClassStates().contains(POINTED_OUT) && Sight.isSeen(chart) && inSight(chart));
        robot.interact(window.lessons().model()::next);
        await(() -> title().equals("digits-c6")
                && window.models()
                        .codes()
                        .codesProperty()
                        .get()
                        .orElseThrow()
                        .shown()
                        .title()
                        .equals("digits-c6"));
        await(() -> Sight.isSeen(chart) && inSight(chart));
    }

    private static Lesson builtIn(int which) {
        try {
            return LessonFiles.builtIn().get(which);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aLessonSetsTheWindowAndPointsItsControlsOut(FxRobot robot) throws Exception {
        awaitModelAndImages();
        MenuItem lesson = item(robot, "lessons", "Convolution does not know rotation");
        robot.interact(lesson::fire);
        assertEquals("Codes", view(robot));
        assertEquals(
                "A digit, upright",
                robot.lookup(".lesson-title").queryAs(Label.class).getText());
        assertFalse(isPointedOut(robot, ".input-turn"));
        robot.press(KeyCode.ALT).type(KeyCode.RIGHT).release(KeyCode.ALT);
        assertTrue(isPointedOut(robot, ".input-turn"));
        Region slider = robot.lookup(".input-turn").queryAs(Region.class);
        robot.interact(slider::applyCss);
        assertNotNull(slider.getBorder(), "a frame, not only a colour");
        assertTrue(slider.getBorder().getStrokes().get(0).getWidths().getTop() >= 2);
        robot.press(KeyCode.ALT).type(KeyCode.LEFT).release(KeyCode.ALT);
        assertFalse(isPointedOut(robot, ".input-turn"));
        robot.interact(() -> robot.lookup("#lesson-end").queryButton().fire());
        assertFalse(robot.lookup("#lesson-bar").query().isVisible());
    }

    @Test
    void aTeachersLessonsAreListedAndABrokenOneSaysWhatIsWrong(FxRobot robot) throws Exception {
        awaitModelAndImages();
        MenuItem mine = item(robot, "lessons", "My_lesson");
        assertFalse(mine.isMnemonicParsing(), "it keeps its underscore");
        MenuItem torn = item(robot, "lessons", "torn.json (cannot be read)");
        robot.interact(mine::fire);
        assertEquals("Filters", view(robot));
        robot.interact(() -> window.lessons().model().end());
        robot.interact(torn::fire);
        Label problem = robot.lookup("#lesson-problem").queryAs(Label.class);
        assertTrue(
                problem.isVisible() && problem.getText().contains("torn.json: expected a lesson, found at line 1"),
                problem.getText());
        robot.interact(() -> robot.lookup("#lesson-end").queryButton().fire());
        assertFalse(robot.lookup("#lesson-bar").query().isVisible());
    }

    @Test
    void whatALessonAsksForAndIsNotThereIsSaid(FxRobot robot) throws Exception {
        awaitModelAndImages();
        Path file = home.resolve("wishes.json");
        Files.writeString(file, """
                {"format": 1, "title": "Wishes", "summary": "s", "steps": [
                  {"title": "a", "text": "b", "show": {"view": "Kitchen"}},
                  {"title": "a", "text": "b", "show": {"model": "no-such-model"}},
                  {"title": "a", "text": "b", "show": {"layer": 99}},
                  {"title": "a", "text": "b", "show": {"turn": 30}}]}
                """);
        robot.interact(() -> window.drop(List.of(file)));
        Label problem = robot.lookup("#lesson-problem").queryAs(Label.class);
        assertTrue(problem.getText().contains("found Kitchen"), problem.getText());
        robot.interact(window.lessons().model()::next);
        await(() -> problem.getText().contains("no-such-model"));
        robot.interact(window.lessons().model()::next);
        assertTrue(problem.getText().contains("show.layer: expected 1 to "), problem.getText());
        robot.interact(window.lessons().model()::next);
        assertFalse(problem.isVisible());
    }

    @Test
    void whatALessonPointsOutIsInSightAlsoInASmallWindowThatIsPresented(FxRobot robot) throws Exception {
        awaitModelAndImages();
        makeSmall(robot);
        for (boolean presenting : new boolean[] {false, true}) {
            if (presenting) {
                robot.type(KeyCode.F11);
            }
            for (Lesson lesson : LessonFiles.builtIn()) {
                robot.interact(() -> window.lessons().model().begin(lesson));
                for (Lesson.Step step : lesson.steps()) {
                    String model = step.show().model();
                    await(() -> model == null || title().equals(model));
                    await(() -> pointedOut().allMatch(TeachingWindow::inSight));
                    robot.interact(window.lessons().model()::next);
                }
            }
        }
        robot.type(KeyCode.ESCAPE);
    }
}
