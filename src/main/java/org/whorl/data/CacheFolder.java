package org.whorl.data;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where downloaded sets and computed whitenings are kept: the folder that the system means for such files, and
 * {@code whorl} inside it. The system property {@code whorl.cache} or the environment variable {@code WHORL_CACHE} names
 * another folder.
 */
public final class CacheFolder {
    private CacheFolder() {}

    /** The cache folder, which need not exist yet. */
    public static Path path() {
        return path(System::getProperty, System::getenv);
    }

    /**
     * The cache folder under the given system properties and environment.
     *
     * @param property looks up a system property, null where there is none
     * @param environment looks up an environment variable, null where there is none
     */
    static Path path(UnaryOperator<String> property, UnaryOperator<String> environment) {
        Optional<Path> chosen = absolute(property.apply("whorl.cache"));
        if (chosen.isEmpty()) {
            chosen = absolute(environment.apply("WHORL_CACHE"));
        }
        if (chosen.isPresent()) {
            return chosen.get();
        }
        Path home = Path.of(property.apply("user.home"));
        String system = property.apply("os.name").toLowerCase(Locale.ROOT);
        if (system.contains("win")) {
            return absolute(environment.apply("LOCALAPPDATA"))
                    .orElse(home.resolve("AppData").resolve("Local"))
                    .resolve("whorl");
        }
        if (system.contains("mac")) {
            return home.resolve("Library").resolve("Caches").resolve("whorl");
        }
        // The XDG specification says to ignore a path that is not absolute.
        return Optional.ofNullable(environment.apply("XDG_CACHE_HOME"))
                .filter(value -> !value.isBlank() && Path.of(value).isAbsolute())
                .map(Path::of)
                .orElse(home.resolve(".cache"))
                .resolve("whorl");
    }

    private static Optional<Path> absolute(String value) {
        return value == null || value.isBlank()
                ? Optional.empty()
                : Optional.of(Path.of(value).toAbsolutePath());
    }
}
