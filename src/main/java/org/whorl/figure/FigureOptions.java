package org.whorl.figure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a figure is written. Text keeps its size on paper (8 points) whatever the width.
 *
 * @param pixels width of a PNG, 16 to 20,000; with the resolution it gives the width on paper, also of SVG and PDF
 * @param dpi pixels an inch, 10 to 2,400; written into a PNG
 * @param theme the colours around the pictures
 * @param transparent whether the ground is left out
 * @param metadata what the file says about itself, by keyword: settings, seed, version … A {@code Title} replaces the figure's own
 */
public record FigureOptions(int pixels, double dpi, Theme theme, boolean transparent, Map<String, String> metadata) {
    private static final double CM_PER_INCH = 2.54;

    public FigureOptions {
        if (pixels < 16 || pixels > 20_000) {
            throw new IllegalArgumentException("width: expected 16 to 20000 pixels, found " + pixels);
        }
        if (!(dpi >= 10 && dpi <= 2400)) {
            throw new IllegalArgumentException("dpi: expected 10 to 2400, found " + dpi);
        }
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /** A light picture of so many pixels, at 144 to the inch. */
    public static FigureOptions pixels(int width) {
        return new FigureOptions(width, 144, Theme.LIGHT, false, Map.of());
    }

    /** A light picture of a width on paper. */
    public static FigureOptions centimetres(double width, double dpi) {
        return new FigureOptions((int) Math.round(width / CM_PER_INCH * dpi), dpi, Theme.LIGHT, false, Map.of());
    }

    public FigureOptions withTheme(Theme newTheme) {
        return new FigureOptions(pixels, dpi, newTheme, transparent, metadata);
    }

    public FigureOptions withTransparent(boolean newTransparent) {
        return new FigureOptions(pixels, dpi, theme, newTransparent, metadata);
    }

    /** Adds to what the file says about itself; the order is kept. */
    public FigureOptions with(String keyword, Object value) {
        Map<String, String> more = new LinkedHashMap<>(metadata);
        more.put(keyword, String.valueOf(value));
        return new FigureOptions(pixels, dpi, theme, transparent, more);
    }

    /** Adds many. */
    public FigureOptions with(Map<String, String> about) {
        Map<String, String> more = new LinkedHashMap<>(metadata);
        more.putAll(about);
        return new FigureOptions(pixels, dpi, theme, transparent, more);
    }

    /** The width on paper in points, 1/72 inch. */
    double points() {
        return pixels * 72.0 / dpi;
    }
}
