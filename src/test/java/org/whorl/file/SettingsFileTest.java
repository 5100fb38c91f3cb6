package org.whorl.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SettingsFileTest {
    @TempDir
    Path folder;

    @Test
    void whatCannotBeAppliedIsPutAsideToo() throws IOException {
        Path file = Files.writeString(folder.resolve("export.json"), "null");
        SettingsFile.Found<String> found = SettingsFile.read(file, f -> {
            throw new NullPointerException();
        });
        assertEquals(Optional.empty(), found.value());
        assertEquals(
                file + ": put aside as export.json.unreadable, and begun as on the first day; NullPointerException",
                found.problem().orElseThrow());
        assertEquals("null", Files.readString(folder.resolve("export.json.unreadable")));
    }

    @Test
    void noFileIsNoProblem() {
        assertEquals(
                Optional.empty(),
                SettingsFile.read(folder.resolve("none.json"), Files::readString)
                        .problem());
    }

    @Test
    void controlCharactersAndLongMessagesDoNotReachATerminal() {
        String line = PlainText.line("\u001b]0;owned\u0007a\nb\u202e" + "x".repeat(1000));
        assertTrue(line.startsWith("?]0;owned?a; b?x"), line);
        assertEquals(PlainText.MOST, line.length());
        assertFalse(line.chars().anyMatch(Character::isISOControl));
    }
}
