package org.whorl.ui.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.file.SettingsFile;
import org.whorl.file.fuzz.Feeding;
import org.whorl.file.fuzz.Spoiling;

/** How to export, spoilt. */
class ExportSettingsFuzzTest {
    @TempDir
    Path folder;

    @Test
    void aSpoiltFileIsReadOrPutAsideInWords() throws Exception {
        Path good = folder.resolve("good.json");
        ExportSettings.DEFAULT.write(good);
        new Feeding(folder, "export.json")
                .feed(3_000, 1, Files.readAllBytes(good), Spoiling::text, file -> {
                    SettingsFile.Found<ExportSettings> found = ExportSettings.read(file);
                    if (found.problem().isPresent()) {
                        // Or there would be nothing to take away before the next one.
                        Files.createFile(file);
                        throw new IOException(found.problem().get());
                    }
                })
                .finish();
    }
}
