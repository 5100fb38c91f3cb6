package org.whorl.ui.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The runs that are kept in a folder and have left a model. */
public final class KeptRuns {
    /** The model's name in a run folder. */
    public static final String MODEL = "model.npz";

    private KeptRuns() {}

    /** The folders of all runs with a model, the newest first; none where the folder does not exist yet. */
    public static List<Path> in(Path runs) throws IOException {
        try (Stream<Path> folders = Files.list(runs)) {
            return folders.filter(f -> Files.isRegularFile(f.resolve(MODEL)))
                    .sorted(Comparator.comparingLong(KeptRuns::written)
                            .reversed()
                            .thenComparing(Path::compareTo))
                    .toList();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        }
    }

    private static long written(Path folder) {
        return folder.resolve(MODEL).toFile().lastModified();
    }
}
