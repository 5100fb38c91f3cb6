package org.whorl.ui.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import org.whorl.data.Datasets;
import org.whorl.group.CyclicGroup;
import org.whorl.training.LiveSettings;
import org.whorl.training.TrainingSession;
import org.whorl.training.TrainingSnapshot;
import org.whorl.training.TrainingState;
import org.whorl.ui.lab.Lab;
import org.whorl.ui.settings.Plan;
import org.whorl.ui.settings.Settings;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The model of the run, without a window, with the real trainer on a very small network. */
class RunsTest {
    private final Lab lab = new Lab();
    private final Settings settings = new Settings(Path.of("unused"));
    private Runs runs;

    @BeforeEach
    void makeSmall() {
        settings.network().layersProperty().set("1");
        settings.network().baseFiltersProperty().set("1");
        settings.training().batchProperty().set("16");
        settings.training().epochsProperty().set("200");
        runs = new Runs(lab, settings, new DataShelf(), Optional::empty);
    }

    @AfterEach
    void end() {
        runs.close();
    }

    private TrainingSnapshot now() {
        runs.look();
        return runs.snapshotProperty().get().orElseThrow();
    }

    private void awaitSteps(int steps) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> now().step() >= steps);
    }

    private void awaitState(TrainingState state) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> now().state() == state);
    }

    private void trainABit() throws TimeoutException {
        runs.start();
        awaitSteps(5);
        runs.pause();
        awaitState(TrainingState.PAUSED);
    }

    @Test
    void startTrainsAndShowsTheNetworkAndItsCurves() throws TimeoutException {
        runs.start();
        assertTrue(runs.isActive());
        awaitSteps(3);
        assertEquals(new CyclicGroup(6), lab.getShown().spec().group());
        assertTrue(runs.curves().orElseThrow().trainLoss().size() >= 3);
        assertTrue(lab.getShown().data().isPresent());
    }

    @Test
    void pauseWaitsAndStartGoesOn() throws TimeoutException {
        trainABit();
        assertFalse(runs.isActive());
        assertTrue(runs.canResume());
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
        int points = runs.curves().orElseThrow().trainLoss().size();

        runs.reset();
        assertTrue(runs.undoableProperty().get().isPresent());
        runs.step();
        awaitSteps(1);
        assertEquals(1, now().step());
        assertArrayEquals(afterOne, lab.getShown().parameters().values(), "the same seed makes the same first step");

        runs.undo();
        assertArrayEquals(learned, lab.getShown().parameters().values());
        assertEquals(points, runs.curves().orElseThrow().trainLoss().size());
        assertTrue(runs.undoableProperty().get().isEmpty());
        runs.start();
        awaitSteps(points + 1);
    }

    /** Keeps runs in a folder, and gives them no images before the gate is open. */
    private void keepRuns(Path home, CountDownLatch gate) {
        DataShelf shelf = new DataShelf((choice, seed, progress) -> {
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new CancellationException();
            }
            return Datasets.load(choice.name(), choice.folder(), seed, progress);
        });
        runs = new Runs(lab, settings, shelf, () -> Optional.of(home));
    }

    @Test
    void aRunThatIsResetBeforeItsFirstStepLeavesNothingAndHarmsNoOther(@TempDir Path home) throws Exception {
        settings.training().epochsProperty().set("1");
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
        assertEquals(List.of(folder), KeptRuns.in(home));
        assertEquals(1, KeptRun.read(folder).epochs().size());
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
    void theDialDecidesTheNextRunNotThisOne() throws TimeoutException {
        settings.network().groupProperty().set(new CyclicGroup(4));
        trainABit();
        assertFalse(runs.isPending());
        settings.network().groupProperty().set(new CyclicGroup(6));
        assertTrue(runs.isPending());
        assertEquals(new CyclicGroup(4), lab.getShown().spec().group());
        runs.start();
        awaitSteps(1);
        assertEquals(new CyclicGroup(6), lab.getShown().spec().group());
        assertFalse(runs.isPending());
    }

    @Test
    void whatNeedsNoOtherNetworkChangesInThisRun() throws TimeoutException {
        runs.step();
        awaitSteps(1);
        settings.training().clipProperty().set("0.5");
        assertTrue(runs.isPending() && runs.applicableProperty().get());
        runs.applySettings();
        assertFalse(runs.isPending());
        assertEquals(0.5, runs.plan().orElseThrow().training().clip());
        settings.training().batchProperty().set("32");
        assertTrue(runs.isPending());
        assertFalse(runs.applicableProperty().get(), "another batch is another run");
        runs.revertSettings();
        runs.step();
        awaitSteps(2);
        assertEquals("clip 0.5", runs.curves().orElseThrow().marks().get(0).words());
    }

    @Test
    void settingsCanGoBackToThoseOfTheRun() throws TimeoutException {
        runs.step();
        awaitSteps(1);
        settings.network().groupProperty().set(new CyclicGroup(4));
        runs.revertSettings();
        assertFalse(runs.isPending());
        assertEquals(new CyclicGroup(6), settings.network().groupProperty().get());
    }

    @Test
    void anotherSeedIsAnotherNetwork() throws TimeoutException {
        runs.step();
        awaitSteps(1);
        float[] first = lab.getShown().parameters().values().clone();
        long seed = settings.training().getValue().seed();
        settings.training().seedProperty().set("2");
        assertTrue(runs.isPending());
        runs.step();
        awaitSteps(1);
        assertFalse(Arrays.equals(first, lab.getShown().parameters().values()));
        runs.undo();
        assertEquals(seed, settings.training().getValue().seed());
        assertArrayEquals(first, lab.getShown().parameters().values());
    }

    @Test
    void aRunThatIsOpenedBringsItsSettingsAndStartBeginsAnotherLikeIt(@TempDir Path home) throws Exception {
        settings.training().epochsProperty().set("1");
        settings.limit().limitProperty().set("32");
        try (TrainingSession kept = new TrainingSession(
                settings.planProperty().get().network(),
                settings.planProperty().get().training(),
                p -> Datasets.load("digits", Optional.empty(), 1, p).limited(32),
                Optional.of(home),
                false)) {
            kept.change(LiveSettings.of(
                    settings.planProperty().get().training(),
                    settings.planProperty().get().network().withThreshold(0.25, false)));
            kept.start();
            kept.await();
        }
        Plan asKept = settings.planProperty().get();
        settings.training().epochsProperty().set("200");
        settings.limit().limitProperty().set("");
        settings.training().clipProperty().set("0.5");
        trainABit();
        Plan own = runs.plan().orElseThrow();
        runs.giveWayTo(KeptRun.read(home));
        assertEquals(asKept, settings.planProperty().get());
        assertEquals(own, runs.plan().orElseThrow(), "the run that gave way keeps its own");
        assertFalse(runs.applicableProperty().get());
        assertEquals("λ 0.25", runs.curves().orElseThrow().marks().get(0).words());
        runs.start();
        awaitState(TrainingState.FINISHED);
        assertEquals(asKept, runs.plan().orElseThrow());
    }

    @Test
    void settingsThatARunReplacedCanBeBroughtBack(@TempDir Path home) throws Exception {
        KeptRun first = kept(home.resolve("first"), "0.5");
        KeptRun second = kept(home.resolve("second"), "0.75");
        settings.training().clipProperty().set("1.5");
        Plan mine = settings.planProperty().get();
        runs.giveWayTo(first);
        runs.giveWayTo(second);
        assertEquals(0.75, settings.training().getValue().clip());
        assertEquals(Optional.of(mine), runs.replacedSettingsProperty().get());
        runs.bringBackSettings();
        assertEquals(mine, settings.planProperty().get());
        assertEquals(Optional.empty(), runs.replacedSettingsProperty().get());
    }

    private KeptRun kept(Path folder, String clip) throws Exception {
        settings.training().clipProperty().set(clip);
        Plan plan = settings.planProperty().get();
        try (TrainingSession session = new TrainingSession(
                plan.network(),
                plan.training(),
                p -> Datasets.load("digits", Optional.empty(), 1, p),
                Optional.of(folder),
                false)) {
            session.step();
            while (session.history().stepsAfter(0).isEmpty()) {
                Thread.onSpinWait();
            }
        }
        return KeptRun.read(folder);
    }

    @Test
    void undoBringsBackTheSeedOfBefore() {
        runs.newSeed();
        runs.undo();
        assertEquals("1", settings.training().seedProperty().get());
    }

    @Test
    void undoLosesNoSettings() throws TimeoutException {
        runs.step();
        awaitSteps(1);
        settings.training().batchProperty().set("32");
        runs.reset();
        runs.undo();
        assertEquals("32", settings.training().batchProperty().get(), "it was so before the reset");
        runs.reset();
        settings.training().batchProperty().set("64");
        runs.undo();
        assertEquals("32", settings.training().batchProperty().get());
        runs.bringBackSettings();
        assertEquals("64", settings.training().batchProperty().get());
    }

    /** A run of two epochs of four steps, stopped after so many. */
    private KeptRun shortRun(Path folder, int steps) throws Exception {
        settings.training().epochsProperty().set("2");
        settings.limit().limitProperty().set("64");
        Plan plan = settings.planProperty().get();
        try (TrainingSession session = new TrainingSession(
                plan.network(),
                plan.training(),
                p -> Datasets.load("digits", Optional.empty(), 1, p).limited(64),
                Optional.of(folder),
                false)) {
            for (int i = 1; i <= steps; i++) {
                session.step();
                while (session.snapshot().step() < i) {
                    Thread.onSpinWait();
                }
            }
        }
        settings.limit().limitProperty().set("");
        settings.training().epochsProperty().set("200");
        return KeptRun.read(folder);
    }

    @Test
    void aKeptRunThatWasStoppedGoesOnToTheBitsOfOneThatNeverWas(@TempDir Path home) throws Exception {
        KeptRun whole = shortRun(home.resolve("whole"), 8);
        KeptRun stopped = shortRun(home.resolve("stopped"), 5);
        trainABit();
        float[] own = lab.getShown().parameters().values();
        runs.giveWayTo(stopped);
        assertEquals(Optional.of("Go on training"), runs.continuableProperty().get());
        assertTrue(runs.canResume());
        runs.start();
        assertEquals("stopped", runs.name().orElseThrow());
        assertFalse(runs.isPending());
        runs.undo();
        assertArrayEquals(own, lab.getShown().parameters().values());
        // The run that undo ended may still be writing its last checkpoint.
        runs.giveWayTo(stopped);
        runs.start();
        awaitState(TrainingState.FINISHED);
        assertArrayEquals(
                whole.model().parameters().values(), lab.getShown().parameters().values());
        assertEquals(2, runs.curves().orElseThrow().testLoss().size());
        runs.close();
        KeptRun ended = KeptRun.read(home.resolve("stopped"));
        assertArrayEquals(
                whole.model().parameters().values(), ended.model().parameters().values());
        assertEquals(2, ended.epochs().size());
    }

    @Test
    void aFinishedRunCanBeGivenMoreEpochs(@TempDir Path home) throws Exception {
        KeptRun finished = shortRun(home.resolve("finished"), 8);
        runs.giveWayTo(finished);
        assertEquals(
                Optional.of("Go on for 2 more epochs"),
                runs.continuableProperty().get());
        assertFalse(runs.canResume(), "Start begins another like it");
        settings.training().epochsProperty().set("3");
        assertEquals(
                Optional.of("Go on for 1 more epoch"),
                runs.continuableProperty().get());
        runs.goOn();
        awaitState(TrainingState.FINISHED);
        assertEquals(3, now().epoch());
        assertEquals(3, runs.curves().orElseThrow().testLoss().size());
        assertEquals("epochs 3", runs.curves().orElseThrow().marks().get(0).words());
        runs.close();
        assertEquals(3, KeptRun.read(home.resolve("finished")).epochs().size());
    }

    @Test
    void withWrongSettingsNothingStarts() {
        settings.network().kernelProperty().set("99");
        runs.start();
        assertFalse(runs.presentProperty().get());
    }

    @Test
    void aRunThatCannotLoadItsDataSaysWhy() throws TimeoutException {
        settings.dataProperty().set(new org.whorl.ui.settings.DataChoice("no-such-set", Optional.empty()));
        runs.start();
        awaitState(TrainingState.FAILED);
        assertTrue(now().failure().orElseThrow().contains("no-such-set"));
        assertFalse(runs.isActive());
    }
}
