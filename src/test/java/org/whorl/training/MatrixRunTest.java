package org.whorl.training;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.whorl.data.Dataset;
import org.whorl.data.ImageShape;
import org.whorl.data.TrainTest;
import org.whorl.group.CyclicGroup;
import org.whorl.group.Generator;
import org.whorl.group.Interpolation;
import org.whorl.group.Rotation;
import org.whorl.network.GeneratorKind;
import org.whorl.network.ModelFile;
import org.whorl.network.NetworkSpec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Runs of networks whose copies are made by matrices. */
class MatrixRunTest {
    private static final int SIDE = 9;
    private static final int KERNEL = 4;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"MATRIX", "MATRIX_BY_FILTER", "CYCLIC"})
    void theBitsAreTheSameOnAnyNumberOfThreadsAndWhereARunWasStopped(GeneratorKind kind) throws Exception {
        train(kind, 2, "whole", false);
        train(kind, 1, "one", false);
        train(kind, 3, "three", false);
        train(kind, 2, "stopped", true);
        train(kind, 2, "stopped", false);
        float[] whole = values("whole");
        assertArrayEquals(whole, values("one"));
        assertArrayEquals(whole, values("three"));
        assertArrayEquals(whole, values("stopped"));
    }

    @Test
    void trainingMovesMatricesByFilterAndLeavesAGivenOneAsItIs() throws Exception {
        for (GeneratorKind kind : List.of(GeneratorKind.MATRIX, GeneratorKind.MATRIX_BY_FILTER, GeneratorKind.CYCLIC)) {
            String run = kind.toString();
            train(kind, 2, run, false);
            FilterHistory history = FilterHistory.open(folder.resolve(run));
            float[] before = history.at(0).get("layer0/generator");
            float[] after = history.at(2).get("layer0/generator");
            assertEquals(kind == GeneratorKind.MATRIX, java.util.Arrays.equals(before, after), run);
        }
        assertEquals(
                quarterTurn().fingerprint(),
                ModelFile.read(folder.resolve("MATRIX/model.npz"))
                        .parameters()
                        .generator()
                        .orElseThrow()
                        .fingerprint());
    }

    @Test
    void aRunWithoutItsMatrixSaysWhatIsMissing() throws Exception {
        try (TrainingSession session = new TrainingSession(plan(GeneratorKind.MATRIX, 1, Optional.empty(), "none"))) {
            session.start();
            session.await();
            assertTrue(session.snapshot().failure().orElseThrow().contains("whorl train --generator A.npz"));
        }
        assertFalse(Files.exists(folder.resolve("none")));
    }

    private float[] values(String run) throws Exception {
        return ModelFile.read(folder.resolve(run).resolve("model.npz"))
                .parameters()
                .values();
    }

    /** To the end, or until a few steps were made. */
    private void train(GeneratorKind kind, int threads, String run, boolean stops) throws Exception {
        Optional<Generator> generator = kind == GeneratorKind.MATRIX ? Optional.of(quarterTurn()) : Optional.empty();
        try (TrainingSession session = new TrainingSession(plan(kind, threads, generator, run))) {
            if (stops) {
                session.step();
                while (session.snapshot().step() == 0 && !session.hasEnded()) {
                    Thread.onSpinWait();
                }
                session.stop();
                session.await();
                assertEquals(1, session.snapshot().step());
            } else {
                session.start();
                session.await();
                assertEquals(
                        TrainingState.FINISHED,
                        session.snapshot().state(),
                        "" + session.snapshot().failure());
            }
        }
    }

    private RunPlan plan(GeneratorKind kind, int threads, Optional<Generator> generator, String run) {
        Path place = folder.resolve(run);
        NetworkSpec spec = NetworkSpec.paper(new ImageShape(1, SIDE, SIDE), 2, new CyclicGroup(4))
                .withFilters(8)
                .withKernel(KERNEL, false)
                .withLayers(2)
                .withGenerator(kind);
        TrainingSettings settings = TrainingSettings.DEFAULT
                .with(TrainingSettings.EPOCHS, 2)
                .with(TrainingSettings.BATCH, 20)
                .with(TrainingSettings.THREADS, threads);
        return new RunPlan(
                spec,
                settings,
                progress -> noise(),
                Optional.empty(),
                generator,
                List.of(),
                Optional.of(() -> place),
                Files.exists(place));
    }

    private static Generator quarterTurn() {
        return new Generator(
                KERNEL, 4, Rotation.of(KERNEL, 90, Interpolation.NEAREST).toMatrix());
    }

    private static TrainTest noise() {
        return new TrainTest("noise", noise(60, 1), noise(8, 2), "none");
    }

    private static Dataset noise(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] pixels = new float[count * SIDE * SIDE];
        int[] labels = new int[count];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) random.nextDouble();
        }
        for (int n = 0; n < count; n++) {
            labels[n] = n % 2;
        }
        return new Dataset(new ImageShape(1, SIDE, SIDE), pixels, labels, List.of("a", "b"));
    }
}
