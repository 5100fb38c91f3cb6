package org.whorl.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

import org.whorl.group.Support;

/** One picture of {@link Tiles} in colours, and how it is laid onto a figure. */
final class TileImage {
    /** How far squares of vector graphics reach under their neighbours, in their sides. */
    private static final double OVERLAP = 0.1;

    private TileImage() {}

    /**
     * A picture, each value a square; transparent outside its support.
     *
     * @param limit the value at the end of the colour scale
     * @param side of a value's square in pixels
     */
    static BufferedImage of(Tiles tiles, int tile, double limit, Coloring coloring, int side) {
        int width = tiles.width() * side;
        int height = tiles.height() * side;
        BufferedImage image = new BufferedImage(
                width,
                height,
                tiles.support() == Support.SQUARE ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
        int[] pixels = new int[width * height];
        coloring.paint(tiles, tile, limit, width, height, pixels, 0, width);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        return image;
    }

    /**
     * Draws a picture as vectors, each value a square; neighbours of one colour are one rectangle.
     *
     * @param side of a value's square in points
     */
    static void drawSquares(
            Graphics2D g, Tiles tiles, int tile, double limit, Coloring coloring, double x, double y, double side) {
        int width = tiles.width();
        int height = tiles.height();
        int[] colours = new int[width * height];
        coloring.paint(tiles, tile, limit, width, height, colours, 0, width);
        Object before = g.getRenderingHint(RenderingHints.KEY_ANTIALIASING);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        for (int row = 0; row < height; row++) {
            for (int from = 0, to; from < width; from = to) {
                int colour = colours[row * width + from];
                to = from + 1;
                boolean below = tiles.holds(Math.min(row + 1, height - 1), from);
                while (to < width
                        && colours[row * width + to] == colour
                        && tiles.holds(Math.min(row + 1, height - 1), to) == below) {
                    to++;
                }
                if (colour >>> 24 == 0) {
                    continue;
                }
                // A little under the next ones, so that no line of the ground shines through between them.
                double right = to < width && tiles.holds(row, to) ? to + OVERLAP : to;
                double bottom = row + 1 < height && below ? row + 1 + OVERLAP : row + 1;
                g.setColor(new Color(colour, false));
                g.fill(new Rectangle2D.Double(
                        x + from * side, y + row * side, (right - from) * side, (bottom - row) * side));
            }
        }
        if (before != null) {
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, before);
        }
    }

    /** Draws an image into a rectangle, in the figure's points. */
    static void draw(Graphics2D g, BufferedImage image, double x, double y, double width, double height) {
        AffineTransform before = g.getTransform();
        g.translate(x, y);
        g.scale(width / image.getWidth(), height / image.getHeight());
        g.drawImage(image, 0, 0, null);
        g.setTransform(before);
    }
}
