package org.whorl.ui.model.settings;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

import org.whorl.data.set.SetName;

/**
 * Which images to train on.
 *
 * @param name as on the command line: {@code digits}, {@code rot-mnist}, {@code folder:DIR} …
 * @param folder where the files are; empty to look where they usually are
 */
public record DataChoice(String name, Optional<Path> folder) {
    /** The digits that come with Whorl. */
    public static final DataChoice DIGITS = new DataChoice("digits", Optional.empty());

    /** What the name says. */
    private SetName parsed() {
        return SetName.parse(name);
    }

    /** Whether splits or angles of these images depend on the seed. */
    public boolean dependsOnSeed() {
        return parsed().dependsOnSeed();
    }

    /** Whether every image is turned by its own angle. */
    public boolean isTurned() {
        return parsed() instanceof SetName.Turned;
    }

    /** Whether it is drawn when it is asked for. */
    public boolean isDrawn() {
        return parsed().upright().isDrawn();
    }

    /** The same set with every image turned by its own angle, or upright. */
    public DataChoice turned(boolean turned) {
        SetName upright = parsed().upright();
        return new DataChoice((turned ? new SetName.Turned(upright) : upright).toString(), folder);
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
            return Arrays.stream(name.split("[:,]")).map(DataChoice::option).collect(Collectors.joining(", "));
        }
        String path = upright.substring(colon + 1).split(",")[0].replaceAll("[/\\\\]+$", "");
        int slash = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
        String last = path.substring(slash + 1);
        return (last.isEmpty() ? path : last) + (isTurned() ? ", turned" : "");
    }

    /** An option of a drawn set, such as {@code planted=37}, in words. */
    private static String option(String option) {
        int equals = option.indexOf('=');
        String value = option.substring(equals + 1);
        return switch (equals < 0 ? "" : option.substring(0, equals)) {
            case "" -> option;
            case "planted" -> "lying at " + value + "°";
            case "every" -> "every " + value + "°";
            case "order" -> value + " orientations";
            case "images" -> value + " images";
            default -> option.replace('=', ' ');
        };
    }
}
