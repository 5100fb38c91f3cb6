package org.whorl.ui.export;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class FileWriterTest {
    private static final Path HOME = Path.of(System.getProperty("user.home"));

    @Test
    void theFolderOfAFileIsSaidShort() {
        assertEquals("Pictures", FileWriter.folder(HOME.resolve("Pictures/figure4.svg")));
        assertEquals(HOME.toString(), FileWriter.folder(HOME.resolve("figure4.svg")));
        assertEquals(
                "… / " + Path.of("paper/figures/final"),
                FileWriter.folder(HOME.resolve("work/2026/paper/figures/final/figure4.svg")));
        assertEquals(Path.of("/").toAbsolutePath().toString(), FileWriter.folder(Path.of("/figure4.svg")));
    }
}
