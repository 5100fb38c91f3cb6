package org.whorl.ui.window;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.whorl.ui.Sight;
import org.whorl.ui.control.TileGrid;
import org.whorl.ui.lesson.Lesson;
import org.whorl.ui.lesson.LessonFiles;

/** Lessons before a class, on a projector of few pixels: what a step is about can be seen from the back. */
class PresentedLessonsTest extends TeachingWindow {
    private static final double LEAST_PLOT = 180;
    private static final double LEAST_MAP = 28;

    @Start
    void start(Stage stage) throws Exception {
        open(stage);
    }

    private void present(FxRobot robot, int lesson, int step, String model) throws Exception {
        awaitModelAndImages();
        robot.type(KeyCode.F11);
        robot.interact(() -> {
            stage.setWidth(1280);
            stage.setHeight(720);
        });
        Lesson shown = LessonFiles.builtIn().get(lesson);
        robot.interact(() -> window.lessons().model().begin(shown));
        await(() -> title().equals(model));
        for (int i = 1; i < step; i++) {
            robot.interact(window.lessons().model()::next);
        }
        robot.interact(() -> window.scene().getRoot().layout());
    }

    private List<Node> seen(String selector) {
        return window.scene().getRoot().lookupAll(selector).stream()
                .filter(Sight::isSeen)
                .toList();
    }

    @Test
    void aDigitThatSpinsHasPlotsThatCanBeReadAndAButtonThatSaysWhatItDoes(FxRobot robot) throws Exception {
        present(robot, 3, 1, "digits-c6");
        await(() -> seen(".spin-side .polar-canvas").size() == 2);
        await(() -> seen(".spin-side .polar-canvas").stream()
                .allMatch(plot -> plot.getLayoutBounds().getHeight() >= LEAST_PLOT));
        ButtonBase play = robot.lookup("#spin-play").queryAs(ButtonBase.class);
        robot.interact(play::fire);
        await(() -> play.getText().endsWith("Pause"));
        await(() -> play.lookupAll(".text").stream()
                .anyMatch(text -> ((Text) text).getText().equals(play.getText())));
    }

    @Test
    void bothPlotsOfSymmetryAreInSightWithTheLayerThatIsToBeChosen(FxRobot robot) throws Exception {
        present(robot, 0, 4, "digits-c6");
        await(() -> seen(".symmetry-view .polar-canvas").size() == 2);
        await(() -> seen(".symmetry-view .polar-canvas").stream()
                .allMatch(plot -> plot.getLayoutBounds().getHeight() >= LEAST_PLOT && inSight(plot)));
        await(() -> seen(".symmetry-view .choice").stream().limit(3).allMatch(TeachingWindow::inSight));
    }

    @Test
    void theDialIsInSightWithThePriceBelowIt(FxRobot robot) throws Exception {
        present(robot, 2, 3, "digits-c6");
        await(() -> pointedOut().findAny().isPresent() && pointedOut().allMatch(TeachingWindow::inSight));
        Node ring = robot.lookup("#dial .track").query();
        await(() -> inSight(ring));
    }

    @Test
    void mapsAreNoSpecksAndWhatIsSaidOfThemIsWhole(FxRobot robot) throws Exception {
        present(robot, 0, 3, "digits-c6");
        await(() -> seen(".layer-row .tile-grid").stream()
                .map(TileGrid.class::cast)
                .filter(grid -> grid.content() != null && grid.content().order().length > 1)
                .anyMatch(grid -> grid.boundsOf(0).getHeight() >= LEAST_MAP));
        Label words = robot.lookup(".slide-words").queryAs(Label.class);
        await(() -> words.getText().contains("its like is now at"));
        await(() -> words.lookupAll(".text").stream()
                .anyMatch(text -> ((Text) text).getText().equals(words.getText())));
    }
}
