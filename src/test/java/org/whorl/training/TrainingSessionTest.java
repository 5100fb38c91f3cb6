package org.whorl.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.data.Augmentation;
import org.whorl.data.Dataset;
import org.whorl.data.ImageShape;
import org.whorl.data.TrainTest;
import org.whorl.group.CyclicGroup;
import org.whorl.network.Model;
import org.whorl.network.ModelFile;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Objective;
import org.whorl.network.Parameters;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TrainingSessionTest {
    private static final ImageShape SHAPE = new ImageShape(1, 12, 12);
    private static final NetworkSpec SPEC = NetworkSpec.paper(SHAPE, 2, new CyclicGroup(4))
            .withFilters(8)
            .withLayers(3)
            .withKernel(4, false);

    private static final DataSource SOURCE = progress -> new TrainTest("bars", bars(100, 1), bars(40, 2), "none");

    @TempDir
    Path folder;

    @Test
    void learnsToTellBarsApart() throws Exception {
        try (TrainingSession session = session(settings(6, 1), Optional.empty(), false)) {
            session.start();
            session.await();
            List<EpochMetrics> epochs = session.history().epochsFrom(0);
            assertEquals(6, epochs.size());
            assertTrue(epochs.get(5).testAccuracy() > 0.95, epochs.toString());
            assertTrue(epochs.get(5).trainLoss() < epochs.get(0).trainLoss() / 2);
            assertEquals(TrainingState.FINISHED, session.snapshot().state());
        }
    }

    @Test
    void equalSeedsMakeEqualRunsAndOthersDoNot() throws Exception {
        float[] first = train(settings(2, 1), "a");
        assertArrayEquals(first, train(settings(2, 1), "b"));
        assertEquals(
                Files.readString(folder.resolve("a/metrics.csv")), Files.readString(folder.resolve("b/metrics.csv")));
        assertFalse(Arrays.equals(first, train(settings(2, 2), "c")));
    }

    @Test
    void aStoppedRunContinuesToTheSameBits() throws Exception {
        float[] whole = train(settings(3, 1), "whole");
        Path run = folder.resolve("stopped");
        // Stopped in the middle of the second epoch, and once more in the third.
        for (int steps : new int[] {9, 6}) {
            try (TrainingSession session = session(settings(3, 1), Optional.of(run), true)) {
                for (int i = 0; i < steps; i++) {
                    int before = await(session, TrainingState.PAUSED).step();
                    session.step();
                    awaitStep(session, before + 1);
                }
            }
        }
        try (TrainingSession session = session(settings(3, 1), Optional.of(run), true)) {
            assertEquals(15, await(session, TrainingState.PAUSED).step());
            session.start();
            session.await();
            assertArrayEquals(whole, session.model().orElseThrow().parameters().values());
        }
        assertEquals(
                Files.readString(folder.resolve("whole/metrics.csv")), Files.readString(run.resolve("metrics.csv")));
    }

    @Test
    void epochsBetweenTestsHaveNoTestMetricsAndTheLastOneAlwaysHas() throws Exception {
        float[] always = train(settings(3, 1), "always");
        TrainingSettings s = settings(3, 1);
        TrainingSettings seldom = TrainingSettings.DEFAULT
                .with(TrainingSettings.EPOCHS, 3)
                .with(TrainingSettings.BATCH, s.batch())
                .with(TrainingSettings.LEARNING_RATE, s.learningRate())
                .with(TrainingSettings.SCHEDULE, s.schedule())
                .with(TrainingSettings.CLIP, s.clip())
                .with(TrainingSettings.WHITENING, s.whitening())
                .with(TrainingSettings.AUGMENTATION, s.augmentation())
                .with(TrainingSettings.TEST_EVERY, 2);
        assertArrayEquals(always, train(seldom, "seldom"), "testing teaches nothing");
        List<String> lines = Files.readAllLines(folder.resolve("seldom/metrics.csv"));
        List<String> all = Files.readAllLines(folder.resolve("always/metrics.csv"));
        assertEquals(all.subList(2, 4), lines.subList(2, 4));
        String[] first = lines.get(1).split(",");
        assertEquals(List.of("", ""), List.of(first[4], first[5]));
    }

    @Test
    void anAutoencodersRunTellsItsPsnrAfterEveryEpoch() throws Exception {
        NetworkSpec autoencoder = SPEC.withObjective(Objective.RECONSTRUCT);
        Path run = folder.resolve("autoencoder");
        try (TrainingSession session =
                new TrainingSession(autoencoder, settings(3, 1), SOURCE, Optional.of(run), false)) {
            session.start();
            session.await();
            List<EpochMetrics> epochs = session.history().epochsFrom(0);
            assertEquals(3, epochs.size());
            assertTrue(epochs.get(2).testPsnr() > epochs.get(0).testPsnr(), epochs.toString());
            assertTrue(Double.isNaN(epochs.get(2).testAccuracy()));
        }
        List<String> lines = Files.readAllLines(run.resolve("metrics.csv"));
        assertTrue(lines.get(0).endsWith(",test_psnr"));
        assertTrue(lines.get(3).matches(".*,[0-9.]+"), lines.get(3));
    }

    @Test
    void augmentedRunsAreRepeatableTooAndContinueToTheSameBits() throws Exception {
        TrainingSettings settings = augmented(2);
        float[] whole = train(settings, "whole");
        assertArrayEquals(whole, train(augmented(1), "one thread"));
        assertFalse(Arrays.equals(whole, train(settings(3, 1), "plain")));
        Path run = folder.resolve("stopped");
        try (TrainingSession session = session(settings, Optional.of(run), true)) {
            for (int i = 0; i < 9; i++) {
                int before = await(session, TrainingState.PAUSED).step();
                session.step();
                awaitStep(session, before + 1);
            }
        }
        try (TrainingSession session = session(settings, Optional.of(run), true)) {
            session.start();
            session.await();
            assertArrayEquals(whole, session.model().orElseThrow().parameters().values());
        }
    }

    private static TrainingSettings augmented(int threads) {
        return TrainingSettings.DEFAULT
                .with(TrainingSettings.EPOCHS, 3)
                .with(TrainingSettings.BATCH, 16)
                .with(TrainingSettings.AUGMENTATION, EnumSet.allOf(Augmentation.class))
                .with(TrainingSettings.THREADS, threads);
    }

    @Test
    void aRunThatWasBegunBeforeThereWasAugmentationContinues() throws Exception {
        Path run = folder.resolve("old");
        float[] whole = train(settings(1, 1), "old");
        Path json = run.resolve("run.json");
        String text = Files.readString(json);
        String without = text.replaceFirst("\\s*\"augmentation\" : \\[[^]]*],", "");
        assertFalse(without.equals(text));
        Files.writeString(json, without);
        try (TrainingSession session = session(settings(1, 1), Optional.of(run), true)) {
            session.start();
            session.await();
            assertEquals(Optional.empty(), session.snapshot().failure());
            assertArrayEquals(whole, session.model().orElseThrow().parameters().values());
        }
    }

    @Test
    void continuingWithOtherSettingsSaysWhich() throws Exception {
        train(settings(1, 1), "run");
        try (TrainingSession session = session(settings(2, 1), Optional.of(folder.resolve("run")), true)) {
            session.start();
            session.await();
            assertEquals(TrainingState.FAILED, session.snapshot().state());
            String failure = session.snapshot().failure().orElseThrow();
            assertTrue(failure.contains("training.epochs: expected 1") && failure.contains("found 2"), failure);
        }
    }

    @Test
    void aRunCanBeginWithAModel() throws Exception {
        train(settings(3, 1), "first");
        Model model = ModelFile.read(folder.resolve("first/model.npz"));
        try (TrainingSession session = new TrainingSession(
                SPEC, settings(1, 2), SOURCE, Optional.of(model), Optional.of(folder.resolve("second")), false)) {
            assertArrayEquals(
                    model.parameters().values(),
                    await(session, TrainingState.PAUSED)
                            .parameters()
                            .orElseThrow()
                            .values());
        }
        try (TrainingSession session = new TrainingSession(
                SPEC.withLayers(2), settings(1, 2), SOURCE, Optional.of(model), Optional.empty(), false)) {
            session.await();
            assertEquals(
                    "initial model: layers: expected 2 as this run's network has, found 3",
                    session.snapshot().failure().orElseThrow());
        }
    }

    @Test
    void aSessionThatMakesNoStepLeavesItsFolderAsItWas() throws Exception {
        train(settings(1, 1), "run");
        byte[] model = Files.readAllBytes(folder.resolve("run/model.npz"));
        for (String name : List.of("run", "none")) {
            try (TrainingSession session = session(settings(1, 2), Optional.of(folder.resolve(name)), false)) {
                await(session, TrainingState.PAUSED);
                assertEquals(Optional.empty(), session.folder());
            }
        }
        assertArrayEquals(model, Files.readAllBytes(folder.resolve("run/model.npz")));
        assertFalse(Files.exists(folder.resolve("run/earlier")));
        assertFalse(Files.exists(folder.resolve("none")));
    }

    @Test
    void aNewRunInAnOldFolderMixesWithNothingOfTheOldOne() throws Exception {
        train(settings(3, 1), "run");
        train(settings(1, 1), "run");
        try (var files = Files.list(folder.resolve("run/history"))) {
            assertEquals(2, files.count(), "filters before training and after one epoch");
        }
        assertEquals(2, Files.readAllLines(folder.resolve("run/metrics.csv")).size());
    }

    @Test
    void imagesThatCannotBeLoadedFailTheRunInOneLine() throws Exception {
        try (TrainingSession session = new TrainingSession(
                SPEC,
                settings(1, 1),
                progress -> {
                    throw new IOException("images.idx: expected a file,\nfound none");
                },
                Optional.empty(),
                false)) {
            session.start();
            session.await();
            assertEquals(
                    Optional.of("images.idx: expected a file, found none"),
                    session.snapshot().failure());
        }
    }

    @Test
    void loadingCanBeCancelled() throws Exception {
        CountDownLatch loading = new CountDownLatch(1);
        try (TrainingSession session = new TrainingSession(
                SPEC,
                settings(1, 1),
                progress -> {
                    while (progress.report("loading", 1, 2)) {
                        loading.countDown();
                    }
                    throw new java.util.concurrent.CancellationException();
                },
                Optional.empty(),
                false)) {
            loading.await();
            session.stop();
            session.await();
            assertEquals(TrainingState.STOPPED, session.snapshot().state());
        }
    }

    @Test
    void aSnapshotIsNotChangedByLaterSteps() throws Exception {
        try (TrainingSession session = session(settings(1, 1), Optional.empty(), false)) {
            Parameters before =
                    await(session, TrainingState.PAUSED).parameters().orElseThrow();
            float[] values = before.values().clone();
            session.start();
            session.await();
            assertArrayEquals(values, before.values());
            assertFalse(Arrays.equals(
                    values, session.snapshot().parameters().orElseThrow().values()));
        }
    }

    @Test
    void aSingleStepLeavesBehindItsGradientAndItsUpdate() throws Exception {
        try (TrainingSession session = session(settings(1, 1), Optional.empty(), false)) {
            Parameters before =
                    await(session, TrainingState.PAUSED).parameters().orElseThrow();
            assertEquals(Optional.empty(), session.lastChange());
            session.step();
            awaitStep(session, 1);
            StepChange change = session.lastChange().orElseThrow();
            assertEquals(1, change.step());
            float[] after = session.snapshot().parameters().orElseThrow().values();
            int learned = before.layout().learnedSize();
            double squares = 0;
            for (int i = 0; i < learned; i++) {
                assertEquals(after[i] - before.values()[i], change.update().values()[i]);
                squares += Math.pow(change.gradient().values()[i], 2);
            }
            assertEquals(0, change.update().values()[learned], "running statistics are not learned");
            double norm = session.history().stepsAfter(0).get(0).gradientNorm();
            assertEquals(norm, Math.sqrt(squares), 1e-5 * norm, "before clipping");
        }
    }

    @Test
    void historyHoldsTheFiltersOfEveryEpoch() throws Exception {
        float[] last = train(settings(2, 1).with(TrainingSettings.START, Start.NOISE), "run");
        FilterHistory history = FilterHistory.open(folder.resolve("run"));
        assertEquals(List.of(0, 1, 2), history.epochs());
        assertEquals(SPEC, history.spec());
        Parameters end = ModelFile.read(folder.resolve("run/model.npz")).parameters();
        assertArrayEquals(last, end.values());
        Parameters start = Parameters.initial(SPEC, 1);
        for (int l = 0; l < 3; l++) {
            assertArrayEquals(end.filters(l), history.at(2).filters(l));
            assertArrayEquals(start.filters(l), history.at(0).filters(l));
        }
    }

    @Test
    void aHistoryOfAnotherNetworkIsRefusedByName() throws Exception {
        train(settings(1, 1), "run");
        FilterHistory history = FilterHistory.open(folder.resolve("run"));
        FilterHistory wrong = new FilterHistory(history.folder(), SPEC.withFilters(16), history.epochs());
        String message = assertThrows(IOException.class, () -> wrong.at(1)).getMessage();
        assertTrue(message.contains("epoch-00001.npz: layer0/filters: expected [4, 1, 4, 4]"), message);
        Files.writeString(folder.resolve("run/run.json"), "{}");
        assertThrows(IOException.class, () -> FilterHistory.open(folder.resolve("run")));
    }

    private float[] train(TrainingSettings settings, String name) throws InterruptedException {
        try (TrainingSession session = session(settings, Optional.of(folder.resolve(name)), false)) {
            session.start();
            session.await();
            assertEquals(Optional.empty(), session.snapshot().failure());
            return session.model().orElseThrow().parameters().values();
        }
    }

    private static TrainingSnapshot await(TrainingSession session, TrainingState state) {
        while (session.snapshot().state() != state) {
            Thread.onSpinWait();
        }
        return session.snapshot();
    }

    private static void awaitStep(TrainingSession session, int step) {
        while (session.snapshot().step() < step) {
            Thread.onSpinWait();
        }
    }

    private static TrainingSettings settings(int epochs, long seed) {
        return TrainingSettings.DEFAULT
                .with(TrainingSettings.EPOCHS, epochs)
                .with(TrainingSettings.BATCH, 16)
                .with(TrainingSettings.SEED, seed);
    }

    private static TrainingSession session(TrainingSettings settings, Optional<Path> run, boolean resume) {
        return new TrainingSession(SPEC, settings, SOURCE, run, resume);
    }

    /** Noisy images of a horizontal or a vertical bar: the two classes. */
    static Dataset bars(int count, long seed) {
        Random random = new Random(seed);
        float[] pixels = new float[count * SHAPE.size()];
        int[] labels = new int[count];
        for (int n = 0; n < count; n++) {
            labels[n] = random.nextInt(2);
            int at = 2 + random.nextInt(8);
            for (int i = 0; i < 12; i++) {
                for (int j = 0; j < 12; j++) {
                    int across = labels[n] == 0 ? i : j;
                    pixels[n * SHAPE.size() + i * 12 + j] =
                            Math.min(1, (across == at ? 0.7f : 0) + 0.3f * random.nextFloat());
                }
            }
        }
        return new Dataset(SHAPE, pixels, labels, List.of("horizontal", "vertical"));
    }
}
