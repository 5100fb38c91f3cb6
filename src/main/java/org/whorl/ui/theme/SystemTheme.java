package org.whorl.ui.theme;

import java.util.Locale;

/** Asks the desktop whether it prefers dark windows. */
public final class SystemTheme {
    private SystemTheme() {}

    /** Whether the desktop is dark; light where the desktop does not say. Starts a program and waits for it: not on the FX thread. */
    public static boolean isDark() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("mac")) {
            return DesktopQuestion.answer("defaults", "read", "-g", "AppleInterfaceStyle")
                    .contains("dark");
        }
        if (system.contains("win")) {
            return DesktopQuestion.answer(
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
        String scheme = DesktopQuestion.answer("gsettings", "get", "org.gnome.desktop.interface", "color-scheme");
        if (scheme.contains("prefer-")) {
            return scheme.contains("dark");
        }
        return DesktopQuestion.answer("gsettings", "get", "org.gnome.desktop.interface", "gtk-theme")
                .contains("dark");
    }
}
