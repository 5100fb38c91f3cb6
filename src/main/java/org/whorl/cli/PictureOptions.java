package org.whorl.cli;

import java.util.Map;

import org.whorl.figure.FigureOptions;
import org.whorl.figure.Theme;
import picocli.CommandLine.Option;

/** The options on how pictures are written. */
final class PictureOptions {
    private static final double DPI_ON_SCREEN = 144;
    private static final double DPI_ON_PAPER = 300;

    @Option(
            names = "--width",
            paramLabel = "SIZE",
            defaultValue = "1200px",
            converter = PictureWidth.Converter.class,
            description = "Width of pictures: pixels (1200 or 1200px), or on paper (16cm, 160mm or 6.3in) "
                    + "(default: ${DEFAULT-VALUE}).")
    private PictureWidth width;

    @Option(
            names = "--dpi",
            paramLabel = "N",
            description =
                    "Pixels an inch, written into a PNG (default: 144 for a width in pixels, 300 for one on paper).")
    private Double dpi;

    @Option(names = "--dark", description = "Light lines and letters on a dark ground.")
    private boolean dark;

    @Option(names = "--transparent", description = "No ground.")
    private boolean transparent;

    @Option(
            names = "--caption",
            paramLabel = "TEXT",
            description = "A caption to keep in the file (default: a sentence on what it shows).")
    private String caption;

    /**
     * The options for figures.
     *
     * @throws IllegalArgumentException where one is out of its range
     */
    FigureOptions options() {
        if (dpi != null && !(dpi >= 1)) {
            throw new IllegalArgumentException("dpi: expected at least 1, found " + dpi);
        }
        double resolution = dpi != null ? dpi : width.onPaper() ? DPI_ON_PAPER : DPI_ON_SCREEN;
        FigureOptions options = new FigureOptions(
                width.pixels(resolution), resolution, dark ? Theme.DARK : Theme.LIGHT, transparent, Map.of());
        return caption == null ? options : options.with("Caption", caption);
    }
}
