package org.whorl.ui.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;

class KeptRunsTest {
    @TempDir
    Path runs;

    private Path run(String name, long written) throws IOException {
        Path folder = Files.createDirectory(runs.resolve(name));
        Path model = Files.createFile(folder.resolve(KeptRuns.MODEL));
        Files.setLastModifiedTime(model, FileTime.fromMillis(written));
        return folder;
    }

    @Test
    void runsWithAModelTheNewestFirst() throws IOException {
        Path old = run("old", 1_000_000);
        Path newer = run("newer", 2_000_000);
        Files.createDirectory(runs.resolve("unfinished"));
        Files.createFile(runs.resolve("a file"));
        assertEquals(List.of(newer, old), KeptRuns.in(runs));
    }

    @Test
    void noFolderIsNoRuns() throws IOException {
        assertEquals(List.of(), KeptRuns.in(runs.resolve("not yet")));
    }
}
