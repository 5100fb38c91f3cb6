package org.whorl.ui.view.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.file.SettingsFile;
import org.whorl.file.fuzz.Feeding;
import org.whorl.file.fuzz.Spoiling;

/** What was compared, spoilt. */
class ComparedNetworksFuzzTest {
    @TempDir
    Path folder;

    @Test
    void aSpoiltFileIsReadOrPutAsideInWords() throws Exception {
        Path good = folder.resolve("good.json");
        new ComparedNetworks(List.of(
                        new Source(Source.Kind.GALLERY, "mnist-c4"),
                        new Source(Source.Kind.RUN, folder.resolve("run").toString())))
                .write(good);
        new Feeding(folder, "compare.json")
                .feed(3_000, 1, Files.readAllBytes(good), Spoiling::text, file -> {
                    SettingsFile.Found<ComparedNetworks> found = ComparedNetworks.read(file);
                    if (found.problem().isPresent()) {
                        // Or there would be nothing to take away before the next one.
                        Files.createFile(file);
                        throw new IOException(found.problem().get());
                    }
                })
                .finish();
    }
}
