package org.whorl.ui.theme;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Asks the desktop whether it prefers dark windows. */
public final class SystemTheme {
    private static final long PATIENCE_SECONDS = 3;

    private SystemTheme() {}

    /** Whether the desktop is dark; light where nobody says. Starts a program and waits for it: not on the FX thread. */
    public static boolean isDark() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("mac")) {
            return answer("defaults", "read", "-g", "AppleInterfaceStyle").contains("dark");
        }
        if (system.contains("win")) {
            return answer(
                            "reg",
                            "query",
                            "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize",
                            "/v",
                            "AppsUseLightTheme")
                    .contains("0x0");
        }
        String gtk = System.getenv("GTK_THEME");
        if (gtk != null && !gtk.isBlank()) {
            return gtk.toLowerCase(Locale.ROOT).contains("dark");
        }
        String scheme = answer("gsettings", "get", "org.gnome.desktop.interface", "color-scheme");
        if (scheme.contains("prefer-")) {
            return scheme.contains("dark");
        }
        return answer("gsettings", "get", "org.gnome.desktop.interface", "gtk-theme")
                .contains("dark");
    }

    /** What a program prints, in lower case; empty where it does not exist, fails or takes too long. */
    private static String answer(String... command) {
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return "";
            }
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
