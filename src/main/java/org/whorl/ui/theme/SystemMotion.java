package org.whorl.ui.theme;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.application.Platform;

import org.whorl.ui.task.BackgroundJob;

/** Asks the desktop whether it wants things to jump rather than to move. */
public final class SystemMotion {
    /** Of the fifth byte of Windows' user preferences: whether controls and menus move. */
    private static final int WINDOWS_MOVES = 0x02;

    private static final int WINDOWS_DIGIT = 8;

    private SystemMotion() {}

    /** Whether less motion is wanted; false where the desktop does not say. Starts a program and waits for it: not on the FX thread. */
    public static boolean isReduced() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("mac")) {
            return DesktopQuestion.answer("defaults", "read", "com.apple.universalaccess", "reduceMotion")
                    .strip()
                    .equals("1");
        }
        if (system.contains("win")) {
            return windowsStandsStill(DesktopQuestion.answer(
                    "reg", "query", "HKCU\\Control Panel\\Desktop", "/v", "UserPreferencesMask"));
        }
        return DesktopQuestion.answer("gsettings", "get", "org.gnome.desktop.interface", "enable-animations")
                .strip()
                .equals("false");
    }

    /** Whether the line of {@code reg query} says so: eight bytes in hexadecimal digits. */
    static boolean windowsStandsStill(String answer) {
        String mask = answer.replaceAll("(?s).*reg_binary\\s+([0-9a-f]{10,}).*", "$1");
        return mask.matches("[0-9a-f]{10,}")
                && (Integer.parseInt(mask.substring(WINDOWS_DIGIT, WINDOWS_DIGIT + 2), 16) & WINDOWS_MOVES) == 0;
    }

    /** Asks, and tells the FX thread later. */
    public static void ask(Consumer<Boolean> told) {
        new BackgroundJob<Boolean>("whorl-motion", Platform::runLater).replace("", report -> isReduced(), told);
    }
}
