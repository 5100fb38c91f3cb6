package org.whorl.ui.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.whorl.network.Model;
import org.whorl.network.ModelFile;
import org.whorl.training.EpochMetrics;
import org.whorl.training.MetricsFile;

/**
 * A run that is kept on disk, as it was left.
 *
 * @param folder of the run
 * @param model that it left
 * @param epochs what was measured after each; none where the folder does not say
 */
public record KeptRun(Path folder, Model model, List<EpochMetrics> epochs) {
    public KeptRun {
        epochs = List.copyOf(epochs);
    }

    /**
     * Reads a run's folder. Takes a moment.
     *
     * @throws IOException in one line, where there is no run
     */
    public static KeptRun read(Path folder) throws IOException {
        Path model = folder.resolve(KeptRuns.MODEL);
        if (!Files.isRegularFile(model)) {
            throw new IOException(folder + ": expected a run with a " + KeptRuns.MODEL + ", found none");
        }
        Path metrics = folder.resolve(MetricsFile.NAME);
        return new KeptRun(
                folder, ModelFile.read(model), Files.isRegularFile(metrics) ? MetricsFile.read(metrics) : List.of());
    }

    /** The name of its folder. */
    public String name() {
        return folder.toAbsolutePath().normalize().getFileName().toString();
    }
}
