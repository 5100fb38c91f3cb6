package org.whorl.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.whorl.network.ModelFile;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Objective;
import org.whorl.network.Parameters;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TrainingSessionTest extends SmallSession {
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
}
