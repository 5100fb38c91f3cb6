package org.whorl.ui.model.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.data.set.Datasets;
import org.whorl.group.CyclicGroup;
import org.whorl.network.Objective;
import org.whorl.network.Parameters;
import org.whorl.training.LiveSettings;
import org.whorl.training.TrainingSession;
import org.whorl.training.TrainingSettings;
import org.whorl.training.TrainingState;
import org.whorl.ui.model.ShownNetwork;
import org.whorl.ui.model.settings.RunSettings;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is shown where the run in the window gives way, and how a kept run goes on. */
class ShownRunTest extends SmallRuns {
    @Test
    void aRunThatIsOpenedBringsItsSettingsAndStartBeginsAnotherLikeIt(@TempDir Path home) throws Exception {
        settings.training().text(TrainingSettings.EPOCHS).set("1");
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
        RunSettings asKept = settings.planProperty().get();
        settings.training().text(TrainingSettings.EPOCHS).set("200");
        settings.limit().limitProperty().set("");
        settings.training().text(TrainingSettings.CLIP).set("0.5");
        trainABit();
        RunSettings own = runs.plan().orElseThrow();
        runs.giveWayTo(SavedRun.read(home));
        assertEquals(asKept, settings.planProperty().get());
        assertEquals(own, runs.plan().orElseThrow(), "the run that gave way keeps its own");
        assertFalse(runs.changed().applicableProperty().get());
        assertEquals(
                "λ 0.25", runs.shown().curves().orElseThrow().marks().get(0).words());
        runs.start();
        awaitState(TrainingState.FINISHED);
        assertEquals(asKept, runs.plan().orElseThrow());
    }

    @Test
    void viewsHearOnceOfCurvesThatTakeThePlaceOfTheRuns(@TempDir Path home) throws Exception {
        SavedRun kept = shortRun(home.resolve("kept"), 8);
        trainABit();
        List<Optional<Curves>> heard = new ArrayList<>();
        runs.changesProperty()
                .addListener((o, was, is) -> heard.add(runs.shown().curves()));
        runs.giveWayTo(kept.epochs(), Objective.CLASSIFY);
        runs.giveWay();
        runs.giveWayTo(kept);
        assertEquals(
                List.of(2, 0, 2),
                heard.stream()
                        .map(curves -> curves.map(c -> c.testLoss().size()).orElse(0))
                        .toList());
    }

    /** A run of two epochs of four steps, stopped after so many. */
    private SavedRun shortRun(Path folder, int steps) throws Exception {
        settings.training().text(TrainingSettings.EPOCHS).set("2");
        settings.limit().limitProperty().set("64");
        RunSettings plan = settings.planProperty().get();
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
        settings.training().text(TrainingSettings.EPOCHS).set("200");
        return SavedRun.read(folder);
    }

    @Test
    void aKeptRunThatWasStoppedGoesOnToTheBitsOfOneThatNeverWas(@TempDir Path home) throws Exception {
        SavedRun whole = shortRun(home.resolve("whole"), 8);
        SavedRun stopped = shortRun(home.resolve("stopped"), 5);
        trainABit();
        float[] own = lab.getShown().parameters().values();
        runs.giveWayTo(stopped);
        assertEquals(
                Optional.of("Go on training"),
                runs.shown().continuableProperty().get());
        assertTrue(runs.shown().canResume());
        runs.start();
        assertEquals("stopped", runs.name().orElseThrow());
        assertFalse(runs.changed().isPending());
        runs.undo();
        assertArrayEquals(own, lab.getShown().parameters().values());
        // The run that undo ended may still be writing its last checkpoint.
        runs.giveWayTo(stopped);
        runs.start();
        awaitState(TrainingState.FINISHED);
        assertArrayEquals(
                whole.model().parameters().values(), lab.getShown().parameters().values());
        assertEquals(2, runs.shown().curves().orElseThrow().testLoss().size());
        runs.close();
        SavedRun ended = SavedRun.read(home.resolve("stopped"));
        assertArrayEquals(
                whole.model().parameters().values(), ended.model().parameters().values());
        assertEquals(2, ended.epochs().size());
    }

    @Test
    void aFinishedRunCanBeGivenMoreEpochs(@TempDir Path home) throws Exception {
        SavedRun finished = shortRun(home.resolve("finished"), 8);
        runs.giveWayTo(finished);
        assertEquals(
                Optional.of("Go on for 2 more epochs"),
                runs.shown().continuableProperty().get());
        assertFalse(runs.shown().canResume(), "Start begins another like it");
        settings.training().text(TrainingSettings.EPOCHS).set("3");
        assertEquals(
                Optional.of("Go on for 1 more epoch"),
                runs.shown().continuableProperty().get());
        runs.goOn();
        awaitState(TrainingState.FINISHED);
        assertEquals(3, now().epoch());
        assertEquals(3, runs.shown().curves().orElseThrow().testLoss().size());
        assertEquals(
                "epochs 3", runs.shown().curves().orElseThrow().marks().get(0).words());
        runs.close();
        assertEquals(3, SavedRun.read(home.resolve("finished")).epochs().size());
    }

    @Test
    void aRunThatGivesWayToAnotherNetworkIsNotShownUntilItGoesOn() throws TimeoutException {
        trainABit();
        runs.giveWay();
        ShownRun shown = runs.shown();
        assertFalse(shown.isInWindow());
        assertTrue(shown.curves().isEmpty()
                && shown.objective().isEmpty()
                && shown.epochs().isEmpty());
        assertTrue(runs.presentProperty().get());
        runs.step();
        assertTrue(shown.isInWindow());
        assertEquals(Optional.of(200.0), shown.epochs());
    }

    @Test
    void aKeptRunIsShownInPlaceOfTheOneInTheWindow(@TempDir Path home) throws Exception {
        SavedRun kept = shortRun(home, 5);
        trainABit();
        runs.giveWayTo(kept);
        ShownRun shown = runs.shown();
        assertEquals(Optional.of(kept), shown.kept());
        assertFalse(shown.isInWindow());
        assertEquals(1, shown.curves().orElseThrow().testLoss().size());
        // A whole epoch of four steps and the fifth step.
        assertEquals(Optional.of(1.25), shown.epochs());
        runs.giveWay();
        assertTrue(shown.kept().isEmpty() && shown.curves().isEmpty());
    }

    @Test
    void resetBeginsAnewWhatIsShownAndUndoBringsBackWhatWasSeen(@TempDir Path home) throws Exception {
        settings.network().groupProperty().set(new CyclicGroup(4));
        RunSettings four = settings.planProperty().get();
        trainOneStep(four, home.resolve("four"));
        settings.network().groupProperty().set(new CyclicGroup(6));
        trainABit();
        RunSettings own = runs.plan().orElseThrow();
        SavedRun kept = SavedRun.read(home.resolve("four"));
        runs.giveWayTo(kept);
        lab.show(new ShownNetwork(
                "four",
                kept.model().parameters(),
                kept.model().preparation(),
                kept.model().classNames(),
                lab.getShown().data(),
                lab.nextVersion()));
        runs.reset();
        assertEquals(four, runs.plan().orElseThrow(), "the network that is shown, not the run that gave way");
        assertEquals(four, settings.planProperty().get());
        runs.undo();
        assertEquals("four", lab.getShown().title());
        assertEquals(kept, runs.shown().kept().orElseThrow());
        assertEquals(four, settings.planProperty().get());
        assertEquals(own, runs.plan().orElseThrow(), "the run that gave way waits as it did");
        assertFalse(runs.isActive());
    }

    @Test
    void aKeptRunCanBeResetWhereTheWindowHasNoneOfItsOwn(@TempDir Path home) throws Exception {
        settings.network().groupProperty().set(new CyclicGroup(4));
        RunSettings four = settings.planProperty().get();
        trainOneStep(four, home.resolve("four"));
        assertFalse(runs.resettableProperty().get(), "nothing is there to go back");
        SavedRun kept = SavedRun.read(home.resolve("four"));
        runs.giveWayTo(kept);
        assertTrue(runs.resettableProperty().get());
        runs.reset();
        assertEquals(four, runs.plan().orElseThrow());
        assertTrue(runs.shown().isInWindow());
        runs.undo();
        assertEquals(kept, runs.shown().kept().orElseThrow());
    }

    @Test
    void resetOfANetworkThatIsNoRunTrainsOneLikeIt() throws Exception {
        trainABit();
        RunSettings own = runs.plan().orElseThrow();
        runs.giveWay();
        ShownNetwork before = lab.getShown();
        ShownNetwork other = new ShownNetwork(
                "other",
                Parameters.initial(before.spec().withGroup(new CyclicGroup(4)), 1),
                before.preparation(),
                before.classNames(),
                before.data(),
                before.version() + 1);
        lab.show(other);
        runs.reset();
        assertEquals(other.spec(), runs.plan().orElseThrow().network());
        assertEquals(other.spec(), settings.planProperty().get().network());
        runs.undo();
        assertEquals("other", lab.getShown().title());
        assertFalse(runs.shown().isInWindow());
        assertEquals(own, settings.planProperty().get());
    }

    @Test
    void undoIsAboutNothingThatIsNotShown() throws Exception {
        trainABit();
        runs.reset();
        RunSettings plan = runs.plan().orElseThrow();
        runs.giveWay();
        ShownNetwork looked = lab.getShown();
        runs.undo();
        assertSame(looked, lab.getShown());
        assertEquals(plan, runs.plan().orElseThrow());
    }
}
