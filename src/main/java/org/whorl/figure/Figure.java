package org.whorl.figure;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;

/** A picture that can be written as a file. Sizes are in points (1/72 inch). */
public interface Figure {
    /** What it is, in a few words. */
    String title();

    /** What it shows, in a sentence or two, for a screen reader. */
    String description();

    /** The height that goes with a width. */
    double height(double width, Canvas canvas);

    /** Draws it, from (0, 0). The ground is there already. */
    void draw(Graphics2D graphics, double width, Theme theme, Canvas canvas);

    /**
     * What it is drawn on.
     *
     * @param pixel the size of a pixel in points, to whose grid squares are aligned; 0 for vector graphics
     */
    record Canvas(double pixel) {
        /** Vector graphics. */
        public static final Canvas VECTOR = new Canvas(0);

        /** The nearest place on the pixel grid. */
        double snap(double position) {
            return pixel == 0 ? position : Math.rint(position / pixel) * pixel;
        }
    }

    /**
     * Writes it; the format follows from the name's extension, png, svg or pdf. Written beside the target, then moved.
     *
     * @throws IllegalArgumentException if the extension is another
     */
    default void write(Path file, FigureOptions options) throws IOException {
        FigureFile.write(this, file, options);
    }

    /** The picture as pixels. */
    default BufferedImage toImage(FigureOptions options) {
        return FigureFile.image(this, options);
    }
}
