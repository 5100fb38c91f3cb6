package org.whorl.ui.window.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whorl.data.ImageShape;
import org.whorl.group.CyclicGroup;
import org.whorl.network.NetworkSpec;
import org.whorl.training.TrainingSettings;
import org.whorl.ui.model.run.ModelSource;
import org.whorl.ui.model.settings.DataChoice;
import org.whorl.ui.model.settings.RunSettings;
import org.whorl.ui.theme.ThemeChoice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class WindowStateTest {
    private static final ModelSource LAST = new ModelSource(ModelSource.Kind.GALLERY, "digits-c6");

    @TempDir
    private Path folder;

    static WindowState example(Optional<Path> data) {
        RunSettings plan = new RunSettings(
                new DataChoice("mnist", data),
                NetworkSpec.paper(new ImageShape(1, 28, 28), 10, new CyclicGroup(4))
                        .withLayers(3),
                TrainingSettings.DEFAULT);
        return WindowState.of(
                ThemeChoice.DARK,
                1280,
                720,
                false,
                true,
                "Codes",
                Path.of("somewhere"),
                Optional.of(LAST),
                plan,
                new SideState(340.0, false),
                new SideState(null, true),
                true);
    }

    @Test
    void comesBackAsItWasLeft() throws IOException {
        Path file = folder.resolve("new/window.json");
        WindowState left = example(Optional.of(folder));
        left.write(file);
        assertEquals(Optional.of(left), WindowState.read(file).value());
        assertEquals(
                Optional.of(LAST), WindowState.read(file).value().orElseThrow().lastShown());
        assertEquals(left.plan(), WindowState.read(file).value().orElseThrow().plan());
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
        assertEquals(Optional.empty(), WindowState.read(file).value());
        Files.writeString(file, "{ \"theme\": \"PURPLE\"");
        assertEquals(Optional.empty(), WindowState.read(file).value());
        Files.writeString(file, "{}");
        assertEquals(Optional.empty(), WindowState.read(file).value());
        Files.writeString(file, Files.readString(written()).replace("\"kernel\" : 8", "\"kernel\" : 99"));
        assertEquals(Optional.empty(), WindowState.read(file).value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"shrinkage", "objective", "classify", "schedule", "theme", "width"})
    void aFileThatLacksSomethingIsPutAsideAndSaid(String field) throws IOException {
        Path file = folder.resolve("window.json");
        example(Optional.empty()).write(file);
        String whole = Files.readString(file);
        String torn = whole.replaceFirst("\"" + field + "\" : (\\{[^}]*\\}|[^,\n]*)", "\"" + field + "\" : null");
        assertNotEquals(whole, torn);
        Files.writeString(file, torn);
        String said = WindowState.read(file).problem().orElseThrow();
        assertTrue(
                said.startsWith(file + ": put aside as window.json.unreadable, and begun as on the first day; "), said);
        assertEquals(torn, Files.readString(folder.resolve("window.json.unreadable")), "its owner can mend it");
        assertFalse(Files.exists(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"runs", "dataFolder", "place"})
    void aFolderThatCannotBeOneIsNotUnderstoodEither(String field) throws IOException {
        Path file = folder.resolve("window.json");
        example(Optional.of(Path.of("data"))).write(file);
        String whole = Files.readString(file).replace("GALLERY", "FILE");
        String torn = whole.replaceFirst("(\"" + field + "\" : \")", "$1a\\\\u0000");
        Files.writeString(file, torn);
        assertNotEquals(whole, torn);
        assertEquals(Optional.empty(), WindowState.read(file).value());
    }

    @Test
    void aFileThatNeverEndsOrHasNoSizeIsNotUnderstood() throws IOException {
        Path file = folder.resolve("window.json");
        example(Optional.empty()).write(file);
        String whole = Files.readString(file);
        Files.writeString(file, whole + " ".repeat(1 << 20));
        assertEquals(Optional.empty(), WindowState.read(file).value());
        Files.writeString(file, whole.replace("1280.0", "-1"));
        assertEquals(Optional.empty(), WindowState.read(file).value());
    }

    @Test
    void anOlderFileThatLacksFieldsIsStillRead() throws IOException {
        Path file = folder.resolve("window.json");
        example(Optional.empty()).write(file);
        ObjectNode older = (ObjectNode) new ObjectMapper().readTree(file.toFile());
        older.remove(List.of(
                "maximized", "logLoss", "runs", "last", "dataFolder", "limit", "settingsSide", "inspectorSide"));
        older.put("something", "that a later version knew");
        Files.writeString(file, older.toString());
        WindowState read = WindowState.read(file).value().orElseThrow();
        assertEquals(Optional.empty(), read.lastShown());
        assertEquals(3, read.plan().network().layers());
        assertEquals(SideState.USUAL, read.settings());
        assertEquals(SideState.USUAL, read.inspector());
    }

    @Test
    void theSidesComeBackAsTheyWere() throws IOException {
        Path file = folder.resolve("window.json");
        example(Optional.empty()).write(file);
        WindowState read = WindowState.read(file).value().orElseThrow();
        assertEquals(new SideState(340.0, false), read.settings());
        assertEquals(new SideState(null, true), read.inspector());
        Files.writeString(file, Files.readString(file).replace("340.0", "-3"));
        assertEquals(Optional.empty(), WindowState.read(file).value());
    }

    private Path written() throws IOException {
        Path other = folder.resolve("other.json");
        example(Optional.empty()).write(other);
        return other;
    }
}
