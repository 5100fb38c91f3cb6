package org.whorl.ui.chart;

import org.whorl.figure.Palette;
import org.whorl.ui.theme.ThemeColors;

/**
 * How a curve is drawn. Curves of one chart differ in more than their colour.
 *
 * @param light its colour on light ground, 0xRRGGBB
 * @param dark its colour on dark ground
 * @param dash lengths of dashes and gaps; empty for none
 */
public record Ink(int light, int dark, double... dash) {
    /** What training measures. */
    public static final Ink TRAIN = named("accent");

    /** What tests measure. */
    public static final Ink TEST = named("second", 5, 3);

    private static final double[][] DASHES = {{}, {7, 3}, {2, 2}, {8, 3, 2, 3}};

    private static Ink named(String colour, double... dash) {
        return new Ink(ThemeColors.of(false).rgb(colour), ThemeColors.of(true).rgb(colour), dash);
    }

    /** One of many that have an order: from dark to light, as far as each ground lets see. */
    public static Ink ofLayer(int layer, int layers) {
        double share = layers <= 1 ? 0 : (double) layer / (layers - 1);
        int light = Palette.VIRIDIS.argb(0.05 + 0.6 * share, false) & 0xffffff;
        int dark = Palette.VIRIDIS.argb(0.4 + 0.6 * share, true) & 0xffffff;
        return new Ink(light, dark, DASHES[layer % DASHES.length]);
    }

    /** Its colour on this ground, 0xRRGGBB. */
    public int rgb(boolean onDark) {
        return onDark ? dark : light;
    }
}
