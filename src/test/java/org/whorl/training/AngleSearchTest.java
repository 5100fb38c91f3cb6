package org.whorl.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whorl.data.Dataset;
import org.whorl.data.ImageShape;
import org.whorl.data.TrainTest;
import org.whorl.group.CyclicGroup;
import org.whorl.group.GeneratorAngle;
import org.whorl.group.LearnedRotation;
import org.whorl.group.Support;
import org.whorl.network.GeneratorKind;
import org.whorl.network.ModelFile;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Normalization;
import org.whorl.network.Objective;
import org.whorl.network.Shrinkage;
import org.whorl.network.Unfolding;
import org.whorl.network.WeightTying;
import org.whorl.random.NormalNumbers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class AngleSearchTest {
    private static final int SIDE = 8;

    @TempDir
    Path folder;

    private NetworkSpec spec = NetworkSpec.paper(new ImageShape(1, SIDE, SIDE), 2, new CyclicGroup(4))
            .withFilters(16)
            .withKernel(SIDE, true)
            .withLayers(6)
            .withSupport(Support.DISC)
            .withIteration(Unfolding.FISTA, WeightTying.TIED, Shrinkage.NON_NEGATIVE, 0.15)
            .withNorm(Normalization.NONE)
            .withThreshold(0.3, false)
            .withObjective(Objective.RECONSTRUCT)
            .withGenerator(GeneratorKind.LEARNED);

    @Test
    void aPlantedAngleIsFoundFromStartsThatAreNotNearIt() throws Exception {
        TrainingSettings settings = settings(1)
                .with(TrainingSettings.START_ANGLES, StartAngles.parse("25,75,140"))
                .with(TrainingSettings.START_STEPS, 250)
                .with(TrainingSettings.EPOCHS, 20);
        run(settings, "whole", false);
        List<Double> found =
                ModelFile.read(folder.resolve("whole/model.npz")).parameters().generatorAngles();
        assertEquals(1, found.size());
        assertEquals(0, GeneratorAngle.distance(found.get(0), 90, 4), 0.5, "found " + found);
        List<EpochMetrics> epochs = MetricsFile.read(folder.resolve("whole/metrics.csv"));
        assertEquals(found, epochs.get(epochs.size() - 1).generatorAngles());
        assertEquals(found, epochs.get(0).generatorAngles(), "near one that closes it is that from the first step on");
    }

    /** With the objective of classes too, since what tells the angle are the images. */
    @Test
    void aNetworkThatClassifiesFindsThePlantedAngleAndBeginsWithItsOwnFilters() throws Exception {
        spec = spec.withObjective(Objective.CLASSIFY);
        TrainingSettings settings = settings(1)
                .with(TrainingSettings.START_ANGLES, StartAngles.parse("25,75,140"))
                .with(TrainingSettings.EPOCHS, 1);
        run(settings, "whole", false);
        FilterHistory history = FilterHistory.open(folder.resolve("whole"));
        double found = Math.toDegrees(history.at(0).get("layer0/generator")[0]);
        assertEquals(0, GeneratorAngle.distance(found, 90, 4), 2, "found " + found);
        run(settings.with(TrainingSettings.START_ANGLES, StartAngles.parse("90,")), "none", false);
        assertArrayEquals(
                FilterHistory.open(folder.resolve("none")).at(0).get("layer0/filters"),
                history.at(0).get("layer0/filters"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"classify", "reconstruct"})
    void aRunThatIsStoppedWithinTheSearchEndsWithTheSameBitsOnAnyNumberOfThreads(String objective) throws Exception {
        spec = spec.withObjective(Objective.parse(objective));
        run(few(1), "whole", false);
        run(few(3), "threads", false);
        run(few(2), "stopped", true);
        run(few(2), "stopped", false);
        byte[] whole = values("whole");
        assertArrayEquals(whole, values("threads"));
        assertArrayEquals(whole, values("stopped"));
        assertArrayEquals(
                Files.readAllBytes(folder.resolve("whole/metrics.csv")),
                Files.readAllBytes(folder.resolve("stopped/metrics.csv")));
    }

    /** Of the learned parameters. */
    private byte[] values(String run) throws IOException {
        float[] values =
                ModelFile.read(folder.resolve(run + "/model.npz")).parameters().values();
        java.nio.ByteBuffer bytes = java.nio.ByteBuffer.allocate(4 * values.length);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    private static TrainingSettings few(int threads) {
        return settings(threads)
                .with(TrainingSettings.START_ANGLES, StartAngles.parse("60,120"))
                .with(TrainingSettings.START_STEPS, 40)
                .with(TrainingSettings.EPOCHS, 2);
    }

    private static TrainingSettings settings(int threads) {
        return TrainingSettings.DEFAULT
                .with(TrainingSettings.LEARNING_RATE, 0.03)
                .with(TrainingSettings.THREADS, threads);
    }

    /** Runs to the end, or stops in the search, after its first start. */
    private void run(TrainingSettings settings, String name, boolean stopped) throws InterruptedException {
        Path place = folder.resolve(name);
        try (TrainingSession session =
                new TrainingSession(spec, settings, p -> planted(), Optional.of(place), Files.exists(place))) {
            session.start();
            if (stopped) {
                while (session.angleStarts().isEmpty() && !session.hasEnded()) {
                    Thread.onSpinWait();
                }
                session.stop();
                session.await();
            } else {
                session.await();
                assertEquals(
                        TrainingState.FINISHED,
                        session.snapshot().state(),
                        "" + session.snapshot().failure());
                List<Double> starts =
                        settings.get(TrainingSettings.START_ANGLES).degrees();
                assertEquals(
                        starts.size() > 1 ? starts : List.of(),
                        session.angleStarts().stream().map(AngleStart::start).toList());
            }
        }
        assertTrue(Files.exists(place.resolve("checkpoint.npz")));
    }

    /** Patches of two each of 16 atoms, four smooth ones in four orientations. */
    private static TrainTest planted() {
        NormalNumbers normal = new NormalNumbers(new SplittableRandom(5));
        SplittableRandom random = new SplittableRandom(6);
        float[] base = new float[4 * SIDE * SIDE];
        for (int b = 0; b < 4; b++) {
            for (int wave = 0; wave < 3; wave++) {
                double x0 = 2.5 + 2 * random.nextDouble();
                double y0 = 1 + 5 * random.nextDouble();
                double sign = wave % 2 == 0 ? 1 : -1;
                for (int i = 0; i < SIDE * SIDE; i++) {
                    double dx = i % SIDE - x0;
                    double dy = i / SIDE - y0;
                    base[b * SIDE * SIDE + i] += (float) (sign * Math.exp(-(dx * dx + dy * dy) / 2.5));
                }
            }
        }
        float[] bank = new float[4 * base.length];
        new LearnedRotation(4, SIDE, Support.DISC).expand(base, 0, 4, bank);
        return new TrainTest("planted", set(1500, bank, random, normal), set(64, bank, random, normal), "none");
    }

    private static Dataset set(int count, float[] bank, SplittableRandom random, NormalNumbers normal) {
        int area = SIDE * SIDE;
        float[] pixels = new float[count * area];
        for (int n = 0; n < count; n++) {
            for (int a = 0; a < 2; a++) {
                int k = random.nextInt(16);
                double weight = 0.5 + random.nextDouble();
                for (int i = 0; i < area; i++) {
                    pixels[n * area + i] += (float) (0.2 * weight * bank[k * area + i]);
                }
            }
            for (int i = 0; i < area; i++) {
                pixels[n * area + i] += (float) (0.5 + 0.003 * normal.next());
            }
        }
        return new Dataset(new ImageShape(1, SIDE, SIDE), pixels, new int[count], List.of("a", "b"));
    }
}
