package org.whorl.ui.export;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

class StartFolderTest {
    @Test
    void aDialogBeginsInTheNearestFolderThatExists(@TempDir Path folder) {
        assertEquals(folder.toFile(), StartFolder.of(folder));
        assertEquals(folder.toFile(), StartFolder.of(folder.resolve("runs/of-tomorrow")));
        assertNull(StartFolder.of(null));
    }
}
