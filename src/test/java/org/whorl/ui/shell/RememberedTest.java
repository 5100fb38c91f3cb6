package org.whorl.ui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.data.ImageShape;
import org.whorl.group.CyclicGroup;
import org.whorl.network.NetworkSpec;
import org.whorl.training.TrainingSettings;
import org.whorl.ui.opening.Origin;
import org.whorl.ui.settings.DataChoice;
import org.whorl.ui.settings.Plan;
import org.whorl.ui.theme.ThemeChoice;

import static org.junit.jupiter.api.Assertions.assertEquals;

class RememberedTest {
    private static final Origin LAST = new Origin(Origin.Kind.GALLERY, "digits-c6");

    @TempDir
    private Path folder;

    private static Remembered example(Optional<Path> data) {
        Plan plan = new Plan(
                new DataChoice("mnist", data),
                NetworkSpec.paper(new ImageShape(1, 28, 28), 10, new CyclicGroup(4))
                        .withLayers(3),
                TrainingSettings.DEFAULT);
        return Remembered.of(ThemeChoice.DARK, 1280, 720, false, true, Path.of("somewhere"), Optional.of(LAST), plan);
    }

    @Test
    void comesBackAsItWasLeft() throws IOException {
        Path file = folder.resolve("new/window.json");
        Remembered left = example(Optional.of(folder));
        left.write(file);
        assertEquals(Optional.of(left), Remembered.read(file));
        assertEquals(Optional.of(LAST), Remembered.read(file).orElseThrow().lastShown());
        assertEquals(left.plan(), Remembered.read(file).orElseThrow().plan());
    }

    @Test
    void leavesNothingElseBehind() throws IOException {
        example(Optional.empty()).write(folder.resolve("window.json"));
        example(Optional.empty()).write(folder.resolve("window.json"));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void nothingIsRememberedOfAFileThatCannotBeUnderstood() throws IOException {
        Path file = folder.resolve("window.json");
        assertEquals(Optional.empty(), Remembered.read(file));
        Files.writeString(file, "{ \"theme\": \"PURPLE\"");
        assertEquals(Optional.empty(), Remembered.read(file));
        Files.writeString(file, "{}");
        assertEquals(Optional.empty(), Remembered.read(file));
        Files.writeString(file, Files.readString(written()).replace("\"kernel\" : 8", "\"kernel\" : 99"));
        assertEquals(Optional.empty(), Remembered.read(file));
    }

    private Path written() throws IOException {
        Path other = folder.resolve("other.json");
        example(Optional.empty()).write(other);
        return other;
    }
}
