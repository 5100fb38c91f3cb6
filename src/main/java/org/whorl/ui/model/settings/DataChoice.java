package org.whorl.ui.model.settings;

import java.nio.file.Path;
import java.util.Optional;

import org.whorl.data.Datasets;

/**
 * Which images to train on.
 *
 * @param name as on the command line: {@code digits}, {@code rot-mnist}, {@code folder:DIR} …
 * @param folder where the files are; empty to look where they usually are
 */
public record DataChoice(String name, Optional<Path> folder) {
    /** The digits that come with Whorl. */
    public static final DataChoice DIGITS = new DataChoice("digits", Optional.empty());

    private static final String TURNED = "rot-";
    private static final String PATCHES = "patches-";

    /** Whether splits or angles of these images depend on the seed. */
    public boolean seeded() {
        return isTurned() || name.startsWith(PATCHES) || name.contains(":") && !isDrawn();
    }

    /** Whether every image is turned by its own angle. */
    public boolean isTurned() {
        return name.startsWith(TURNED);
    }

    /** Whether it is drawn when it is asked for. */
    public boolean isDrawn() {
        return Datasets.isDrawn(turned(false).name());
    }

    /** The same set with every image turned by its own angle, or upright. */
    public DataChoice turned(boolean turned) {
        if (turned == isTurned()) {
            return this;
        }
        return new DataChoice(turned ? TURNED + name : name.substring(TURNED.length()), folder);
    }

    /** Whether its files lie in a folder that may be chosen; others are built in, or name their files themselves. */
    public boolean hasFolder() {
        String upright = turned(false).name();
        return !upright.equals(DIGITS.name()) && !isDrawn() && !upright.contains(":");
    }

    /** For people: the name of the set, or that of its folder or file. */
    public String title() {
        String upright = turned(false).name();
        int colon = upright.indexOf(':');
        if (colon < 0) {
            return name;
        }
        if (isDrawn()) {
            return name.replaceAll("[:,]", ", ");
        }
        String path = upright.substring(colon + 1).split(",")[0].replaceAll("[/\\\\]+$", "");
        int slash = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
        String last = path.substring(slash + 1);
        return (last.isEmpty() ? path : last) + (isTurned() ? ", turned" : "");
    }
}
