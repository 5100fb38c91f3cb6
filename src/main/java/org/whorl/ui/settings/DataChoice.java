package org.whorl.ui.settings;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Which images to train on.
 *
 * @param name as on the command line: {@code digits}, {@code rot-mnist}, {@code folder:DIR} …
 * @param folder where the files are; empty to look where they usually are
 */
public record DataChoice(String name, Optional<Path> folder) {
    /** The digits that come with Whorl. */
    public static final DataChoice DIGITS = new DataChoice("digits", Optional.empty());

    /** Whether splits or angles of these images depend on the seed. */
    public boolean seeded() {
        return name.startsWith("rot-") || name.contains(":");
    }
}
