package org.whorl.ui.model.run;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.group.CyclicGroup;
import org.whorl.network.NetworkSettings;
import org.whorl.training.TrainingSettings;
import org.whorl.ui.model.settings.RunSettings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Settings that are not those of the run: applied, taken back, and brought back. */
class PendingSettingsTest extends SmallRuns {
    @Test
    void theDialDecidesTheNextRunNotThisOne() throws TimeoutException {
        settings.network().groupProperty().set(new CyclicGroup(4));
        trainABit();
        assertFalse(runs.changed().isPending());
        settings.network().groupProperty().set(new CyclicGroup(6));
        assertTrue(runs.changed().isPending());
        assertEquals(new CyclicGroup(4), lab.getShown().spec().group());
        runs.start();
        awaitSteps(1);
        assertEquals(new CyclicGroup(6), lab.getShown().spec().group());
        assertFalse(runs.changed().isPending());
    }

    @Test
    void whatNeedsNoOtherNetworkChangesInThisRun() throws TimeoutException {
        runs.step();
        awaitSteps(1);
        settings.training().text(TrainingSettings.CLIP).set("0.5");
        assertTrue(runs.changed().isPending()
                && runs.changed().applicableProperty().get());
        runs.changed().apply();
        assertFalse(runs.changed().isPending());
        assertEquals(0.5, runs.plan().orElseThrow().training().clip());
        settings.training().text(TrainingSettings.BATCH).set("32");
        assertTrue(runs.changed().isPending());
        assertFalse(runs.changed().applicableProperty().get(), "another batch is another run");
        runs.changed().revert();
        runs.step();
        awaitSteps(2);
        assertEquals(
                "clip 0.5", runs.shown().curves().orElseThrow().marks().get(0).words());
    }

    @Test
    void settingsCanGoBackToThoseOfTheRun() throws TimeoutException {
        runs.step();
        awaitSteps(1);
        settings.network().groupProperty().set(new CyclicGroup(4));
        runs.changed().revert();
        assertFalse(runs.changed().isPending());
        assertEquals(new CyclicGroup(6), settings.network().groupProperty().get());
    }

    @Test
    void settingsThatARunReplacedCanBeBroughtBack(@TempDir Path home) throws Exception {
        SavedRun first = kept(home.resolve("first"), "0.5");
        SavedRun second = kept(home.resolve("second"), "0.75");
        settings.training().text(TrainingSettings.CLIP).set("1.5");
        RunSettings mine = settings.planProperty().get();
        runs.giveWayTo(first);
        runs.giveWayTo(second);
        assertEquals(0.75, settings.training().getValue().clip());
        assertEquals(Optional.of(mine), runs.changed().replacedProperty().get());
        runs.changed().bringBack();
        assertEquals(mine, settings.planProperty().get());
        assertEquals(Optional.empty(), runs.changed().replacedProperty().get());
    }

    private SavedRun kept(Path folder, String clip) throws Exception {
        settings.training().text(TrainingSettings.CLIP).set(clip);
        RunSettings plan = settings.planProperty().get();
        trainOneStep(plan, folder);
        return SavedRun.read(folder);
    }

    @Test
    void undoLosesNoSettings() throws TimeoutException {
        runs.step();
        awaitSteps(1);
        settings.training().text(TrainingSettings.BATCH).set("32");
        runs.reset();
        runs.undo();
        assertEquals("32", settings.training().text(TrainingSettings.BATCH).get(), "it was so before the reset");
        runs.reset();
        settings.training().text(TrainingSettings.BATCH).set("64");
        runs.undo();
        assertEquals("32", settings.training().text(TrainingSettings.BATCH).get());
        runs.changed().bringBack();
        assertEquals("64", settings.training().text(TrainingSettings.BATCH).get());
    }

    @Test
    void whereThereIsNoRunNoneLacksSettings() {
        settings.training().text(TrainingSettings.CLIP).set("0.5");
        assertFalse(runs.changed().isPending());
        runs.changed().revert();
        assertEquals(0.5, settings.training().getValue().clip());
    }

    @Test
    void wrongSettingsAreNotApplied() throws TimeoutException {
        runs.step();
        awaitSteps(1);
        settings.training().text(TrainingSettings.CLIP).set("0.5");
        settings.network().text(NetworkSettings.KERNEL).set("99");
        runs.changed().apply();
        assertTrue(runs.changed().isPending());
    }
}
