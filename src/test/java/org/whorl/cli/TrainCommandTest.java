package org.whorl.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whorl.data.TrainTest;
import org.whorl.data.set.Datasets;
import org.whorl.file.NpyArray;
import org.whorl.file.Npz;
import org.whorl.group.CyclicGroup;
import org.whorl.network.NetworkSpec;
import org.whorl.training.TrainingSession;
import org.whorl.training.TrainingSettings;
import org.whorl.training.TrainingState;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.whorl.cli.Ran.whorl;

/** Short runs on the digits that come with Whorl. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrainCommandTest {
    private static final String SMALL = "--filters 16 --layers 2 --limit 192 --epochs 2 --seed 3";

    @TempDir
    static Path folder;

    private Path run;
    private Map<String, Object> report;

    private static Ran train(Path run, String options) {
        return whorl((Object[]) ("train --data digits --json --out " + run + " " + options).split(" "));
    }

    @BeforeAll
    void trainOnce() throws IOException {
        run = folder.resolve("run");
        report = train(run, SMALL).succeeded().json();
    }

    @Test
    void aRunThatDivergesFailsRatherThanKeepParametersThatAreNoNumbers() {
        Path diverged = folder.resolve("diverged");
        Ran ran = train(
                diverged, "--objective reconstruct --norm none --step 30 --layers 8 --limit 32 --batch 32 --epochs 1");
        assertEquals(1, ran.exit());
        assertTrue(ran.err().contains("expected a finite"), ran.err());
        assertFalse(Files.exists(diverged.resolve("model.npz")));
    }

    @Test
    void aModelIsTestedOnTheImagesThatItsTrainingTestedOn() throws IOException {
        for (String options : List.of("--data rot-digits --seed 3", "--data digits --whiten each --seed 3")) {
            Path model = folder.resolve(options.replace(' ', '-')).resolve("model.npz");
            Map<String, Object> trained = whorl(
                            (Object[]) ("train --json --filters 16 --layers 2 --limit 900 --epochs 1 --out "
                                            + model.getParent() + " " + options)
                                    .split(" "))
                    .succeeded()
                    .json();
            String data = options.split(" ")[1];
            Map<String, Object> tested = whorl("evaluate", "--json", "--model", model, "--data", data)
                    .succeeded()
                    .json();
            assertEquals(trained.get("test_accuracy"), tested.get("accuracy"), options);
            assertEquals((double) trained.get("test_loss"), (double) tested.get("loss"), 1e-5, options);
        }
        Path turned = folder.resolve("--data-rot-digits---seed-3/model.npz");
        String other = whorl("evaluate", "--model", turned, "--data", "rot-digits", "--seed", 4)
                .succeeded()
                .out();
        assertTrue(other.contains("trained by the split of seed 3"), other);
    }

    @Test
    void aFilmHasAFrameForEveryEpochAndTheStart() throws IOException {
        Path gif = folder.resolve("film.gif");
        Map<String, Object> film = whorl("film", "--json", "--run", run, "--layer", 2, "--width", 400, "--out", gif)
                .succeeded()
                .json();
        assertEquals(3, film.get("frames"));
        assertEquals(List.of(0, 1, 2), film.get("epochs"));
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(gif.toFile())) {
            reader.setInput(in);
            assertEquals(3, reader.getNumImages(true));
            assertEquals(400, reader.getWidth(0));
        } finally {
            reader.dispose();
        }
        Path pictures = folder.resolve("frames");
        whorl("film", "--run", run, "--layout", "paper", "--out", pictures).succeeded();
        try (Stream<Path> files = Files.list(pictures)) {
            assertEquals(
                    List.of("epoch-00000.png", "epoch-00001.png", "epoch-00002.png"),
                    files.map(f -> f.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void aFilmOfAFolderThatIsNoRunSaysSo() {
        Ran ran = whorl("film", "--run", folder, "--out", folder.resolve("none.gif"));
        assertEquals(1, ran.exit());
        assertTrue(ran.err().contains("run.json"), ran.err());
        assertEquals(
                2,
                whorl("film", "--run", run, "--layer", 3, "--out", folder.resolve("none.gif"))
                        .exit());
        assertFalse(Files.exists(folder.resolve("none.gif")));
    }

    @Test
    void theReportHasWhatOtherProgramsRelyOn() {
        assertTrue(
                report.keySet()
                        .containsAll(Set.of(
                                "test_accuracy",
                                "train_accuracy",
                                "loss",
                                "epochs",
                                "parameters",
                                "images_per_second",
                                "model")),
                report.keySet().toString());
        assertEquals(2, report.get("epochs"));
        assertEquals(run.resolve("model.npz").toString(), report.get("model"));
        assertTrue((double) report.get("test_accuracy") > 0.2, "better than guessing: " + report);
        assertTrue((double) report.get("test_accuracy") <= 1);
    }

    @Test
    void theRunFolderHoldsTheRun() throws IOException {
        for (String name : List.of("run.json", "metrics.csv", "checkpoint.npz", "model.npz", "history")) {
            assertTrue(Files.exists(run.resolve(name)), name);
        }
        assertEquals(1 + 2, Files.readAllLines(run.resolve("metrics.csv")).size(), "a line an epoch below the names");
    }

    @Test
    void theModelFileHasTheMembersOfTheContract() throws IOException {
        Npz model = Npz.read(run.resolve("model.npz"));
        assertTrue(model.files().containsKey("spec.json"));
        assertEquals(
                new TreeSet<>(Set.of(
                        "layer0/filters",
                        "layer0/lambda",
                        "layer0/norm/gamma",
                        "layer0/norm/beta",
                        "layer0/norm/mean",
                        "layer0/norm/variance",
                        "layer1/filters",
                        "layer1/lambda",
                        "head/weight",
                        "head/bias",
                        "input/mean",
                        "input/std")),
                new TreeSet<>(model.arrays().keySet()));
        assertEquals(List.of(4, 1, 8, 8), model.arrays().get("layer0/filters").shape());
        assertEquals(List.of(4), model.arrays().get("layer0/lambda").shape(), "shared along orbits");
        assertEquals(List.of(4), model.arrays().get("layer0/norm/gamma").shape(), "shared along orbits");
        assertEquals(List.of(10, 16 * 16), model.arrays().get("head/weight").shape());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " --threads 1", " --threads 3"})
    void theSameCommandMakesTheSameRunOnAnyNumberOfThreads(String threads) throws IOException {
        Path again = folder.resolve("again" + threads.replace(" ", ""));
        train(again, SMALL + threads).succeeded();
        assertArrayEquals(
                Files.readAllBytes(run.resolve("metrics.csv")), Files.readAllBytes(again.resolve("metrics.csv")));
        assertSameArrays(run, again);
    }

    @Test
    void anotherSeedMakesAnotherRun() throws IOException {
        Path other = folder.resolve("other");
        train(other, SMALL.replace("--seed 3", "--seed 4")).succeeded();
        assertFalse(Arrays.equals(
                Files.readAllBytes(run.resolve("metrics.csv")), Files.readAllBytes(other.resolve("metrics.csv"))));
    }

    /** A run that is stopped in the middle of an epoch ends, resumed, with the bits of one that never was. */
    @Test
    void aResumedRunEndsWithTheSameBits() throws Exception {
        Path stopped = folder.resolve("stopped");
        TrainingSettings settings =
                TrainingSettings.DEFAULT.with(TrainingSettings.EPOCHS, 2).with(TrainingSettings.SEED, 3L);
        TrainTest digits = Datasets.load("digits", Optional.empty(), 3, org.whorl.data.Progress.NONE);
        TrainTest limited = new TrainTest(digits.name(), digits.train().first(192), digits.test(), digits.checksum());
        NetworkSpec spec = NetworkSpec.usual(digits.train().shape(), 10, new CyclicGroup(4))
                .withFilters(16)
                .withLayers(2);
        try (TrainingSession session = new TrainingSession(spec, settings, p -> limited, Optional.of(stopped), false)) {
            session.step();
            while (session.history().stepsAfter(0).isEmpty()) {
                Thread.onSpinWait();
            }
            session.stop();
            session.await();
            assertEquals(TrainingState.STOPPED, session.snapshot().state());
        }
        train(stopped, SMALL + " --resume").succeeded();
        assertArrayEquals(
                Files.readAllBytes(run.resolve("metrics.csv")), Files.readAllBytes(stopped.resolve("metrics.csv")));
        assertSameArrays(run, stopped);
    }

    @Test
    void aRunIsNotResumedWithOtherSettings() {
        Ran ran = train(run, SMALL.replace("--filters 16", "--filters 24") + " --resume");
        assertEquals(1, ran.exit());
        assertEquals("", ran.out());
        assertEquals(1, ran.errorLines().size(), ran.err());
    }

    @Test
    void evaluateFindsWhatTrainingReported() throws IOException {
        Map<String, Object> json = whorl("evaluate", "--model", run.resolve("model.npz"), "--data", "digits", "--json")
                .succeeded()
                .json();
        assertEquals(360, json.get("images"), "a limit on training images leaves the test set whole");
        assertEquals((double) report.get("test_accuracy"), (double) json.get("accuracy"), 1e-9);
        assertEquals((double) report.get("test_loss"), (double) json.get("loss"), 1e-6);
    }

    @Test
    void progressWithoutATerminalIsALineAnEpoch() {
        Ran ran = train(folder.resolve("lines"), SMALL).succeeded();
        long epochs =
                ran.errorLines().stream().filter(l -> l.startsWith("epoch ")).count();
        assertEquals(2, epochs, ran.err());
        assertFalse(ran.err().contains("\r"), "a bar was drawn");
        assertTrue(ran.err().contains("kernels: "), ran.err());
    }

    @Test
    void reconstructingNeedsNoLabels() throws IOException {
        Map<String, Object> json = train(
                        folder.resolve("reconstruct"), SMALL + " --objective reconstruct --lambda 0.1 --shrinkage soft")
                .succeeded()
                .json();
        assertTrue(json.containsKey("test_accuracy"));
        assertEquals(null, json.get("test_accuracy"), "there is nothing to be accurate about");
        assertTrue((double) json.get("loss") > 0);
    }

    private static void assertSameArrays(Path one, Path other) throws IOException {
        Map<String, NpyArray> a = Npz.read(one.resolve("model.npz")).arrays();
        Map<String, NpyArray> b = Npz.read(other.resolve("model.npz")).arrays();
        assertEquals(a.keySet(), b.keySet());
        a.forEach((name, array) -> assertArrayEquals(array.values(), b.get(name).values(), name));
    }

    @Test
    void onlyWholeFilesAreLeft() throws IOException {
        try (Stream<Path> files = Files.walk(run)) {
            assertEquals(
                    List.of(),
                    files.filter(f -> f.getFileName().toString().contains(".part"))
                            .toList());
        }
    }
}
