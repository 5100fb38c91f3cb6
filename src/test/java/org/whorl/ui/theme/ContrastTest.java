package org.whorl.ui.theme;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Everybody can read the text, in both themes. */
class ContrastTest {
    /** Which colour text is written in, and on which. */
    private static final List<List<String>> PAIRS = List.of(
            List.of("text", "ground"),
            List.of("text", "panel"),
            List.of("text", "hover"),
            List.of("text", "selected"),
            List.of("muted", "ground"),
            List.of("muted", "panel"),
            List.of("accent", "panel"),
            List.of("accent", "ground"),
            List.of("on-accent", "accent"),
            List.of("level", "panel"),
            List.of("notice", "notice-ground"),
            List.of("problem", "panel"),
            List.of("problem", "ground"),
            List.of("panel", "text"));

    private static final double ENOUGH = 4.5;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyTextStandsOutFromItsGround(boolean dark) {
        ThemeColors colors = ThemeColors.of(dark);
        for (List<String> pair : PAIRS) {
            double contrast = contrast(colors.rgb(pair.get(0)), colors.rgb(pair.get(1)));
            assertTrue(contrast >= ENOUGH, pair + " has a contrast of " + contrast + (dark ? " (dark)" : " (light)"));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void bothThemesNameTheSameColours(boolean dark) {
        assertEquals(
                ThemeColors.of(!dark).colours().keySet(),
                ThemeColors.of(dark).colours().keySet());
    }

    /** The contrast ratio of WCAG 2: 1 to 21. */
    private static double contrast(int one, int other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 0xff) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int level) {
        double c = level / 255.0;
        return c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
