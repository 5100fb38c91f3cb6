package org.whorl.ui.model.run;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Where a network that was shown came from.
 *
 * @param kind what kind of place
 * @param place the name in the gallery, the file or the run's folder
 */
public record ModelSource(Kind kind, String place) {
    /** A kind of place. */
    public enum Kind {
        GALLERY,
        FILE,
        RUN
    }

    /**
     * A place.
     *
     * @throws InvalidPathException where it is to be a file or a folder, and cannot be one on this system
     */
    public ModelSource {
        if (kind != Kind.GALLERY && place != null) {
            Path.of(place);
        }
    }

    /** A run that is kept in a folder. */
    public static ModelSource run(Path folder) {
        return new ModelSource(Kind.RUN, folder.toAbsolutePath().toString());
    }

    /** The network's name, which is its title in the window. */
    public String name() {
        return kind == Kind.GALLERY
                ? place
                : String.valueOf(Path.of(place).getFileName()).replaceFirst("\\.npz$", "");
    }

    /** For people: “run digits-c6-seed1”. */
    public String words() {
        return (kind == Kind.RUN ? "run " : "model ") + name();
    }

    /** Whether it can still be there. */
    public boolean exists() {
        return switch (kind) {
            case GALLERY -> true;
            case FILE -> Files.isRegularFile(Path.of(place));
            case RUN -> SavedRuns.isRun(Path.of(place));
        };
    }
}
