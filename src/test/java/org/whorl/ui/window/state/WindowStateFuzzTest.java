package org.whorl.ui.window.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.file.SettingsFile;
import org.whorl.file.fuzz.Feeding;
import org.whorl.file.fuzz.Spoiling;

/** How the window was left, spoilt. */
class WindowStateFuzzTest {
    @TempDir
    Path folder;

    @Test
    void aSpoiltFileIsReadOrPutAsideInWords() throws Exception {
        Path good = folder.resolve("good.json");
        WindowStateTest.example(Optional.of(folder)).write(good);
        new Feeding(folder, "window.json")
                .feed(3_000, 1, Files.readAllBytes(good), Spoiling::text, file -> {
                    SettingsFile.Found<WindowState> found = WindowState.read(file);
                    if (found.value().isPresent()) {
                        found.value().get().plan();
                        found.value().get().lastShown();
                        found.value().get().chosenRunsFolder();
                    }
                    if (found.problem().isPresent()) {
                        // Or there would be nothing to take away before the next one.
                        Files.createFile(file);
                        throw new IOException(found.problem().get());
                    }
                })
                .finish();
    }
}
