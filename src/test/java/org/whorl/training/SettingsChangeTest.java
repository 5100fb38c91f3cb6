package org.whorl.training;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whorl.data.ImageShape;
import org.whorl.data.TrainTest;
import org.whorl.group.CyclicGroup;
import org.whorl.network.ModelFile;
import org.whorl.network.NetworkSpec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Settings that are changed while a run goes on. */
class SettingsChangeTest {
    private static final NetworkSpec SPEC = NetworkSpec.paper(new ImageShape(1, 12, 12), 2, new CyclicGroup(4))
            .withFilters(8)
            .withLayers(3)
            .withKernel(4, false);
    private static final TrainingSettings SETTINGS =
            TrainingSettings.DEFAULT.with(TrainingSettings.EPOCHS, 2).with(TrainingSettings.BATCH, 16);
    private static final LiveSettings FIRST = LiveSettings.of(SETTINGS, SPEC);

    /** Everything that can be changed, changed. */
    private static final LiveSettings OTHER = new LiveSettings(3, 0.003, Schedule.STEP, 0.1, 0.7, 0.02);

    private static final int STEPS_AN_EPOCH = 7;

    @TempDir
    Path folder;

    private TrainingSession session(Path run, List<SettingsChange> changes, boolean resume) {
        return new TrainingSession(new RunPlan(
                SPEC,
                SETTINGS,
                progress -> new TrainTest(
                        "bars", TrainingSessionTest.bars(100, 1), TrainingSessionTest.bars(40, 2), "none"),
                Optional.empty(),
                changes,
                Optional.ofNullable(run).map(kept -> () -> kept),
                resume));
    }

    private static TrainingSnapshot awaitPaused(TrainingSession session, int step) {
        while (session.snapshot().state() != TrainingState.PAUSED
                || session.snapshot().step() < step) {
            Thread.onSpinWait();
        }
        return session.snapshot();
    }

    private static void steps(TrainingSession session, int count) {
        int step = awaitPaused(session, 0).step();
        for (int i = 1; i <= count; i++) {
            session.step();
            awaitPaused(session, step + i);
        }
    }

    private static float[] finish(TrainingSession session) throws InterruptedException {
        session.start();
        session.await();
        assertEquals(Optional.empty(), session.snapshot().failure());
        assertEquals(TrainingState.FINISHED, session.snapshot().state());
        return session.model().orElseThrow().parameters().values();
    }

    /** Changed in the middle of an epoch, and between the test of an epoch and the next step. */
    @ParameterizedTest
    @ValueSource(ints = {0, 5, STEPS_AN_EPOCH})
    void aChangedRunThatWasStoppedEndsLikeOneThatWasNot(int step) throws Exception {
        Path whole = folder.resolve("whole");
        float[] expected;
        try (TrainingSession session = session(whole, List.of(), false)) {
            steps(session, step);
            session.change(OTHER);
            expected = finish(session);
            assertEquals(
                    List.of(new SettingsChange(step, OTHER)),
                    session.snapshot().settings().changes());
        }
        Path stopped = folder.resolve("stopped");
        try (TrainingSession session = session(stopped, List.of(), false)) {
            steps(session, step);
            session.change(OTHER);
            steps(session, 4);
        }
        try (TrainingSession session = session(stopped, List.of(), true)) {
            assertEquals(
                    List.of(new SettingsChange(step, OTHER)),
                    awaitPaused(session, step + 4).settings().changes());
            assertArrayEquals(expected, finish(session));
        }
        assertEquals(Files.readString(whole.resolve("metrics.csv")), Files.readString(stopped.resolve("metrics.csv")));
        assertEquals(Files.readString(whole.resolve("run.json")), Files.readString(stopped.resolve("run.json")));
    }

    @Test
    void aRunIsRepeatedFromItsRecord() throws Exception {
        Path first = folder.resolve("first");
        float[] expected;
        try (TrainingSession session = session(first, List.of(), false)) {
            steps(session, 3);
            session.change(OTHER);
            steps(session, 6);
            session.change(new LiveSettings(2, 0.02, Schedule.CONSTANT, 1, 0.5, 0.01));
            expected = finish(session);
        }
        List<SettingsChange> recorded = RunRecord.read(first).changes();
        assertEquals(List.of(3, 9), recorded.stream().map(SettingsChange::step).toList());
        Path again = folder.resolve("again");
        try (TrainingSession session = session(again, recorded, false)) {
            assertArrayEquals(expected, finish(session));
        }
        assertEquals(Files.readString(first.resolve("metrics.csv")), Files.readString(again.resolve("metrics.csv")));
        float[] untouched;
        try (TrainingSession session = session(null, List.of(), false)) {
            untouched = finish(session);
        }
        assertFalse(Arrays.equals(expected, untouched), "the changes made a difference");
    }

    @Test
    void everyChangedSettingTakesEffectFromTheNextStepOn() throws Exception {
        try (TrainingSession session = session(folder.resolve("run"), List.of(), false)) {
            steps(session, 2);
            session.change(OTHER);
            steps(session, 1);
            StepMetrics third = session.history().stepsAfter(2).get(0);
            assertEquals(0.003 * Schedule.STEP.factor(2, 3 * STEPS_AN_EPOCH), third.learningRate());
            assertEquals(3, session.snapshot().epochs());
            finish(session);
            assertEquals(3, session.history().epochsFrom(0).size());
        }
        NetworkSpec written = ModelFile.read(folder.resolve("run/model.npz")).spec();
        assertEquals(0.7, written.threshold());
        assertEquals(0.02, written.stepSize());
        for (float lambda :
                ModelFile.read(folder.resolve("run/model.npz")).parameters().get("layer1/lambda")) {
            assertEquals(0.7f, lambda);
        }
    }

    @Test
    void fewerEpochsThanAreDoneEndTheRunAfterThisOne() throws Exception {
        try (TrainingSession session = session(null, List.of(), false)) {
            steps(session, STEPS_AN_EPOCH + 2);
            session.change(new LiveSettings(1, 0.01, Schedule.COSINE, 2, 0.5, 0.01));
            finish(session);
            assertEquals(2 * STEPS_AN_EPOCH, session.snapshot().step());
        }
    }

    @Test
    void whatIsOutOfRangeIsRefusedAndChangesNothing() {
        try (TrainingSession session = session(null, List.of(), false)) {
            steps(session, 1);
            IllegalArgumentException refusal = assertThrows(
                    IllegalArgumentException.class,
                    () -> session.change(new LiveSettings(2, -1, Schedule.COSINE, 2, 0.5, 0.01)));
            assertTrue(refusal.getMessage().startsWith("lr: expected"), refusal.getMessage());
            steps(session, 1);
            assertEquals(List.of(), session.snapshot().settings().changes());
        }
    }

    @Test
    void changingBackBeforeTheNextStepLeavesNoTrace() {
        SettingsHistory history = new SettingsHistory(FIRST, List.of());
        assertEquals(history, history.with(4, OTHER).with(4, FIRST));
        SettingsHistory changed = history.with(4, OTHER);
        assertEquals(FIRST, changed.after(3));
        assertEquals(OTHER, changed.after(4));
        assertEquals(
                "epochs 3, learning rate 0.003, schedule step, clip 0.1, λ 0.7, α 0.02",
                changed.describe(changed.changes().get(0)));
    }

    @Test
    void learnedThresholdsStayAsTheyAre() {
        NetworkSpec learned = SPEC.withThreshold(1, true);
        assertEquals(1, OTHER.in(learned).threshold());
        assertEquals(0.02, OTHER.in(learned).stepSize());
    }

    @Test
    void aStepSaysHowFarItMovedTheFilters() {
        try (TrainingSession session = session(null, List.of(), false)) {
            float[] before = awaitPaused(session, 0).parameters().orElseThrow().values();
            steps(session, 1);
            var after = session.snapshot().parameters().orElseThrow();
            StepMetrics step = session.history().stepsAfter(0).get(0);
            assertEquals(3, step.layers().size());
            double squares = 0;
            for (int l = 0; l < 3; l++) {
                var bank = after.layout().filters(l);
                double moved = 0;
                double all = 0;
                for (int i = bank.offset(); i < bank.offset() + bank.length(); i++) {
                    moved += Math.pow(after.values()[i] - before[i], 2);
                    all += Math.pow(before[i], 2);
                }
                assertEquals(Math.sqrt(moved / all), step.layers().get(l).ratio(), 1e-9);
                squares += Math.pow(step.layers().get(l).gradientNorm(), 2);
            }
            assertTrue(squares > 0 && squares <= Math.pow(step.gradientNorm(), 2));
        }
    }

    @Test
    void theTestOfAnEpochIsKeptImageByImage() throws Exception {
        try (TrainingSession session = session(null, List.of(), false)) {
            assertEquals(Optional.empty(), session.latestTest());
            finish(session);
            EpochTest test = session.latestTest().orElseThrow();
            assertEquals(2, test.epoch());
            int right = 0;
            for (int i = 0; i < 40; i++) {
                right += test.result().predictions()[i] == test.labels()[i] ? 1 : 0;
                float confidence = test.result().confidences()[i];
                assertEquals(test.result().predictions()[i] == test.labels()[i], confidence > 0.5, "of two classes");
            }
            assertEquals(session.history().epochsFrom(1).get(0).testAccuracy(), right / 40.0);
        }
    }
}
