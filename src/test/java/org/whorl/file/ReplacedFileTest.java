package org.whorl.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ReplacedFileTest {
    @TempDir
    Path folder;

    @Test
    void afterAFailureTheOldFileIsThereWholeAndNothingBesideIt() throws IOException {
        Path file = folder.resolve("model.npz");
        Files.writeString(file, "old");
        String message = assertThrows(
                        IOException.class,
                        () -> ReplacedFile.write(file, out -> {
                            out.write(new byte[100_000]);
                            throw new IOException("No space left on device");
                        }))
                .getMessage();
        assertTrue(message.contains("model.npz: expected room"), message);
        assertTrue(message.contains("No space left on device"), message);
        assertEquals("old", Files.readString(file));
        try (Stream<Path> all = Files.list(folder)) {
            assertEquals(List.of(file), all.toList());
        }
    }
}
