package org.whorl.figure;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;

/** The letters of all figures: the window's typeface, which comes along, so that a picture is the same on every machine. */
final class Typeface {
    private static final String PLAIN_FILE = "Inter-Regular.ttf";
    private static final String STRONG_FILE = "Inter-SemiBold.ttf";
    private static final Font PLAIN = load(PLAIN_FILE, Font.PLAIN);
    private static final Font STRONG = load(STRONG_FILE, Font.BOLD);

    private Typeface() {}

    /** Letters of this size in points. */
    static Font plain(float size) {
        return PLAIN.deriveFont(size);
    }

    /** The same for heads. */
    static Font strong(float size) {
        return STRONG.deriveFont(size);
    }

    /** The file that letters come from; {@code null} where they are the machine's own. */
    static String file(Font font) {
        String name = font.getPSName();
        if (name.equals(PLAIN.getPSName())) {
            return PLAIN_FILE;
        }
        return name.equals(STRONG.getPSName()) ? STRONG_FILE : null;
    }

    /** A file of letters, to be closed by who asks; {@code null} where it is missing. */
    static InputStream open(String file) {
        return Typeface.class.getResourceAsStream("/org/whorl/ui/fonts/" + file);
    }

    private static Font load(String file, int otherwise) {
        try (InputStream in = open(file)) {
            if (in != null) {
                return Font.createFont(Font.TRUETYPE_FONT, in);
            }
        } catch (IOException | FontFormatException e) {
            // Nowhere to keep it for a moment: then the machine's own letters have to do.
        }
        return new Font(Font.SANS_SERIF, otherwise, 1);
    }
}
