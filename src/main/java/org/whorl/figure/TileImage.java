package org.whorl.figure;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** One picture of {@link Tiles} in colours, and how it is laid onto a figure. */
final class TileImage {
    private TileImage() {}

    /**
     * A picture, each value a square.
     *
     * @param limit the value at the end of the colour scale
     * @param side of a value's square in pixels
     */
    static BufferedImage of(Tiles tiles, int tile, double limit, Coloring coloring, int side) {
        int width = tiles.width() * side;
        int height = tiles.height() * side;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] pixels = new int[width * height];
        coloring.paint(tiles, tile, limit, width, height, pixels, 0, width);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        return image;
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
