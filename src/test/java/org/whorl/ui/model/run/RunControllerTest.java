package org.whorl.ui.model.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.data.set.Datasets;
import org.whorl.group.CyclicGroup;
import org.whorl.network.NetworkSettings;
import org.whorl.training.TrainingSettings;
import org.whorl.training.TrainingState;
import org.whorl.ui.model.data.DatasetCache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The run in the window, from its start to its end. */
class RunControllerTest extends SmallRuns {
    @Test
    void startTrainsAndShowsTheNetworkAndItsCurves() throws TimeoutException {
        runs.start();
        assertTrue(runs.isActive());
        awaitSteps(3);
        assertEquals(new CyclicGroup(6), lab.getShown().spec().group());
        assertTrue(runs.shown().curves().orElseThrow().trainLoss().size() >= 3);
        assertTrue(lab.getShown().data().isPresent());
    }

    @Test
    void pauseWaitsAndStartGoesOn() throws TimeoutException {
        trainABit();
        assertFalse(runs.isActive());
        assertTrue(runs.shown().canResume());
        int step = now().step();
        runs.start();
        awaitSteps(step + 2);
        assertEquals("digits, C6", runs.name().orElseThrow());
    }

    @Test
    void stepMakesOneStep() throws TimeoutException {
        runs.step();
        awaitSteps(1);
        awaitState(TrainingState.PAUSED);
        assertEquals(1, now().step());
        runs.step();
        awaitSteps(2);
        assertEquals(2, now().step());
    }

    @Test
    void resetGoesBackToTheSameStartAndUndoBringsTheNetworkAndItsCurvesBack() throws TimeoutException {
        runs.step();
        awaitSteps(1);
        float[] afterOne = lab.getShown().parameters().values().clone();
        trainABit();
        float[] learned = lab.getShown().parameters().values().clone();
        int points = runs.shown().curves().orElseThrow().trainLoss().size();

        runs.reset();
        assertTrue(runs.undoableProperty().get().isPresent());
        runs.step();
        awaitSteps(1);
        assertEquals(1, now().step());
        assertArrayEquals(afterOne, lab.getShown().parameters().values(), "the same seed makes the same first step");

        runs.undo();
        assertArrayEquals(learned, lab.getShown().parameters().values());
        assertEquals(points, runs.shown().curves().orElseThrow().trainLoss().size());
        assertTrue(runs.undoableProperty().get().isEmpty());
        runs.start();
        awaitSteps(points + 1);
    }

    /** Keeps runs in a folder, and gives them no images before the gate is open. */
    private void keepRuns(Path home, CountDownLatch gate) {
        DatasetCache shelf = new DatasetCache((choice, seed, progress) -> {
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new CancellationException();
            }
            return Datasets.load(choice.name(), choice.folder(), seed, progress);
        });
        runs = new RunController(lab, settings, shelf, () -> Optional.of(home));
    }

    @Test
    void aRunThatIsResetBeforeItsFirstStepLeavesNothingAndHarmsNoOther(@TempDir Path home) throws Exception {
        settings.training().text(TrainingSettings.EPOCHS).set("1");
        settings.limit().limitProperty().set("32");
        CountDownLatch gate = new CountDownLatch(1);
        keepRuns(home, gate);
        runs.start();
        runs.reset();
        runs.newSeed();
        runs.start();
        gate.countDown();
        awaitState(TrainingState.FINISHED);
        Path folder = runs.folder().orElseThrow();
        assertEquals(folder.getFileName().toString(), runs.name().orElseThrow());
        runs.close();
        assertEquals(List.of(folder), SavedRuns.in(home));
        assertEquals(1, SavedRun.read(folder).epochs().size());
        try (Stream<Path> folders = Files.list(home)) {
            assertEquals(1, folders.count());
        }
    }

    @Test
    void twoRunsOfTheSameSettingsHaveFoldersOfTheirOwn(@TempDir Path home) throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        keepRuns(home, gate);
        runs.step();
        runs.reset();
        runs.step();
        gate.countDown();
        awaitSteps(1);
        Path second = runs.folder().orElseThrow();
        runs.undo();
        runs.step();
        awaitSteps(1);
        assertNotEquals(second, runs.folder().orElseThrow());
    }

    @Test
    void anotherSeedIsAnotherNetwork() throws TimeoutException {
        runs.step();
        awaitSteps(1);
        float[] first = lab.getShown().parameters().values().clone();
        long seed = settings.training().getValue().seed();
        settings.training().text(TrainingSettings.SEED).set("2");
        assertTrue(runs.changed().isPending());
        runs.step();
        awaitSteps(1);
        assertFalse(Arrays.equals(first, lab.getShown().parameters().values()));
        runs.undo();
        assertEquals(seed, settings.training().getValue().seed());
        assertArrayEquals(first, lab.getShown().parameters().values());
    }

    @Test
    void undoBringsBackTheSeedOfBefore() {
        runs.newSeed();
        runs.undo();
        assertEquals("1", settings.training().text(TrainingSettings.SEED).get());
    }

    @Test
    void withWrongSettingsNothingStarts() {
        settings.network().text(NetworkSettings.KERNEL).set("99");
        runs.start();
        assertFalse(runs.presentProperty().get());
    }

    @Test
    void aRunThatCannotLoadItsDataSaysWhy() throws TimeoutException {
        settings.dataProperty().set(new org.whorl.ui.model.settings.DataChoice("no-such-set", Optional.empty()));
        runs.start();
        awaitState(TrainingState.FAILED);
        assertTrue(now().failure().orElseThrow().contains("no-such-set"));
        assertFalse(runs.isActive());
    }
}
