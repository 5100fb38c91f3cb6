package org.whorl.cli;

import org.whorl.figure.FigureOptions;
import org.whorl.figure.Theme;
import picocli.CommandLine.Option;

/** The options on how pictures are written. */
final class PictureOptions {
    @Option(
            names = "--width",
            paramLabel = "PIXELS",
            defaultValue = "1200",
            description = "Width of a PNG; with --dpi also that on paper (default: ${DEFAULT-VALUE}).")
    private int width;

    @Option(
            names = "--dpi",
            paramLabel = "N",
            defaultValue = "144",
            description = "Pixels an inch (default: ${DEFAULT-VALUE}).")
    private double dpi;

    @Option(names = "--dark", description = "Light lines and letters on a dark ground.")
    private boolean dark;

    @Option(names = "--transparent", description = "No ground.")
    private boolean transparent;

    /**
     * The options for figures.
     *
     * @throws IllegalArgumentException where one is out of its range
     */
    FigureOptions options() {
        return new FigureOptions(width, dpi, dark ? Theme.DARK : Theme.LIGHT, transparent, java.util.Map.of());
    }
}
