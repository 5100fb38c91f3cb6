package org.whorl.ui.model.run;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.util.WaitForAsyncUtils;
import org.whorl.data.set.Datasets;
import org.whorl.network.NetworkSettings;
import org.whorl.training.TrainingSession;
import org.whorl.training.TrainingSettings;
import org.whorl.training.TrainingSnapshot;
import org.whorl.training.TrainingState;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.data.DatasetCache;
import org.whorl.ui.model.settings.RunSettings;
import org.whorl.ui.model.settings.Settings;

/** The model of the run, without a window, with the real trainer on a very small network. */
abstract class SmallRuns {
    final LabState lab = new LabState();
    final Settings settings = new Settings(Path.of("unused"));
    RunController runs;

    @BeforeEach
    void makeSmall() {
        settings.network().text(NetworkSettings.LAYERS).set("1");
        settings.network().text(NetworkSettings.BASE_FILTERS).set("1");
        settings.training().text(TrainingSettings.BATCH).set("16");
        settings.training().text(TrainingSettings.EPOCHS).set("200");
        runs = new RunController(lab, settings, new DatasetCache(), Optional::empty);
    }

    @AfterEach
    void end() {
        runs.close();
    }

    final TrainingSnapshot now() {
        runs.look();
        return runs.snapshotProperty().get().orElseThrow();
    }

    final void awaitSteps(int steps) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> now().step() >= steps);
    }

    final void awaitState(TrainingState state) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> now().state() == state);
    }

    /** Leaves a run behind that was stopped after its first step. */
    static void trainOneStep(RunSettings plan, Path folder) {
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
    }

    final void trainABit() throws TimeoutException {
        runs.start();
        awaitSteps(5);
        runs.pause();
        awaitState(TrainingState.PAUSED);
    }
}
