package org.whorl.training;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.whorl.network.Model;
import org.whorl.network.ModelFile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ContinuedSessionTest extends SmallSession {
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
}
