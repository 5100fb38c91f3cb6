package org.whorl.ui.model.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import com.fasterxml.jackson.databind.json.JsonMapper;
import org.whorl.file.PlainText;
import org.whorl.file.ReplacedFile;
import org.whorl.file.StrictJson;

/**
 * The name that a user gave to a run, in a file of its own in the run's folder: what other programs read there stays as it is, and a
 * version that knows no names reads the folder as before.
 *
 * @param name one line
 */
public record RunName(String name) {
    /** The file's name in a run folder. */
    public static final String FILE = "name.json";
    /** Letters that a card has room for. */
    public static final int MOST = 60;

    private static final int MOST_BYTES = 1 << 12;
    private static final JsonMapper JSON = StrictJson.builder().build();

    /**
     * A name.
     *
     * @throws IllegalArgumentException where it is empty, too long or more than a line
     */
    public RunName {
        if (name == null || name.isBlank() || name.length() > MOST || !name.equals(PlainText.line(name))) {
            throw new IllegalArgumentException(
                    "name: expected one line of 1 to " + MOST + " letters, found " + (name == null ? "none" : name));
        }
    }

    /**
     * The name of a run; empty where none was given.
     *
     * @throws IOException in one line, where the file cannot be read
     */
    public static Optional<RunName> of(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        return Files.isRegularFile(file)
                ? Optional.of(StrictJson.read(JSON, file, MOST_BYTES, RunName.class, "the name of a run"))
                : Optional.empty();
    }

    /** Gives a run a name, or takes it away where there is none. */
    public static void give(Path folder, Optional<RunName> name) throws IOException {
        Path file = folder.resolve(FILE);
        if (name.isEmpty()) {
            Files.deleteIfExists(file);
            return;
        }
        byte[] bytes = JSON.writeValueAsBytes(name.get());
        ReplacedFile.write(file, out -> out.write(bytes));
    }
}
