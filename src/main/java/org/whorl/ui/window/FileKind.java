package org.whorl.ui.window;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.whorl.ui.model.run.SavedRuns;

/** What files that are dropped onto the window are, by their names and what lies in a folder. */
enum FileKind {
    /** A model's file. */
    MODEL,
    /** A run's folder. */
    RUN,
    /** A picture to look at in Codes. */
    PICTURE,
    /** A lesson's file. */
    LESSON,
    /** Anything else: a data set, or nothing that can be read. */
    SET;

    private static final String PICTURES = ".*\\.(png|jpe?g|gif|bmp|tiff?)";

    static FileKind of(List<Path> files) {
        if (files.size() != 1) {
            return SET;
        }
        Path file = files.get(0);
        if (Files.isDirectory(file)) {
            return Files.isRegularFile(file.resolve(SavedRuns.MODEL)) || Files.isRegularFile(file.resolve("run.json"))
                    ? RUN
                    : SET;
        }
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".npz")) {
            return MODEL;
        }
        if (name.endsWith(".json")) {
            return LESSON;
        }
        return name.matches(PICTURES) ? PICTURE : SET;
    }
}
