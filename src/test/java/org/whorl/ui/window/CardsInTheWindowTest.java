package org.whorl.ui.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.whorl.network.Model;
import org.whorl.network.ModelFile;
import org.whorl.ui.model.ShownNetwork;
import org.whorl.ui.model.data.Gallery;
import org.whorl.ui.model.input.Scenes;
import org.whorl.ui.model.run.RunName;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Runs and models as cards. */
class CardsInTheWindowTest extends WindowTest {
    private static final long DAY = 86_400_000;

    @Start
    void start(Stage stage) {
        make(stage, 1, 1, 2);
        window.open();
    }

    @AfterEach
    void noRuns() throws IOException {
        Path runs = home.resolve("runs");
        if (Files.isDirectory(runs)) {
            try (var all = Files.walk(runs)) {
                for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static Path run(String name, double accuracy, long daysAgo) throws IOException {
        ShownNetwork shown = Scenes.digits(4);
        Path folder = Files.createDirectories(home.resolve("runs").resolve(name));
        Path model = folder.resolve("model.npz");
        ModelFile.write(
                new Model(
                        shown.parameters(),
                        shown.preparation(),
                        shown.classNames(),
                        Map.of("data", "digits", "testAccuracy", accuracy, "epochs", 3)),
                model);
        Files.setLastModifiedTime(model, FileTime.fromMillis(System.currentTimeMillis() - daysAgo * DAY));
        return folder;
    }

    private void press(FxRobot robot, KeyCode... keys) {
        robot.press(keys).release(keys);
    }

    private Node sheet() {
        return window.scene().lookup("#networks");
    }

    private ListView<?> list() {
        return (ListView<?>) window.scene().lookup("#cards");
    }

    /** The cards in sight, from top to bottom and left to right, by all that stands on them. */
    private List<String> cards() {
        return window.scene().getRoot().lookupAll(".network-card").stream()
                .filter(Node::isVisible)
                .filter(card ->
                        card.getScene() != null && card.getParent().getParent().isVisible())
                .sorted((a, b) -> {
                    var p = a.localToScene(0, 0);
                    var q = b.localToScene(0, 0);
                    return p.getY() == q.getY()
                            ? Double.compare(p.getX(), q.getX())
                            : Double.compare(p.getY(), q.getY());
                })
                .map(card -> card.lookupAll(".label").stream()
                        .filter(Node::isVisible)
                        .map(label -> ((Labeled) label).getText())
                        .reduce("", (x, y) -> x + "|" + y))
                .toList();
    }

    private void open(FxRobot robot, int own) throws TimeoutException {
        press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
        await(() -> sheet().isVisible()
                && label("in all")
                && cards().size() > own
                && !cards().get(own).isEmpty());
    }

    private boolean label(String part) {
        return sheet().lookupAll(".label").stream()
                .anyMatch(label -> ((Labeled) label).getText() != null
                        && ((Labeled) label).getText().contains(part));
    }

    @Test
    void onesOwnRunsStandFirstTheNewestBeforeTheOthersThenTheModelsThatComeAlong(FxRobot robot) throws Exception {
        run("older", 0.912, 3);
        run("newer", 0.5, 1);
        awaitModelAndImages();
        open(robot, 2);
        await(() -> cards().get(0).contains("newer") && cards().get(1).contains("older"));
        assertTrue(
                cards().get(1).contains("91.2 %") && cards().get(1).contains("C4: 4 rotations of 90°"), cards().get(1));
        assertTrue(cards().get(2).contains("comes with Whorl"), cards().get(2));
        assertSame(list(), window.scene().getFocusOwner(), "the keys act on the cards at once");
        robot.interact(() -> {
            ComboBox<?> order = (ComboBox<?>) sheet().lookup("#cards-order");
            order.getSelectionModel().select(2);
        });
        await(() -> cards().get(0).contains("older"));
        press(robot, KeyCode.ESCAPE);
        assertFalse(sheet().isVisible());
    }

    @Test
    void wordsLeaveTheCardsThatHaveThemAll(FxRobot robot) throws Exception {
        awaitModelAndImages();
        open(robot, 0);
        robot.interact(() -> ((TextField) sheet().lookup("#cards-search")).setText("invariant c12 rot-mnist"));
        await(() -> cards().size() == 1 && cards().get(0).contains("rot-mnist-c12-invariant"));
        robot.interact(() -> ((TextField) sheet().lookup("#cards-search")).setText("nothing like that"));
        await(() -> cards().isEmpty());
        robot.interact(() -> ((TextField) sheet().lookup("#cards-search")).setText(""));
        press(robot, KeyCode.ESCAPE);
    }

    @Test
    void lettersThatAreTypedOverTheCardsAreWordsToLookForAndEnterOpensWhatTheyLeave(FxRobot robot) throws Exception {
        awaitModelAndImages();
        open(robot, 0);
        assertSame(list(), window.scene().getFocusOwner());
        robot.write("c12 rot-mnist");
        TextField search = (TextField) sheet().lookup("#cards-search");
        await(() -> search.getText().equals("c12 rot-mnist") && cards().size() == 1);
        assertSame(search, window.scene().getFocusOwner());
        robot.type(KeyCode.ENTER);
        await(() -> window.lab().getShown().title().equals("rot-mnist-c12-invariant"));
    }

    @Test
    void aRunFolderThatIsBrokenIsACardThatSaysWhatIsWrong(FxRobot robot) throws Exception {
        Path torn = run("torn", 0.5, 0);
        Files.writeString(torn.resolve("model.npz"), "no model");
        Path lost = Files.createDirectories(home.resolve("runs/lost"));
        Files.writeString(lost.resolve("metrics.csv"), "no metrics\n1,2\n");
        run("whole", 0.5, 2);
        awaitModelAndImages();
        open(robot, 3);
        await(() -> cards().stream()
                        .limit(3)
                        .filter(c -> c.contains("cannot be opened"))
                        .count()
                == 2);
        String both = String.join("\n", cards().subList(0, 3));
        assertTrue(both.contains("model.npz: expected"), both);
        assertTrue(both.contains("expected a run with a model.npz or a checkpoint, found neither"), both);
        assertTrue(both.contains("whole"), both);
        press(robot, KeyCode.ESCAPE);
    }

    @Test
    void aRunIsNamedInAFileOfItsOwnAndIsFoundByThatName(FxRobot robot) throws Exception {
        Path folder = run("digits-c4", 0.5, 0);
        byte[] before = Files.readAllBytes(folder.resolve("model.npz"));
        awaitModelAndImages();
        open(robot, 1);
        robot.interact(() -> {
            TextField name = (TextField) sheet().lookup("#cards-name");
            name.setText("with the small step");
            name.getOnAction().handle(null);
        });
        await(() -> cards().get(0).contains("with the small step"));
        assertEquals(Optional.of(new RunName("with the small step")), RunName.of(folder));
        assertEquals(
                java.util.Arrays.hashCode(before),
                java.util.Arrays.hashCode(Files.readAllBytes(folder.resolve("model.npz"))));
        press(robot, KeyCode.ESCAPE);
        open(robot, 1);
        await(() -> cards().get(0).contains("with the small step"));
        robot.interact(() -> {
            TextField name = (TextField) sheet().lookup("#cards-name");
            name.setText("");
            name.getOnAction().handle(null);
        });
        await(() -> cards().get(0).contains("digits-c4"));
        await(() -> !Files.exists(folder.resolve(RunName.FILE)));
        press(robot, KeyCode.ESCAPE);
    }

    @Test
    void twoThatAreChosenByTheSpaceBarAreCompared(FxRobot robot) throws Exception {
        run("one", 0.5, 0);
        run("two", 0.5, 1);
        awaitModelAndImages();
        open(robot, 2);
        robot.type(KeyCode.SPACE, KeyCode.RIGHT, KeyCode.SPACE);
        ButtonBase compare = (ButtonBase) sheet().lookup("#cards-compare");
        await(() -> compare.getText().equals("Compare 2"));
        robot.interact(compare::fire);
        assertFalse(sheet().isVisible());
        TabPane tabs = (TabPane) window.scene().lookup(".view-tabs");
        assertEquals("Compare", tabs.getSelectionModel().getSelectedItem().getText());
        await(() -> window.scene().getRoot().lookupAll(".compare-view .label").stream()
                        .filter(Label.class::isInstance)
                        .map(label -> ((Label) label).getText())
                        .filter(text -> text != null && (text.equals("one") || text.equals("two")))
                        .distinct()
                        .count()
                == 2);
    }

    @Test
    void enterOpensTheCardAndTheViewStaysTheOneOneWasIn(FxRobot robot) throws Exception {
        run("mine", 0.5, 0);
        awaitModelAndImages();
        press(robot, KeyCode.CONTROL, KeyCode.DIGIT2);
        robot.interact(() -> {
            MenuButton menu = (MenuButton) window.scene().lookup("#open");
            MenuItem all = menu.getItems().get(0);
            assertEquals("open-cards", all.getId());
            all.fire();
        });
        await(() -> sheet().isVisible() && !cards().isEmpty() && cards().get(0).contains("mine"));
        robot.type(KeyCode.ENTER);
        await(() -> window.lab().getShown().title().equals("mine"));
        assertFalse(sheet().isVisible());
        TabPane tabs = (TabPane) window.scene().lookup(".view-tabs");
        assertEquals("Filters", tabs.getSelectionModel().getSelectedItem().getText());
    }

    @Test
    void ofTwoHundredRunsOnlyTheCardsInSightExist(FxRobot robot) throws Exception {
        Path first = run("run-0", 0.5, 1);
        for (int i = 1; i < 200; i++) {
            Path copy = Files.createDirectories(home.resolve("runs/run-" + i));
            Files.copy(first.resolve("model.npz"), copy.resolve("model.npz"));
        }
        awaitModelAndImages();
        open(robot, 3);
        int all = 200 + Gallery.names().size();
        await(() -> label(all + " in all"));
        robot.type(KeyCode.END);
        // The models stand behind all runs.
        await(() -> !cards().isEmpty() && cards().get(cards().size() - 1).contains("comes with Whorl"));
        long made = window.scene().getRoot().lookupAll(".network-card").size();
        assertTrue(made < 80, made + " cards for what fits into a window");
        press(robot, KeyCode.ESCAPE);
    }

    @Test
    void whereNoMoreCanBeComparedThatIsSaid(FxRobot robot) throws Exception {
        for (int i = 0; i < 4; i++) {
            run("run" + i, 0.5, i);
        }
        awaitModelAndImages();
        open(robot, 4);
        robot.type(KeyCode.SPACE, KeyCode.RIGHT, KeyCode.SPACE);
        Label most = (Label) sheet().lookup("#cards-most");
        assertFalse(most.isVisible());
        robot.type(KeyCode.RIGHT, KeyCode.SPACE);
        await(most::isVisible);
        assertEquals("at most 3", most.getText());
    }
}
