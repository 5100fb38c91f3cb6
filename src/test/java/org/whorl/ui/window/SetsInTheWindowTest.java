package org.whorl.ui.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.whorl.training.TrainingState;
import org.whorl.ui.model.data.SetFiles;
import org.whorl.ui.model.settings.DataChoice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Sets in the whole window: dropped onto it, and trained on for one epoch with the real trainer. */
class SetsInTheWindowTest extends WindowTest {
    private static final Path SHARED = Path.of("..", "shared", "data").toAbsolutePath();
    private static final Path FASHION =
            Path.of(System.getProperty("whorl.test.fashion", "/usr/share/datasets/fashion-mnist"));
    private static final Path CIFAR = Path.of(
            System.getProperty("whorl.test.cifar10", SHARED.resolve("cifar10").toString()));

    @Start
    void start(Stage stage) {
        make(stage, 1, 1, 1);
        window.open();
    }

    private DataChoice choice() {
        return window.settings().dataProperty().get();
    }

    private TrainingState state() {
        return window.runs().snapshotProperty().get().map(s -> s.state()).orElse(TrainingState.PREPARING);
    }

    private static TreeSet<String> content(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return new TreeSet<>(all.map(Path::toString).toList());
        }
    }

    @Test
    void aFolderThatIsDroppedBecomesTheChosenSetAndIsShown(FxRobot robot) throws Exception {
        Path pictures = SetFiles.pictures(home.resolve("shapes"), 8);
        robot.interact(() -> window.drop(List.of(pictures)));
        await(180, () -> choice().equals(new DataChoice("folder:" + pictures, Optional.empty())));
        await(180, () -> window.settings().network().getValue().classes() == 2);
        Node view = robot.lookup("#turn-samples").query();
        assertTrue(view.getScene() != null && view.isVisible(), "the Data view is in front");
    }

    @Test
    void whatIsDroppedByMistakeIsSaidInOneLineAndChangesNothing(FxRobot robot) throws Exception {
        Path folder = Files.createDirectories(home.resolve("letters"));
        Path letter = Files.writeString(folder.resolve("letter.txt"), "Dear …");
        var before = content(folder);
        // Other tests of this class may have left runs: these are not to change.
        var runsBefore = content(Files.createDirectories(home.resolve("runs")));
        robot.interact(() -> window.drop(List.of(letter)));
        await(180, () -> robot.lookup(".problem").queryAllAs(Label.class).stream()
                .anyMatch(l -> l.getText().startsWith(letter + ": expected ")
                        && !l.getText().contains("\n")));
        robot.interact(() -> window.drop(List.of(folder)));
        await(180, () -> robot.lookup(".problem").queryAllAs(Label.class).stream()
                .anyMatch(l -> l.getText().startsWith(folder + ": expected ")));
        assertEquals(1, Window.getWindows().size(), "no dialog");
        assertEquals(DataChoice.DIGITS, choice());
        assertEquals(before, content(folder));
        assertEquals(runsBefore, content(home.resolve("runs")));
    }

    @Test
    void aWrongLimitIsSaidBesideItsField(FxRobot robot) {
        TextInputControl limit = robot.lookup("#setting-limit").queryTextInputControl();
        robot.interact(() -> limit.setText("few"));
        Label message = robot.lookup(".setting-row .problem").queryAs(Label.class);
        assertTrue(message.getText().contains("few"), message.getText());
        assertFalse(window.settings().isValid());
        robot.interact(() -> limit.setText(""));
        assertTrue(window.settings().isValid());
    }

    @ParameterizedTest
    @ValueSource(strings = {"digits", "rot-digits", "folder", "idx", "mnist", "rot-mnist", "fashion-mnist", "cifar10"})
    void oneEpochOnTwoThousandImagesOfEverySet(String name, FxRobot robot) throws Exception {
        DataChoice set = choice(name);
        robot.interact(() -> {
            window.settings().limit().limitProperty().set("2000");
            window.settings().dataProperty().set(set);
        });
        await(180, () -> window.models().chosen().stateProperty().get().data().isPresent());
        robot.interact(() -> window.runs().start());
        await(180, () -> state() == TrainingState.FINISHED || state() == TrainingState.FAILED);
        assertEquals(
                Optional.empty(),
                window.runs().snapshotProperty().get().orElseThrow().failure());
        Path run = home.resolve("runs").resolve(window.runs().name().orElseThrow());
        List<String> lines = Files.readAllLines(run.resolve("metrics.csv"));
        assertEquals(2, lines.size(), "a head and one epoch");
        int images = window.models()
                .chosen()
                .stateProperty()
                .get()
                .data()
                .orElseThrow()
                .train()
                .size();
        String settings = Files.readString(run.resolve("run.json"));
        assertTrue(settings.contains("\"trainImages\" : " + Math.min(2000, images)), settings);
        assertTrue(Files.exists(run.resolve("model.npz")));
    }

    /** The choice of a set; skips the test where its files are not here. */
    private static DataChoice choice(String name) throws IOException {
        return switch (name) {
            case "folder" -> new DataChoice("folder:" + SetFiles.pictures(home.resolve("few"), 30), Optional.empty());
            case "idx" -> new DataChoice("idx:" + SetFiles.idx(home.resolve("idx")), Optional.empty());
            case "mnist", "rot-mnist" -> present(name, SHARED.resolve("mnist"), "t10k-labels-idx1-ubyte.gz");
            case "fashion-mnist" -> present(name, FASHION, "t10k-labels-idx1-ubyte.gz");
            case "cifar10" -> present(name, CIFAR, "test_batch.bin");
            default -> new DataChoice(name, Optional.empty());
        };
    }

    private static DataChoice present(String name, Path folder, String file) {
        assumeTrue(Files.exists(folder.resolve(file)), "skipped: no copy of " + name + " in " + folder);
        return new DataChoice(name, Optional.of(folder));
    }
}
