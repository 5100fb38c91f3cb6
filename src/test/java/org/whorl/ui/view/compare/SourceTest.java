package org.whorl.ui.view.compare;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.data.set.Datasets;
import org.whorl.training.TrainingSession;
import org.whorl.ui.model.run.SavedRuns;
import org.whorl.ui.model.settings.RunSettings;
import org.whorl.ui.model.settings.Settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

class SourceTest {
    @TempDir
    Path runs;

    @Test
    void aRunThatLeftNoModelIsComparedByItsCheckpoint() throws Exception {
        Path run = runs.resolve("killed");
        RunSettings settings = new Settings(runs).planProperty().get();
        try (TrainingSession session = new TrainingSession(
                settings.network(),
                settings.training(),
                progress -> Datasets.load("digits", Optional.empty(), 1, progress),
                Optional.of(run),
                false)) {
            session.step();
            while (session.history().stepsAfter(0).isEmpty()) {
                Thread.onSpinWait();
            }
        }
        Source source = new Source(Source.Kind.RUN, run.toString());
        String whole = source.read().model().fingerprint();
        Files.delete(run.resolve(SavedRuns.MODEL));
        assertEquals(whole, source.read().model().fingerprint());
    }
}
