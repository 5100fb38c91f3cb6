package org.whorl.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * A file of settings, which must stop no program: one that cannot be used is put aside, where its owner can mend it, and the program begins as
 * on the first day.
 */
public final class SettingsFile {
    /** What a file's name gets that was put aside. */
    static final String ASIDE = ".unreadable";

    private SettingsFile() {}

    /**
     * What was found.
     *
     * @param value empty where there is no file, or none that can be used
     * @param problem one line for people, where a file was put aside
     */
    public record Found<T>(Optional<T> value, Optional<String> problem) {}

    /** Reads a file, and tries what will be done with it. */
    @FunctionalInterface
    public interface Reading<T> {
        T read(Path file) throws IOException;
    }

    /** Reads a file, or puts it aside. */
    public static <T> Found<T> read(Path file, Reading<T> reading) {
        try {
            return new Found<>(Optional.of(reading.read(file)), Optional.empty());
        } catch (NoSuchFileException e) {
            return new Found<>(Optional.empty(), Optional.empty());
        } catch (IOException | RuntimeException e) {
            return new Found<>(Optional.empty(), Optional.of(putAside(file, e)));
        }
    }

    /** Puts a file aside that was read but cannot be used; says so in one line. */
    public static String putAside(Path file, Exception why) {
        String reason = PlainText.line(why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage());
        String place = file + ": ";
        String found = reason.startsWith(place) ? reason.substring(place.length()) : reason;
        Path aside = file.resolveSibling(file.getFileName() + ASIDE);
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            return place + "put aside as " + aside.getFileName() + ", and begun as on the first day; " + found;
        } catch (IOException e) {
            return place + "begun as on the first day; " + found;
        }
    }
}
