package org.whorl.ui.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.whorl.training.TrainingSettings;
import org.whorl.ui.lesson.Lesson;
import org.whorl.ui.lesson.LessonFiles;
import org.whorl.ui.lesson.LessonModel;
import org.whorl.ui.model.FilterSelection;
import org.whorl.ui.model.InsideStep;
import org.whorl.ui.model.settings.RunSettings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A step of a lesson shows the same whichever way one comes to it, and what was shown before comes back. */
class LessonsBackwardsTest extends TeachingWindow {
    /** What a step shows. */
    private record Sight(
            String network,
            String view,
            FilterSelection selection,
            Optional<InsideStep> inside,
            double turned,
            RunSettings settings) {}

    private LessonModel lessons;

    @Start
    void start(Stage stage) throws Exception {
        open(stage);
        lessons = window.lessons().model();
    }

    private Sight sight(FxRobot robot, Lesson lesson) throws TimeoutException {
        int at = lessons.indexProperty().get();
        Lesson.Show whole = lesson.at(at);
        await(() -> whole.model() == null || title().equals(whole.model()));
        WaitForAsyncUtils.waitForFxEvents();
        String where = lesson.title() + ", step " + (at + 1);
        assertEquals("", lessons.problemProperty().get(), where);
        await(() -> whole.image() == null
                || window.models().codes().images().isPresent()
                        && window.models().codes().index() == whole.image());
        return new Sight(
                title(),
                view(robot),
                window.lab().selectionProperty().get(),
                window.lab().insideProperty().get(),
                window.models().codes().degreesProperty().get(),
                window.settings().planProperty().get());
    }

    @Test
    void everyStepOfEveryLessonIsTheSameForwardsBackwardsAndSetAgain(FxRobot robot) throws Exception {
        awaitModelAndImages();
        for (Lesson lesson : LessonFiles.builtIn()) {
            String before = title();
            RunSettings settings = window.settings().planProperty().get();
            robot.interact(() -> lessons.begin(lesson));
            List<Sight> forwards = new ArrayList<>();
            for (int i = 0; i < lesson.steps().size(); i++) {
                forwards.add(sight(robot, lesson));
                robot.interact(lessons::next);
            }
            for (int i = lesson.steps().size() - 1; i >= 0; i--) {
                String where = lesson.title() + ", step " + (i + 1);
                assertEquals(forwards.get(i), sight(robot, lesson), where);
                robot.interact(lessons::again);
                assertEquals(forwards.get(i), sight(robot, lesson), where + ", set again");
                robot.interact(lessons::previous);
            }
            robot.interact(lessons::end);
            assertEquals(before, title(), "after " + lesson.title());
            assertEquals(settings, window.settings().planProperty().get(), "after " + lesson.title());
        }
    }

    @Test
    void setAgainBringsBackNetworkAndLayerOfAStepThatNamesNoneItself(FxRobot robot) throws Exception {
        awaitModelAndImages();
        Lesson lesson = LessonFiles.builtIn().get(1);
        robot.interact(() -> lessons.begin(lesson));
        await(() -> title().equals("digits-c6-reconstruct"));
        lesson.steps().subList(0, 4).forEach(step -> robot.interact(lessons::next));
        robot.interact(() -> lessons.complain("nothing yet"));
        robot.interact(() -> window.lab().selectionProperty().set(new FilterSelection(0, 0, 0)));
        robot.interact(lessons::again);
        assertEquals(5, window.lab().selectionProperty().get().layer());
        assertEquals("", lessons.problemProperty().get());
    }

    @Test
    void aRunThatWaitsForALessonIsSaidToAndIsShownAgainAtItsEnd(FxRobot robot) throws Exception {
        awaitModelAndImages();
        robot.interact(() -> {
            window.settings().training().text(TrainingSettings.EPOCHS).set("1000");
            window.runs().start();
        });
        await(() -> window.runs()
                        .snapshotProperty()
                        .get()
                        .filter(now -> now.step() > 0)
                        .isPresent()
                && window.runs().shown().isInWindow());
        String run = title();
        RunSettings settings = window.settings().planProperty().get();
        assertTrue(window.runs().isActive());
        Lesson lesson = LessonFiles.builtIn().get(0);
        robot.interact(() -> lessons.begin(lesson));
        await(() -> title().equals("digits-c6"));
        assertFalse(window.runs().isActive());
        Label note = robot.lookup("#lesson-note").queryAs(Label.class);
        assertTrue(note.isVisible());
        assertTrue(note.getText().contains("paused"), note.getText());
        robot.interact(lessons::end);
        assertTrue(window.runs().shown().isInWindow());
        assertEquals(run, title());
        assertEquals(settings, window.settings().planProperty().get());
        assertEquals(settings, window.runs().plan().orElseThrow(), "Resume goes on with what is shown");
        assertFalse(note.isVisible());
    }
}
