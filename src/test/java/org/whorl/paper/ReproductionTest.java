package org.whorl.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.data.Augmentation;
import org.whorl.data.ImageRotation;
import org.whorl.data.ImageShape;
import org.whorl.data.Progress;
import org.whorl.data.set.Datasets;
import org.whorl.group.CyclicGroup;
import org.whorl.insight.TestResult;
import org.whorl.network.Model;
import org.whorl.network.ModelFile;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Normalization;
import org.whorl.network.Objective;
import org.whorl.network.Shrinkage;
import org.whorl.network.Unfolding;
import org.whorl.network.WeightTying;
import org.whorl.training.TrainingException;
import org.whorl.training.TrainingSettings;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tables of small networks on the built-in digits. */
class ReproductionTest {
    private static final NetworkSpec SMALL = NetworkSpec.paper(new ImageShape(1, 28, 28), 10, new CyclicGroup(4))
            .withFilters(8)
            .withLayers(2);

    @TempDir
    Path folder;

    private static TrainingSettings settings(int epochs) {
        return TrainingSettings.DEFAULT
                .with(TrainingSettings.EPOCHS, epochs)
                .with(TrainingSettings.BATCH, 32)
                .with(TrainingSettings.AUGMENTATION, Set.of(Augmentation.SHIFT));
    }

    private static Experiment experiment(String name, NetworkSpec spec, List<Long> seeds) {
        return new Experiment(name, Preset.BEST, "digits", spec, settings(2), 160, seeds);
    }

    private static Table table(List<Long> seeds) {
        Experiment classify = experiment("digits-c4", SMALL, seeds);
        return new Table(
                "small",
                "A small table",
                true,
                List.of(
                        new Cell("R90", "digits", classify, Measure.ACCURACY, 0.25),
                        new Cell("R90", "turned digits", classify, Measure.TURNED_ACCURACY, Double.NaN)));
    }

    private Reproduction reproduction(Table table, String out) {
        return new Reproduction(table, folder.resolve(out), data -> Optional.empty());
    }

    @Test
    void aTableIsFilledWithWhatTheTrainedModelsDo() throws Exception {
        Table table = table(List.of(1L, 2L));
        Reproduction reproduction = reproduction(table, "out");
        List<Result> results = reproduction.run(all -> true, moment -> true);
        assertEquals(table.cells(), results.stream().map(Result::cell).toList());
        for (int i = 0; i < 2; i++) {
            long seed = i + 1;
            Model model = ModelFile.read(
                    reproduction.folder(table.experiments().get(0), seed).resolve("model.npz"));
            var test = Datasets.load("digits", Optional.empty(), seed, Progress.NONE)
                    .test();
            assertEquals(
                    TestResult.of(model, test, Progress.NONE).accuracy(),
                    results.get(0).outcomes().get(i).measured().get(Measure.ACCURACY));
            assertEquals(
                    TestResult.of(model, ImageRotation.turnRandomly(test, seed), Progress.NONE)
                            .accuracy(),
                    results.get(1).outcomes().get(i).measured().get(Measure.TURNED_ACCURACY));
        }
        assertArrayEquals(
                ModelFile.read(reproduction
                                .folder(table.experiments().get(0), 1)
                                .resolve("model.npz"))
                        .parameters()
                        .values(),
                ModelFile.read(folder.resolve("out/models/digits-c4.npz"))
                        .parameters()
                        .values(),
                "the first seed's model is for the gallery");
        double a = results.get(0).outcomes().get(0).measured().get(Measure.ACCURACY);
        double b = results.get(0).outcomes().get(1).measured().get(Measure.ACCURACY);
        assertEquals((a + b) / 2, results.get(0).mean(), 1e-12);
        assertEquals(Math.abs(a - b) / Math.sqrt(2), results.get(0).deviation(), 1e-12);
    }

    @Test
    void theFilesSayWhatWasMadeHowAndWhatThePaperHas() throws Exception {
        reproduction(table(List.of(1L, 2L)), "out").run(all -> true, moment -> true);
        JsonNode json =
                new ObjectMapper().readTree(folder.resolve("out/small.json").toFile());
        assertTrue(json.get("quick").asBoolean());
        JsonNode cell = json.get("cells").get(0);
        assertEquals(0.25, cell.get("published").asDouble());
        assertTrue(json.get("cells").get(1).get("published").isNull());
        assertEquals(2, cell.get("runs").size());
        assertEquals(160, cell.get("train_images").asInt());
        assertEquals(2, cell.get("epochs").asInt());
        assertEquals("none", cell.get("whitening").asText());
        assertEquals("shift", cell.get("augmentation").get(0).asText());
        assertEquals(
                "whorl train --data digits --angle 90 --filters 8 --layers 2 --sharing filter --epochs 2 --batch 32 --augment shift"
                        + " --seed 1 --limit 160 --out digits-c4",
                cell.get("runs").get(0).get("command").asText());
        String markdown = Files.readString(folder.resolve("out/small.md"));
        assertTrue(markdown.contains("| R90 |") && markdown.contains(" 25.00 |"), markdown);
        assertTrue(markdown.contains("its numbers mean nothing"), markdown);
        List<String> csv = Files.readAllLines(folder.resolve("out/small.csv"));
        assertEquals(3, csv.size());
        assertTrue(csv.get(1).startsWith("R90,digits,best,accuracy,0.25,"), csv.get(1));
    }

    @Test
    void aStoppedTableGoesOnAndEndsWithTheSameNumbers() throws Exception {
        List<Result> whole = reproduction(table(List.of(1L, 2L)), "whole").run(all -> true, moment -> true);
        int[] asked = {0};
        Reproduction stopped = reproduction(table(List.of(1L, 2L)), "stopped");
        assertThrows(
                CancellationException.class,
                () -> stopped.run(
                        all -> true,
                        moment -> moment.run() == 0 || moment.snapshot().step() == 0 || asked[0]++ < 1));
        assertEquals(
                1,
                new ObjectMapper()
                        .readTree(folder.resolve("stopped/small.json").toFile())
                        .get("cells")
                        .get(0)
                        .get("runs")
                        .size());
        List<Result> rest = reproduction(table(List.of(1L, 2L)), "stopped").run(all -> true, moment -> true);
        assertArrayEquals(
                whole.stream().mapToDouble(Result::mean).toArray(),
                rest.stream().mapToDouble(Result::mean).toArray());
    }

    @Test
    void aPartThatIsFilledLaterJoinsTheRestInTheFiles() throws Exception {
        Experiment other = experiment("digits-baseline", SMALL.withGroup(new CyclicGroup(1)), List.of(1L));
        List<Cell> cells = new ArrayList<>(table(List.of(1L)).cells());
        cells.add(new Cell("Baseline", "digits", other, Measure.ACCURACY, Double.NaN));
        Table table = new Table("small", "", true, cells);
        Path file = folder.resolve("out/small.csv");
        reproduction(table, "out").run(e -> e.equals(other), moment -> true);
        assertEquals(2, Files.readAllLines(file).size());
        reproduction(table, "out").run(e -> !e.equals(other), moment -> true);
        assertEquals(4, Files.readAllLines(file).size());
        assertEquals(3, reproduction(table, "out").find().size());
    }

    @Test
    void whatIsDoneIsNotMadeAgain() throws Exception {
        reproduction(table(List.of(1L)), "out").run(all -> true, moment -> true);
        List<Result> again = reproduction(table(List.of(1L)), "out").run(all -> true, moment -> {
            throw new AssertionError("trains " + moment.experiment().name());
        });
        assertEquals(2, again.size());
    }

    @Test
    void otherSettingsInTheSamePlaceAreRefusedAndSaidWhich() throws Exception {
        reproduction(table(List.of(1L)), "out").run(all -> true, moment -> true);
        Experiment other = experiment("digits-c4", SMALL.withThreshold(0.1, false), List.of(1L));
        Table table =
                new Table("small", "", true, List.of(new Cell("R90", "digits", other, Measure.ACCURACY, Double.NaN)));
        TrainingException e = assertThrows(
                TrainingException.class, () -> reproduction(table, "out").run(all -> true, moment -> true));
        assertTrue(e.getMessage().contains("network.threshold: expected 0.5"), e.getMessage());
    }

    @Test
    void autoencodersAreMeasuredByReconstructionAndZeros() throws Exception {
        Experiment experiment = experiment(
                "digits-c4-reconstruct",
                SMALL.withObjective(Objective.RECONSTRUCT)
                        .withNorm(Normalization.NONE)
                        .withIteration(Unfolding.FISTA, WeightTying.TIED, Shrinkage.NON_NEGATIVE, 0.01),
                List.of(1L));
        Table table = new Table(
                "small",
                "",
                true,
                List.of(
                        new Cell("R90", "PSNR of the first layer", experiment, Measure.FIRST_PSNR, Double.NaN),
                        new Cell("R90", "PSNR", experiment, Measure.PSNR, Double.NaN),
                        new Cell("R90", "zeros", experiment, Measure.ZEROS, Double.NaN)));
        List<Result> results = reproduction(table, "out").run(all -> true, moment -> true);
        assertTrue(results.get(0).mean() > 5, results.get(0).mean() + " dB");
        assertTrue(
                results.get(1).mean() > results.get(0).mean(),
                "without norms every step of FISTA tells the image better: "
                        + results.get(0).mean() + " dB, then " + results.get(1).mean() + " dB");
        assertTrue(
                results.get(2).mean() > 0 && results.get(2).mean() < 1,
                results.get(2).mean() + " zeros");
    }

    @Test
    void theTimeLeftIsToldAcrossRuns() throws IOException, InterruptedException {
        double[] first = {Double.NaN};
        boolean[] known = {false};
        reproduction(table(List.of(1L, 2L, 3L)), "out").run(all -> true, moment -> {
            if (Double.isFinite(moment.secondsLeft()) && !known[0]) {
                known[0] = true;
                first[0] = moment.secondsLeft() - moment.snapshot().secondsLeft();
            }
            return true;
        });
        assertFalse(known[0] && first[0] <= 0, "the runs to come take time, too: " + first[0]);
    }
}
