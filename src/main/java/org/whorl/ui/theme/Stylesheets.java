package org.whorl.ui.theme;

import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.text.Font;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

/** Puts typeface, theme and colours on a scene. */
public final class Stylesheets {
    /** Where stylesheets and fonts lie on the class path. */
    static final String FOLDER = "/org/whorl/ui/";

    private static final List<String> FONTS = List.of("Inter-Regular.ttf", "Inter-SemiBold.ttf");

    private Stylesheets() {}

    /** Makes the bundled typeface known to JavaFX. Once, before the first scene. */
    public static void loadFonts() {
        for (String font : FONTS) {
            Font.loadFont(url("fonts/" + font), 13);
        }
    }

    /** Makes the bundled typeface known to AWT, by which JFreeChart names fonts. Once, before the first chart. */
    public static void registerFonts() {
        for (String font : FONTS) {
            try (InputStream in = Stylesheets.class.getResourceAsStream(FOLDER + "fonts/" + font)) {
                GraphicsEnvironment.getLocalGraphicsEnvironment()
                        .registerFont(java.awt.Font.createFont(java.awt.Font.TRUETYPE_FONT, in));
            } catch (IOException | FontFormatException e) {
                // Then charts are labelled in another typeface.
                continue;
            }
        }
    }

    /** Dresses the scene, and everything that pops up from it. */
    public static void apply(Scene scene, boolean dark) {
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        scene.getStylesheets().setAll(url(dark ? "dark.css" : "light.css"), url("whorl.css"));
    }

    private static String url(String name) {
        return Objects.requireNonNull(Stylesheets.class.getResource(FOLDER + name), name)
                .toExternalForm();
    }
}
