package org.whorl.figure;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;

/** The letters of all figures: the window's typeface, which comes along, so that a picture is the same on every machine. */
final class Typeface {
    private static final Font PLAIN = load("Inter-Regular.otf", Font.PLAIN);
    private static final Font STRONG = load("Inter-SemiBold.otf", Font.BOLD);

    private Typeface() {}

    /** Letters of this size in points. */
    static Font plain(float size) {
        return PLAIN.deriveFont(size);
    }

    /** The same for heads. */
    static Font strong(float size) {
        return STRONG.deriveFont(size);
    }

    private static Font load(String file, int otherwise) {
        try (InputStream in = Typeface.class.getResourceAsStream("/org/whorl/ui/fonts/" + file)) {
            if (in != null) {
                Font font = Font.createFont(Font.TRUETYPE_FONT, in);
                // The writer of PDF looks fonts up again, by their names.
                GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(font);
                return font;
            }
        } catch (IOException | FontFormatException e) {
            // Nowhere to keep it for a moment: then the machine's own letters have to do.
        }
        return new Font(Font.SANS_SERIF, otherwise, 1);
    }
}
