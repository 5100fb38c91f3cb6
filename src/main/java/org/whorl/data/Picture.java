package org.whorl.data;

import java.awt.Rectangle;
import java.nio.file.Path;

/**
 * Pictures of everyday formats (PNG, JPEG, GIF, BMP, TIFF) as the values a network takes: upright, the middle part of its proportions, reduced
 * by averaging or enlarged smoothly. The same for data sets, commands and the window.
 *
 * <table>
 * <caption>What is done with what files can have</caption>
 * <tr><td>grey, 1 to 16 bits</td><td>the values as they are, over the greatest there can be</td></tr>
 * <tr><td>colour where grey is wanted</td><td>luma, (19595 R + 38470 G + 7471 B) / 65536, as Pillow's {@code L}</td></tr>
 * <tr><td>transparency, of any kind</td><td>on white ground, or what is asked</td></tr>
 * <tr><td>palette</td><td>its colours</td></tr>
 * <tr><td>four inks (CMYK, YCCK)</td><td>(1 − ink)(1 − black), Adobe's inverted ones as well</td></tr>
 * <tr><td>gamma, ICC profiles</td><td>not applied</td></tr>
 * <tr><td>EXIF's and TIFF's orientation</td><td>turned upright</td></tr>
 * <tr><td>interlaced, progressive</td><td>read as any other</td></tr>
 * <tr><td>animated, several pages</td><td>the first</td></tr>
 * <tr><td>cut short</td><td>refused</td></tr>
 * </table>
 */
public final class Picture {
    /** The most pixels along a side. */
    public static final int MAX_SIDE = 16_384;

    /** The most pixels in all. */
    public static final long MAX_PIXELS = 40_000_000;

    /** White shows through where pictures are transparent, as on paper. */
    public static final float WHITE = 1;

    /** A difference of colours that a camera's or a file's noise does not make. */
    private static final float COLOUR = 16 / 255f;

    private Picture() {}

    /**
     * Reads one picture, on white.
     *
     * @param shape 1 or 3 channels, and the size to bring the picture to
     * @return [channels, height, width], values in [0, 1]
     * @throws DataException where the file is no picture, is damaged or too large
     */
    public static float[] read(Path file, ImageShape shape) throws DataException {
        return read(file, shape, WHITE);
    }

    /** The same on a ground from 0, black, to 1, white. */
    public static float[] read(Path file, ImageShape shape, float ground) throws DataException {
        DecodedPicture picture = PictureDecoder.decode(file, ground);
        return fit(picture::read, picture.width(), picture.height(), shape);
    }

    /**
     * An image in another shape: what a picture with it would be read as.
     *
     * @param pixels [channels, height, width] of {@code from}
     */
    public static float[] fit(float[] pixels, ImageShape from, ImageShape to) {
        int area = from.height() * from.width();
        return fit(
                (x, y, rgb) -> {
                    for (int c = 0; c < 3; c++) {
                        float value = pixels[Math.min(c, from.channels() - 1) * area + y * from.width() + x];
                        rgb[c] = Math.max(0, Math.min(1, value));
                    }
                },
                from.width(),
                from.height(),
                to);
    }

    /** Whether any pixel is clearly of a colour rather than grey. */
    static boolean isColoured(Path file) throws DataException {
        DecodedPicture picture = PictureDecoder.decode(file, WHITE);
        float[] rgb = new float[3];
        for (int y = 0; y < picture.height() && picture.mayBeColoured(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                picture.read(x, y, rgb);
                if (Math.max(rgb[0], Math.max(rgb[1], rgb[2])) - Math.min(rgb[0], Math.min(rgb[1], rgb[2])) > COLOUR) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The shape that fits a set of pictures: what the paper's networks take, 28×28 grey or 32×32 colour. */
    static ImageShape usualShape(boolean coloured) {
        return coloured ? new ImageShape(3, 32, 32) : new ImageShape(1, 28, 28);
    }

    /** Where pixels come from. */
    @FunctionalInterface
    private interface Pixels {
        /** Red, green and blue of a pixel, 0 to 1. */
        void read(int x, int y, float[] rgb);
    }

    private static float[] fit(Pixels pixels, int width, int height, ImageShape shape) {
        Rectangle part = middle(width, height, shape);
        boolean enlarged = part.height < shape.height() || part.width < shape.width();
        // A large picture is reduced row by row, so that it never stands in memory as numbers.
        int rows = enlarged ? part.height : shape.height();
        int columns = enlarged ? part.width : shape.width();
        double[][] sums = new double[shape.channels()][rows * columns];
        float[][] row = new float[shape.channels()][part.width];
        float[] narrow = new float[columns];
        float[] rgb = new float[3];
        double covered = (double) part.height / rows;
        for (int y = 0; y < part.height; y++) {
            for (int x = 0; x < part.width; x++) {
                pixels.read(part.x + x, part.y + y, rgb);
                if (shape.channels() == 1) {
                    row[0][x] = luma(rgb);
                } else {
                    for (int c = 0; c < row.length; c++) {
                        row[c][x] = rgb[Math.min(c, 2)];
                    }
                }
            }
            for (int c = 0; c < row.length; c++) {
                Resizing.means(row[c], narrow);
                add(narrow, y, covered, sums[c], columns);
            }
        }
        float[] out = new float[shape.size()];
        int area = shape.height() * shape.width();
        for (int c = 0; c < sums.length; c++) {
            float[] plane = new float[rows * columns];
            for (int i = 0; i < plane.length; i++) {
                plane[i] = (float) Math.min(1, sums[c][i] / covered);
            }
            float[] resized = enlarged ? Resizing.bicubic(plane, rows, columns, shape.height(), shape.width()) : plane;
            System.arraycopy(resized, 0, out, c * area, area);
        }
        return out;
    }

    /** Adds a row to those of the result that it covers, in part or whole. */
    private static void add(float[] row, int y, double covered, double[] sums, int columns) {
        for (int to = (int) (y / covered); to * covered < y + 1 && to * columns < sums.length; to++) {
            double share = Math.min(y + 1, (to + 1) * covered) - Math.max(y, to * covered);
            for (int x = 0; x < columns && share > 0; x++) {
                sums[to * columns + x] += share * row[x];
            }
        }
    }

    /** As Pillow computes it. */
    private static float luma(float[] rgb) {
        return (19_595 * rgb[0] + 38_470 * rgb[1] + 7_471 * rgb[2]) / 65_536;
    }

    private static Rectangle middle(int width, int height, ImageShape shape) {
        int cropWidth = width;
        int cropHeight = (int) Math.round((double) width * shape.height() / shape.width());
        if (cropHeight > height) {
            cropHeight = height;
            cropWidth = (int) Math.round((double) height * shape.width() / shape.height());
        }
        cropWidth = Math.max(1, Math.min(width, cropWidth));
        cropHeight = Math.max(1, Math.min(height, cropHeight));
        return new Rectangle((width - cropWidth) / 2, (height - cropHeight) / 2, cropWidth, cropHeight);
    }
}
