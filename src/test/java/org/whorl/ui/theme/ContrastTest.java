package org.whorl.ui.theme;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whorl.figure.SeriesStyle;
import org.whorl.figure.Theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
            List.of("muted", "hover"),
            List.of("muted", "selected"),
            List.of("muted", "track"),
            List.of("text", "track"),
            List.of("text", "notice-ground"),
            List.of("accent", "hover"),
            List.of("accent", "panel"),
            List.of("accent", "ground"),
            List.of("on-accent", "accent"),
            List.of("level", "panel"),
            List.of("notice", "notice-ground"),
            List.of("notice", "panel"),
            List.of("notice", "ground"),
            List.of("problem", "hover"),
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

    /** A rule that says both of what colour text is and what it stands on is among the pairs, in whatever stylesheet. */
    @ParameterizedTest
    @ValueSource(strings = {"whorl.css", "views.css", "paper.css"})
    void everyRuleWithTextAndGroundIsAmongThePairs(String stylesheet) throws IOException {
        String css;
        try (InputStream in = Stylesheets.class.getResourceAsStream(Stylesheets.FOLDER + stylesheet)) {
            css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        Matcher rule = Pattern.compile("([^{}]+)\\{([^{}]*)}").matcher(css);
        while (rule.find()) {
            Matcher text = Pattern.compile("-fx-text-fill: -whorl-([a-z-]+)").matcher(rule.group(2));
            Matcher ground = Pattern.compile("-fx-background-color: (?:-whorl-[a-z-]+, )?-whorl-([a-z-]+);")
                    .matcher(rule.group(2));
            if (text.find() && ground.find()) {
                List<String> pair = List.of(text.group(1), ground.group(1));
                assertTrue(PAIRS.contains(pair), pair + " of" + rule.group(1));
            }
        }
    }

    /** Series of one chart differ in lightness or in dashes, and no pair of them is a red and a green. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void noMeaningIsRedAgainstGreen(boolean dark) {
        ThemeColors colors = ThemeColors.of(dark);
        List<Integer> all = new ArrayList<>();
        for (String name : List.of("accent", "second", "level", "notice", "problem")) {
            all.add(colors.rgb(name));
        }
        Theme theme = dark ? Theme.DARK : Theme.LIGHT;
        for (SeriesStyle style : SeriesStyle.values()) {
            all.add(style.color(theme).getRGB() & 0xffffff);
        }
        for (int one : all) {
            for (int other : all) {
                boolean redAndGreen = isHue(one, -20, 20) && isHue(other, 80, 150);
                assertFalse(redAndGreen, Integer.toHexString(one) + " and " + Integer.toHexString(other));
            }
        }
    }

    /** Whether a colour, unless it is nearly grey, has a hue between two angles. */
    private static boolean isHue(int rgb, int from, int to) {
        float[] hsb = Color.RGBtoHSB(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff, null);
        double hue = 360 * hsb[0];
        return hsb[1] > 0.25 && (hue >= from && hue <= to || hue - 360 >= from && hue - 360 <= to);
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
