package org.whorl.ui.model.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.data.set.Datasets;
import org.whorl.network.NetworkSettings;
import org.whorl.training.EpochMetrics;
import org.whorl.training.StepCurves;
import org.whorl.training.TrainingSession;
import org.whorl.training.TrainingSettings;
import org.whorl.ui.model.settings.RunSettings;
import org.whorl.ui.model.settings.Settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A run that is opened again shows what it showed while it went on. */
class ReopenedCurvesTest {
    private static final int EPOCHS = 3;

    @TempDir
    Path folder;

    /** Trains a small network and returns its curves as they were drawn live. */
    private Curves train() throws Exception {
        Settings settings = new Settings(Path.of("unused"));
        settings.network().text(NetworkSettings.LAYERS).set("2");
        settings.network().text(NetworkSettings.BASE_FILTERS).set("1");
        settings.training().text(TrainingSettings.BATCH).set("16");
        settings.training().text(TrainingSettings.EPOCHS).set(Integer.toString(EPOCHS));
        RunSettings plan = settings.planProperty().get();
        Curves live = new Curves();
        try (TrainingSession session = new TrainingSession(
                plan.network(),
                plan.training(),
                p -> Datasets.load("digits", Optional.empty(), 1, p).limited(64),
                Optional.of(folder),
                false)) {
            session.start();
            session.await();
            live.take(session.history(), session.snapshot().stepsPerEpoch());
        }
        return live;
    }

    private static void assertSame(Curve live, Curve reopened) {
        assertEquals(live.size(), reopened.size());
        for (int i = 0; i < live.size(); i++) {
            assertEquals(live.x(i), reopened.x(i));
            assertEquals(live.y(i), reopened.y(i), 1e-6 * Math.abs(live.y(i)));
            assertEquals(live.smooth(i), reopened.smooth(i), 1e-6 * Math.abs(live.smooth(i)));
        }
    }

    @Test
    void aReopenedRunHasTheStepsThatWereDrawnLive() throws Exception {
        Curves live = train();
        Curves reopened = SavedRun.read(folder).curves();
        assertEquals(4 * EPOCHS, live.trainLoss().size(), "a point a step");
        assertFalse(reopened.ofEpochs());
        assertSame(live.trainLoss(), reopened.trainLoss());
        assertSame(live.trainAccuracy(), reopened.trainAccuracy());
        assertSame(live.testLoss(), reopened.testLoss());
        assertSame(live.learningRate(), reopened.learningRate());
        assertSame(live.gradientNorm(), reopened.gradientNorm());
        assertSame(live.form(), reopened.form());
        assertEquals(2, reopened.updateRatios().size());
        for (int l = 0; l < 2; l++) {
            assertSame(live.updateRatios().get(l), reopened.updateRatios().get(l));
            assertSame(live.gradientNorms().get(l), reopened.gradientNorms().get(l));
        }
    }

    @Test
    void aRunThatKeptNoStepsShowsTheMeansOfItsEpochsAsTheyAre() throws Exception {
        train();
        Files.delete(folder.resolve(StepCurves.FILE));
        SavedRun kept = SavedRun.read(folder);
        Curves reopened = kept.curves();
        reopened.setMemory(Smoothing.STRONGEST.memory());
        assertTrue(reopened.ofEpochs());
        assertEquals(EPOCHS, reopened.trainLoss().size());
        for (int i = 0; i < EPOCHS; i++) {
            EpochMetrics epoch = kept.epochs().get(i);
            assertEquals(epoch.trainLoss(), reopened.trainLoss().y(i));
            assertEquals(epoch.trainLoss(), reopened.trainLoss().smooth(i), "as metrics.csv has it");
            assertFalse(reopened.trainLoss().isSmoothed());
        }
    }
}
