package org.whorl.ui.window;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.whorl.network.ModelFile;
import org.whorl.training.TrainingState;
import org.whorl.ui.Sight;
import org.whorl.ui.control.TypeSize;
import org.whorl.ui.model.data.Gallery;
import org.whorl.ui.model.run.ModelSource;
import org.whorl.ui.window.state.WindowState;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** LessonController, the presentation, recent runs and things that are dropped, in the whole window. */
class ErgonomicsTest extends TeachingWindow {
    @Start
    void start(Stage stage) throws Exception {
        open(stage);
    }

    @Test
    void presentingMakesTypeLargerAndControlsFewerUntilEscape(FxRobot robot) throws Exception {
        awaitModelAndImages();
        Label brand = robot.lookup(".brand").queryAs(Label.class);
        robot.interact(brand::applyCss);
        double before = brand.getFont().getSize();
        Node network = robot.lookup("#setting-layers").query();
        assertTrue(Sight.isSeen(network));
        robot.type(KeyCode.F11);
        robot.interact(brand::applyCss);
        assertEquals(1.35, brand.getFont().getSize() / before, 0.02);
        assertFalse(Sight.isSeen(network));
        assertTrue(Sight.isSeen(robot.lookup("#dial").query()));
        assertTrue(robot.lookup(".status-bar").tryQuery().isEmpty());
        assertTrue(robot.lookup(".side-right").tryQuery().isEmpty());
        assertTrue(stage.isFullScreen());
        robot.type(KeyCode.ESCAPE);
        robot.interact(brand::applyCss);
        assertEquals(before, brand.getFont().getSize());
        assertTrue(Sight.isSeen(network));
        assertTrue(robot.lookup(".status-bar").tryQuery().isPresent());
        assertFalse(stage.isFullScreen());
    }

    @Test
    void presentingEnlargesTheDialAndTheNumbersAtAxes(FxRobot robot) throws Exception {
        awaitModelAndImages();
        Node dial = robot.lookup("#dial").query();
        TypeSize type =
                robot.lookup(".curve-chart").<Node>queryAll().iterator().next().getParent().lookupAll("*").stream()
                        .filter(n -> n instanceof TypeSize)
                        .map(n -> (TypeSize) n)
                        .findFirst()
                        .orElseThrow();
        robot.interact(window.scene().getRoot()::applyCss);
        double before = dial.localToScene(dial.getLayoutBounds()).getHeight();
        assertEquals(1, type.factor());
        robot.type(KeyCode.F11);
        robot.interact(window.scene().getRoot()::applyCss);
        assertTrue(dial.localToScene(dial.getLayoutBounds()).getHeight() >= 1.25 * before);
        assertTrue(type.factor() >= 1.25, "" + type.factor());
        robot.type(KeyCode.ESCAPE);
        robot.interact(window.scene().getRoot()::applyCss);
        assertEquals(before, dial.localToScene(dial.getLayoutBounds()).getHeight(), 1e-6);
        assertEquals(1, type.factor());
    }

    @Test
    void aKeptRunIsOpenedWithItsCurvesAndOfferedNextTime(FxRobot robot) throws Exception {
        awaitModelAndImages();
        String opening = title();
        robot.interact(() -> window.runs().start());
        await(() -> window.runs()
                .snapshotProperty()
                .get()
                .map(s -> s.state() == TrainingState.FINISHED)
                .orElse(false));
        String name = window.runs().name().orElseThrow();
        robot.interact(() -> robot.lookup("#open").queryAs(MenuButton.class).show());
        MenuItem model = item(robot, "open", opening);
        robot.interact(() -> robot.lookup("#open").queryAs(MenuButton.class).hide());
        robot.interact(model::fire);
        await(() -> title().equals(opening));
        assertFalse(window.runs().shown().isInWindow(), "the run has given way");
        MenuItem run = item(robot, "open", name);
        List<String> order = robot.lookup("#open").queryAs(MenuButton.class).getItems().stream()
                .map(MenuItem::getText)
                .toList();
        assertEquals(order.indexOf("Recent runs") + 1, order.indexOf(run.getText()));
        assertTrue(order.indexOf("Models that come with Whorl") < order.indexOf("Recent runs"), order.toString());
        robot.interact(run::fire);
        await(() -> title().equals(name) && window.runs().shown().kept().isPresent());
        assertEquals(
                2, window.runs().shown().curves().orElseThrow().testAccuracy().size());
        assertEquals(
                window.runs().snapshotProperty().get().orElseThrow().step(),
                window.runs().shown().curves().orElseThrow().trainLoss().size(),
                "a point a step, as while it went on");
        robot.interact(window::close);
        assertEquals(
                Optional.of(ModelSource.run(home.resolve("runs").resolve(name))),
                WindowState.read(home.resolve("window.json"))
                        .value()
                        .orElseThrow()
                        .lastShown());
    }

    @Test
    void aRunThatGaveWayIsShownAgainWhenItGoesOn(FxRobot robot) throws Exception {
        awaitModelAndImages();
        robot.interact(() -> window.runs().step());
        await(() -> window.runs().snapshotProperty().get().orElseThrow().step() == 1);
        String name = window.runs().name().orElseThrow();
        MenuItem lesson = item(robot, "lessons", "Unfolding FISTA");
        robot.interact(lesson::fire);
        await(() -> title().equals("digits-c6-reconstruct"));
        robot.interact(() -> window.runs().look());
        assertEquals("digits-c6-reconstruct", title());
        // The lesson has brought settings along, which make another run; when it ends, those of the run are back.
        robot.interact(() -> robot.lookup("#lesson-end").queryButton().fire());
        robot.interact(() -> window.runs().step());
        await(() -> title().equals(name));
    }

    @Test
    void whatIsDroppedGoesWhereItBelongs(FxRobot robot) throws Exception {
        awaitModelAndImages();
        Path model = home.resolve("dropped.npz");
        ModelFile.write(Gallery.read("digits-c6").model(), model);
        robot.interact(() -> window.drop(List.of(model)));
        await(() -> title().equals("dropped"));
        Path picture = home.resolve("face.png");
        ImageIO.write(new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
        robot.interact(() -> window.drop(List.of(picture)));
        await(() -> window.models().codes().inputProperty().get().name().equals("face.png"));
        assertEquals("Codes", view(robot));
        Path lesson = home.resolve("lessons/mine.json");
        robot.interact(() -> window.drop(List.of(lesson)));
        assertEquals("One", window.lessons().model().step().orElseThrow().title());
        Path run = Files.createDirectories(home.resolve("my-run"));
        Files.copy(model, run.resolve("model.npz"));
        robot.interact(() -> window.drop(List.of(run)));
        await(() -> title().equals("my-run"));
        assertEquals("Training", view(robot));
        Path broken = Files.writeString(home.resolve("broken.npz"), "no model");
        robot.interact(() -> window.drop(List.of(broken)));
        await(() -> robot.lookup(".status-bar .problem")
                .queryAs(Label.class)
                .getText()
                .contains("broken.npz"));
        assertEquals("my-run", title());
    }
}
