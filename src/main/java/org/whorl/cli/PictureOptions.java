package org.whorl.cli;

import java.util.Map;

import org.whorl.figure.CaptionFigure;
import org.whorl.figure.Figure;
import org.whorl.figure.FigureOptions;
import org.whorl.figure.Theme;
import picocli.CommandLine.Option;

/** The options on how pictures are written. */
final class PictureOptions {
    @Option(
            names = "--width",
            paramLabel = "SIZE",
            defaultValue = "1200px",
            converter = PictureWidth.Converter.class,
            description = "Width of pictures: pixels (1200 or 1200px), on paper (16cm, 160mm or 6.3in), or "
                    + "column, page, conference, slide, half-slide "
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

    @Option(names = "--caption-below", description = "Write the caption in the picture as well, below it.")
    private boolean captionBelow;

    /** The figure, with its caption below where that was asked for. */
    Figure captioned(Figure figure) {
        return captionBelow ? new CaptionFigure(figure, caption == null ? figure.description() : caption) : figure;
    }

    /**
     * The options for figures.
     *
     * @throws IllegalArgumentException where one is out of its range
     */
    FigureOptions options() {
        if (dpi != null && !(dpi >= 1)) {
            throw new IllegalArgumentException("dpi: expected at least 1, found " + dpi);
        }
        double resolution = dpi != null ? dpi : width.dpi();
        FigureOptions options = new FigureOptions(
                width.pixels(resolution), resolution, dark ? Theme.DARK : Theme.LIGHT, transparent, Map.of());
        return caption == null ? options : options.with("Caption", caption);
    }
}
