package org.whorl.ui.model.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.whorl.network.Model;
import org.whorl.network.ModelFile;
import org.whorl.training.EpochMetrics;
import org.whorl.training.LiveSettings;
import org.whorl.training.MetricsFile;
import org.whorl.training.ResumePoint;
import org.whorl.training.RunRecord;
import org.whorl.training.SettingsHistory;
import org.whorl.training.StepCurves;
import org.whorl.ui.model.settings.DataChoice;
import org.whorl.ui.model.settings.RunSettings;

/**
 * A run that is kept on disk, as it was left.
 *
 * @param folder of the run
 * @param model that it left
 * @param epochs what was measured after each; none where the folder does not say
 * @param steps what its steps measured; empty where they were not kept
 * @param begun how it was begun, and how its settings were changed; empty where the folder does not say
 * @param checkpoint from where it can go on; empty where there is none
 */
public record SavedRun(
        Path folder,
        Model model,
        List<EpochMetrics> epochs,
        Optional<StepCurves> steps,
        Optional<RunRecord> begun,
        Optional<ResumePoint> checkpoint) {
    public SavedRun {
        epochs = List.copyOf(epochs);
    }

    /**
     * Reads a run's folder. Takes a moment.
     *
     * @throws IOException in one line, where there is no run
     */
    public static SavedRun read(Path folder) throws IOException {
        Path model = folder.resolve(SavedRuns.MODEL);
        boolean hasModel = Files.isRegularFile(model);
        if (!hasModel && !ResumePoint.isIn(folder)) {
            throw new IOException(
                    folder + ": expected a run with a " + SavedRuns.MODEL + " or a checkpoint, found neither");
        }
        Path metrics = folder.resolve(MetricsFile.NAME);
        Optional<ResumePoint> checkpoint = checkpoint(folder);
        return new SavedRun(
                folder,
                hasModel ? ModelFile.read(model) : ResumePoint.model(folder),
                Files.isRegularFile(metrics) ? MetricsFile.read(metrics) : List.of(),
                steps(folder, checkpoint.map(ResumePoint::step).orElse(Integer.MAX_VALUE)),
                record(folder),
                checkpoint);
    }

    /** A run whose steps cannot be read has its epochs still. */
    private static Optional<StepCurves> steps(Path folder, int last) {
        try {
            return StepCurves.read(folder, last);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A run whose record cannot be read can still be looked at: its network and its curves are in files of their own. */
    private static Optional<RunRecord> record(Path folder) {
        try {
            return Optional.of(RunRecord.read(folder));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A run whose checkpoint cannot be read cannot go on, but can still be looked at. */
    private static Optional<ResumePoint> checkpoint(Path folder) {
        try {
            return ResumePoint.of(folder);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The name of its folder. */
    public String name() {
        return folder.toAbsolutePath().normalize().getFileName().toString();
    }

    /**
     * The settings that it was begun with; empty where its folder does not say.
     *
     * @param now the set that is chosen: a run does not say in which folder its images were, but these may be the same
     */
    public Optional<RunSettings> plan(DataChoice now) {
        return begun.map(record -> ToldSettings.of(
                record.data(), OptionalInt.of(record.trainImages()), record.network(), record.training(), now));
    }

    /** How many epochs it was to have in the end; empty where its folder does not say. */
    public OptionalInt plannedEpochs() {
        return begun.map(record -> OptionalInt.of(
                        new SettingsHistory(LiveSettings.of(record.training(), record.network()), record.changes())
                                .after(Integer.MAX_VALUE)
                                .epochs()))
                .orElse(OptionalInt.empty());
    }

    /** “was interrupted after epoch 3 of 10”; empty where it has all its epochs, or cannot go on. */
    public Optional<String> interruption() {
        OptionalInt planned = plannedEpochs();
        return checkpoint
                .map(ResumePoint::epoch)
                .filter(epoch -> planned.isPresent() && epoch < planned.getAsInt())
                .map(epoch -> "was interrupted after epoch " + epoch + " of " + planned.getAsInt());
    }

    /** Its curves, with a mark where settings were changed; of its steps, or else a point an epoch. */
    Curves curves() {
        Curves curves = steps.filter(StepCurves::isWhole)
                .map(kept -> Curves.of(kept, epochs))
                .orElseGet(() -> Curves.of(epochs));
        begun.ifPresent(record -> epochs.stream()
                .filter(e -> e.epoch() > 0)
                .reduce((first, second) -> second)
                .ifPresent(last -> curves.mark(
                        new SettingsHistory(LiveSettings.of(record.training(), record.network()), record.changes()),
                        last.step() / last.epoch(),
                        last.step())));
        return curves;
    }
}
