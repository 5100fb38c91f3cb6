package org.whorl.figure;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Usual widths of figures in papers and on slides. */
public enum FigureWidth {
    /** A column of a page in two columns. */
    COLUMN("journal, one column", 8.6, 300),
    /** Both columns of it. */
    PAGE("journal, full width", 17.8, 300),
    /** A column of text as conferences on machine learning have it. */
    CONFERENCE("conference, text width", 14, 300),
    /** A slide of 16:9, 13⅓ by 7½ inches; 1920 pixels. */
    SLIDE("slide, 16:9", 13 * 2.54 + 2.54 / 3, 144),
    /** Half of it. */
    HALF_SLIDE("half a slide", (13 * 2.54 + 2.54 / 3) / 2, 144);

    private final String label;
    private final double centimetres;
    private final double dpi;

    FigureWidth(String label, double centimetres, double dpi) {
        this.label = label;
        this.centimetres = centimetres;
        this.dpi = dpi;
    }

    /** For people. */
    public String label() {
        return label;
    }

    public double centimetres() {
        return centimetres;
    }

    /** The resolution that goes with it. */
    public double dpi() {
        return dpi;
    }

    /** As on the command line: {@code half-slide}. */
    public String option() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All of them as on the command line, with commas between. */
    public static String options() {
        return Stream.of(values()).map(FigureWidth::option).collect(Collectors.joining(", "));
    }
}
