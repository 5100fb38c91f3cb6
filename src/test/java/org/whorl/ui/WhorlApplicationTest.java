package org.whorl.ui;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class WhorlApplicationTest {
    @Test
    void withoutADisplayItSaysWhatToDoInOneLine() {
        String words = WhorlApplication.missingDisplay("Linux", Map.of()).orElseThrow();
        assertTrue(words.contains("DISPLAY") && words.contains("--help"), words);
        assertFalse(words.contains("\n"));
    }

    @Test
    void aDisplayOrAnotherSystemIsEnough() {
        assertTrue(WhorlApplication.missingDisplay("Linux", Map.of("DISPLAY", ":0"))
                .isEmpty());
        assertTrue(WhorlApplication.missingDisplay("Mac OS X", Map.of()).isEmpty());
        assertTrue(WhorlApplication.missingDisplay("Windows 11", Map.of()).isEmpty());
    }
}
