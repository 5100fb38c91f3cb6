package org.whorl.ui.model.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.whorl.training.MetricsFile;
import org.whorl.training.ResumePoint;
import org.whorl.training.RunRecord;

/** The runs that are kept in a folder and have made a step. */
public final class SavedRuns {
    /** The model's name in a run folder. */
    public static final String MODEL = "model.npz";

    private SavedRuns() {}

    /** The folders of all runs that have a model or a checkpoint and made a step, the newest first; none where there is no folder yet. */
    public static List<Path> in(Path runs) throws IOException {
        try (Stream<Path> folders = Files.list(runs)) {
            return folders.filter(f -> isRun(f) && hasBegun(f))
                    .sorted(Comparator.comparingLong(SavedRuns::written)
                            .reversed()
                            .thenComparing(Path::compareTo))
                    .toList();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        }
    }

    /** The folders of runs that have measured an epoch, but have neither model nor checkpoint any more; in order. */
    public static List<Path> broken(Path runs) throws IOException {
        try (Stream<Path> folders = Files.list(runs)) {
            return folders.filter(f -> !isRun(f) && Files.isRegularFile(f.resolve(MetricsFile.NAME)) && hasMeasured(f))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        }
    }

    /** What cannot be read may have. */
    private static boolean hasMeasured(Path folder) {
        try {
            return MetricsFile.hasEpoch(folder.resolve(MetricsFile.NAME));
        } catch (IOException e) {
            return true;
        }
    }

    /** Whether a folder holds a model or a checkpoint. */
    public static boolean isRun(Path folder) {
        return Files.isRegularFile(folder.resolve(MODEL)) || ResumePoint.isIn(folder);
    }

    /** RunController of before had folders before their first step. What cannot be told apart is taken for a run. */
    private static boolean hasBegun(Path folder) {
        try {
            if (MetricsFile.hasEpoch(folder.resolve(MetricsFile.NAME))) {
                return true;
            }
        } catch (IOException e) {
            return true;
        }
        try {
            return ResumePoint.of(folder).map(kept -> kept.step() > 0).orElse(true);
        } catch (IOException e) {
            return true;
        }
    }

    private static long written(Path folder) {
        Path model = folder.resolve(MODEL);
        return (Files.exists(model) ? model : folder.resolve(RunRecord.FILE))
                .toFile()
                .lastModified();
    }
}
