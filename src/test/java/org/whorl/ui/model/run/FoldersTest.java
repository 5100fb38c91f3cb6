package org.whorl.ui.model.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.data.ImageShape;
import org.whorl.group.CyclicGroup;
import org.whorl.network.NetworkSpec;
import org.whorl.training.TrainingSettings;
import org.whorl.ui.model.settings.DataChoice;
import org.whorl.ui.model.settings.RunSettings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FoldersTest {
    @TempDir
    private Path runs;

    private static RunSettings plan(String data, int order) {
        return new RunSettings(
                new DataChoice(data, Optional.empty()),
                NetworkSpec.paper(new ImageShape(1, 28, 28), 10, new CyclicGroup(order)),
                TrainingSettings.DEFAULT);
    }

    @Test
    void aRunIsNamedByItsDataGroupAndSeed() throws IOException {
        assertEquals("digits-c6-seed1", name(plan("digits", 6)));
        assertEquals("digits-baseline-seed1", name(plan("digits", 1)));
    }

    @Test
    void noRunIsWrittenOverAnother() throws IOException {
        Files.createDirectory(runs.resolve("digits-c6-seed1"));
        assertEquals("digits-c6-seed1-2", name(plan("digits", 6)));
        assertEquals("digits-c6-seed1-3", name(plan("digits", 6)));
    }

    @Test
    void theFolderIsTakenAtOnceSoThatNoOtherRunGetsIt() throws IOException {
        assertEquals("digits-c6-seed1", name(plan("digits", 6)));
        assertEquals("digits-c6-seed1-2", name(plan("digits", 6)));
        assertTrue(Files.isDirectory(runs.resolve("digits-c6-seed1-2")));
    }

    @Test
    void aPathInTheNameOfTheDataStaysInsideTheFolder() throws IOException {
        Path folder = Folders.forRun(runs, plan("folder:/some/../where else", 4));
        assertEquals(runs, folder.getParent());
    }

    private String name(RunSettings plan) throws IOException {
        return Folders.forRun(runs, plan).getFileName().toString();
    }
}
