package org.whorl.ui.model.run;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.whorl.ui.model.settings.RunSettings;

/**
 * Where the desktop app keeps what is a person's own.
 *
 * @param runs a folder for each run
 * @param settings how the window was left
 */
public record Folders(Path runs, Path settings) {
    /** Names another place for all of it, so that tests and classrooms leave a person's own files alone. */
    public static final String HOME_PROPERTY = "whorl.home";

    /** The usual places of this operating system, or those in the folder that the system property names. */
    public static Folders ofThisUser() {
        String chosen = System.getProperty(HOME_PROPERTY);
        if (chosen != null) {
            return in(Path.of(chosen), Path.of(chosen));
        }
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        Path home = Path.of(System.getProperty("user.home"));
        if (os.contains("mac")) {
            Path support = home.resolve("Library/Application Support/Whorl");
            return in(support, support);
        }
        if (os.contains("win")) {
            return in(
                    environment("LOCALAPPDATA", home.resolve("AppData/Local")).resolve("Whorl"),
                    environment("APPDATA", home.resolve("AppData/Roaming")).resolve("Whorl"));
        }
        return in(
                environment("XDG_DATA_HOME", home.resolve(".local/share")).resolve("whorl"),
                environment("XDG_CONFIG_HOME", home.resolve(".config")).resolve("whorl"));
    }

    private static Folders in(Path data, Path config) {
        return new Folders(data.resolve("runs"), config.resolve("window.json"));
    }

    private static Path environment(String name, Path otherwise) {
        String value = System.getenv(name);
        return value == null || value.isBlank() || !Path.of(value).isAbsolute() ? otherwise : Path.of(value);
    }

    /**
     * Makes a new folder for a run: {@code digits-c6-seed1}, and with -2, -3 … where that was taken.
     *
     * @throws IOException where it cannot be made
     */
    public static Path forRun(Path runs, RunSettings plan) throws IOException {
        String data = plan.data().name().replaceAll("[^A-Za-z0-9-]+", "-");
        String name = String.format(
                Locale.ROOT,
                "%s-%s-seed%d",
                data.length() > 40 ? data.substring(data.length() - 40) : data,
                plan.network().group().order() == 1
                        ? "baseline"
                        : "c" + plan.network().group().order(),
                plan.training().seed());
        Files.createDirectories(runs);
        for (int i = 1; ; i++) {
            try {
                // Makes it or fails: looking first would give the same folder to two runs that look at the same time.
                return Files.createDirectory(runs.resolve(i == 1 ? name : name + "-" + i));
            } catch (FileAlreadyExistsException e) {
                // The next number may be free.
            }
        }
    }
}
