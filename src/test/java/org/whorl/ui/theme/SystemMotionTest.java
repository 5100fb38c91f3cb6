package org.whorl.ui.theme;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SystemMotionTest {
    private static String line(String mask) {
        return "\r\nhkey_current_user\\control panel\\desktop\r\n    userpreferencesmask    reg_binary    " + mask
                + "\r\n";
    }

    @Test
    void windowsSaysInItsFifthByteWhetherThingsMove() {
        assertFalse(SystemMotion.windowsStandsStill(line("9e1e078012000000")));
        assertTrue(SystemMotion.windowsStandsStill(line("9012038010000000")));
    }

    @Test
    void whereTheDesktopDoesNotSayThingsMove() {
        assertFalse(SystemMotion.windowsStandsStill(""));
        assertFalse(SystemMotion.windowsStandsStill("error: the system was unable to find the specified registry key"));
    }
}
