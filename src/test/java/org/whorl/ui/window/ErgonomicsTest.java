package org.whorl.ui.window;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.whorl.network.ModelFile;
import org.whorl.training.TrainingState;
import org.whorl.ui.control.TypeSize;
import org.whorl.ui.lesson.Lesson;
import org.whorl.ui.lesson.LessonFiles;
import org.whorl.ui.model.InsideStep;
import org.whorl.ui.model.data.Gallery;
import org.whorl.ui.model.run.ModelSource;
import org.whorl.ui.window.state.WindowState;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** LessonController, the presentation, recent runs and things that are dropped, in the whole window. */
class ErgonomicsTest extends WindowTest {
    private static final PseudoClass POINTED_OUT = PseudoClass.getPseudoClass("pointed-out");

    private Stage stage;

    @Start
    void start(Stage shown) throws Exception {
        stage = shown;
        Path own = Files.createDirectories(home.resolve("lessons"));
        Files.writeString(own.resolve("mine.json"), """
                {"format": 1, "title": "My_lesson", "summary": "s", "steps": [
                  {"title": "One", "text": "Look.", "show": {"view": "Filters"}}]}
                """);
        Files.writeString(own.resolve("torn.json"), "{\"format\": 1, \"title\": ");
        make(stage, 1, 2, 2);
        window.settings().limit().limitProperty().set("128");
        window.open();
    }

    private String title() {
        return window.lab().getShown().title();
    }

    /** The view in front; of Symmetry's pages, the one with two networks by its own name. */
    private String view(FxRobot robot) {
        TabPane tabs = robot.lookup(".view-tabs").queryAs(TabPane.class);
        String tab = tabs.getSelectionModel().getSelectedItem().getText();
        ToggleButton beside = robot.lookup("#side-by-side").queryAs(ToggleButton.class);
        return tab.equals("Symmetry") && beside.isSelected() ? beside.getText() : tab;
    }

    private MenuItem item(FxRobot robot, String menu, String text) throws TimeoutException {
        MenuButton button = robot.lookup("#" + menu).queryAs(MenuButton.class);
        await(() -> items(button.getItems()).anyMatch(i -> text.equals(i.getText())));
        return items(button.getItems())
                .filter(i -> text.equals(i.getText()))
                .findFirst()
                .orElseThrow();
    }

    /** Those of the menus in a menu, too. */
    private static Stream<MenuItem> items(List<MenuItem> items) {
        return items.stream().flatMap(i -> i instanceof Menu menu ? items(menu.getItems()) : Stream.of(i));
    }

    private boolean isPointedOut(FxRobot robot, String selector) {
        return robot.lookup(selector).query().getPseudoClassStates().contains(POINTED_OUT);
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
    void presentingMakesTypeLargerAndControlsFewerUntilEscape(FxRobot robot) throws Exception {
        awaitModelAndImages();
        Label brand = robot.lookup(".brand").queryAs(Label.class);
        robot.interact(brand::applyCss);
        double before = brand.getFont().getSize();
        Node network = robot.lookup("#setting-layers").query();
        assertTrue(shown(network));
        robot.type(KeyCode.F11);
        robot.interact(brand::applyCss);
        assertEquals(1.35, brand.getFont().getSize() / before, 0.02);
        assertFalse(shown(network));
        assertTrue(shown(robot.lookup("#dial").query()));
        assertTrue(robot.lookup(".status-bar").tryQuery().isEmpty());
        assertTrue(robot.lookup(".side-right").tryQuery().isEmpty());
        assertTrue(stage.isFullScreen());
        robot.type(KeyCode.ESCAPE);
        robot.interact(brand::applyCss);
        assertEquals(before, brand.getFont().getSize());
        assertTrue(shown(network));
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
    void whatALessonPointsOutIsInSightAlsoInASmallWindowThatIsPresented(FxRobot robot) throws Exception {
        awaitModelAndImages();
        robot.interact(() -> {
            stage.setWidth(1280);
            stage.setHeight(720);
        });
        for (boolean presenting : new boolean[] {false, true}) {
            if (presenting) {
                robot.type(KeyCode.F11);
            }
            for (Lesson lesson : LessonFiles.builtIn()) {
                robot.interact(() -> window.lessons().model().begin(lesson));
                for (Lesson.Step step : lesson.steps()) {
                    String model = step.show().model();
                    await(() -> model == null || title().equals(model));
                    await(() -> pointedOut().allMatch(ErgonomicsTest::inSight));
                    robot.interact(window.lessons().model()::next);
                }
            }
        }
        robot.type(KeyCode.ESCAPE);
    }

    private Stream<Node> pointedOut() {
        return window.scene().getRoot().lookupAll("*").stream()
                .filter(n -> n.getPseudoClassStates().contains(POINTED_OUT))
                .filter(n -> !(n instanceof TabPane) && shown(n));
    }

    /** Whether no pane that is scrolled cuts it off; of what is too high for one, as much as there is room for. */
    private static boolean inSight(Node node) {
        Bounds place = node.localToScene(node.getLayoutBounds());
        for (Node at = node.getParent(); at != null; at = at.getParent()) {
            if (at instanceof ScrollPane pane) {
                Bounds seen = pane.localToScene(pane.getLayoutBounds());
                if (place.getMinY() < seen.getMinY() - 1
                        || place.getMaxY() > seen.getMaxY() + 1 && place.getHeight() < seen.getHeight()) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean shown(Node node) {
        return node == null || node.isVisible() && shown(node.getParent());
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
