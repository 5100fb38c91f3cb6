package org.whorl.data.picture;

import java.awt.Dimension;
import java.awt.Rectangle;
import java.nio.file.Path;

import org.whorl.data.DataException;
import org.whorl.data.ImageShape;

/**
 * Pictures of everyday formats (PNG, JPEG, GIF, BMP, TIFF) as the values a network takes: upright as their EXIF tag says, the middle
 * part of the right proportions, reduced by averaging every pixel of it or enlarged smoothly; either keeps the mean.
 *
 * <p>Values are taken from the file as they are, unconverted:
 *
 * <table>
 * <caption>What is done with what</caption>
 * <tr><td>grey of 1, 2, 4, 8 and 16 bits</td><td>divided by the largest number: 1, 3, 15, 255, 65,535</td></tr>
 * <tr><td>colour to grey</td><td>luma of sRGB, (19595 R + 38470 G + 7471 B + 32768) / 65536 rounded down, Pillow's mode L</td></tr>
 * <tr><td>grey to colour</td><td>three times the same</td></tr>
 * <tr><td>palette</td><td>its colours</td></tr>
 * <tr><td>transparency, of a palette, a colour or a channel</td><td>laid on white, or on black where that is asked for</td></tr>
 * <tr><td>CMYK and YCCK</td><td>light left by the inks, (255 − C)(255 − K) / 255; JPEG's are stored inverted</td></tr>
 * <tr><td>gamma, chromaticities, ICC profiles, sRGB chunks</td><td>not applied</td></tr>
 * <tr><td>interlaced and progressive</td><td>read whole</td></tr>
 * <tr><td>animated, or of several pages</td><td>the first frame, on the whole screen of a GIF</td></tr>
 * <tr><td>EXIF orientation 1 to 8 in JPEG, PNG and TIFF</td><td>turned and mirrored upright</td></tr>
 * <tr><td>floating-point or 32-bit numbers</td><td>refused: their largest is not known</td></tr>
 * <tr><td>cut short or damaged</td><td>refused</td></tr>
 * </table>
 */
public final class Picture {
    /** The most pixels along a side. */
    public static final int MAX_SIDE = 16_384;

    /** The most pixels in all. */
    public static final long MAX_PIXELS = 64_000_000;

    /** The most bytes of a file; fewer where Java has less than sixteen times as much memory. */
    public static final long MAX_FILE_BYTES = 1L << 28;

    private static final int CLEARLY = 16;

    private Picture() {}

    /** Reads one picture, transparency on white. */
    public static float[] read(Path file, ImageShape shape) throws DataException {
        return read(file, shape, Ground.WHITE);
    }

    /**
     * Reads one picture.
     *
     * @param shape 1 or 3 channels, and the size to bring the picture to
     * @param ground what is under transparent parts
     * @return [channels, height, width], values in [0, 1]
     * @throws DataException where the file is no picture, is damaged or too large
     */
    public static float[] read(Path file, ImageShape shape, Ground ground) throws DataException {
        PictureDecoder.Decoded decoded = PictureDecoder.decode(file, ground);
        Pixels pixels = decoded.pixels();
        Orientation orientation = decoded.orientation();
        boolean transposed = orientation.transposed();
        int width = transposed ? pixels.height() : pixels.width();
        int height = transposed ? pixels.width() : pixels.height();
        Rectangle part = orientation.stored(middle(width, height, shape), width, height);
        int outHeight = transposed ? shape.width() : shape.height();
        int outWidth = transposed ? shape.height() : shape.width();
        float[][] planes = reduced(pixels, part, shape.channels(), outHeight, outWidth);
        float[] out = new float[shape.size()];
        int area = shape.height() * shape.width();
        for (int channel = 0; channel < shape.channels(); channel++) {
            float[] upright = orientation.upright(planes[channel], shape.height(), shape.width());
            System.arraycopy(upright, 0, out, channel * area, area);
        }
        return out;
    }

    /**
     * The size of a picture, upright.
     *
     * @throws DataException where the file is no picture, is damaged or too large
     */
    public static Dimension size(Path file) throws DataException {
        PictureDecoder.Decoded decoded = PictureDecoder.decode(file, Ground.WHITE);
        int width = decoded.pixels().width();
        int height = decoded.pixels().height();
        return decoded.orientation().transposed() ? new Dimension(height, width) : new Dimension(width, height);
    }

    /**
     * An image in another shape: what a file with it would be read as.
     *
     * @param image [channels, height, width], values in [0, 1]
     * @param from its shape
     * @return values of the shape {@code to}
     */
    public static float[] fit(float[] image, ImageShape from, ImageShape to) {
        Rectangle part = middle(from.width(), from.height(), to);
        int area = from.height() * from.width();
        float[] out = new float[to.size()];
        for (int channel = 0; channel < to.channels(); channel++) {
            float[] plane = new float[part.width * part.height];
            for (int i = 0; i < plane.length; i++) {
                int at = (part.y + i / part.width) * from.width() + part.x + i % part.width;
                plane[i] = from.channels() == to.channels() || from.channels() == 1
                        ? image[Math.min(channel, from.channels() - 1) * area + at]
                        : (float) ((19_595.0 * image[at] + 38_470.0 * image[area + at] + 7_471.0 * image[2 * area + at])
                                / 65_536);
            }
            float[] resized = Resampler.keepingMean(plane, part.height, part.width, to.height(), to.width());
            System.arraycopy(resized, 0, out, channel * resized.length, resized.length);
        }
        return out;
    }

    /**
     * Whether any pixel is clearly of a colour rather than grey.
     *
     * @throws DataException where the file is no picture, is damaged or too large
     */
    public static boolean isColoured(Path file) throws DataException {
        Pixels pixels = PictureDecoder.decode(file, Ground.WHITE).pixels();
        float[][] row = new float[3][pixels.width()];
        int[] samples = new int[4 * pixels.width()];
        for (int y = 0; y < pixels.height(); y++) {
            pixels.row(0, y, pixels.width(), row, samples);
            for (int x = 0; x < pixels.width(); x++) {
                float most = Math.max(row[0][x], Math.max(row[1][x], row[2][x]));
                float least = Math.min(row[0][x], Math.min(row[1][x], row[2][x]));
                if (255 * (most - least) > CLEARLY) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A part of the picture in another size, row by row, so that a large one is never there as numbers of 32 bits. */
    private static float[][] reduced(Pixels pixels, Rectangle part, int channels, int outHeight, int outWidth) {
        boolean narrows = part.width >= outWidth;
        int width = narrows ? outWidth : part.width;
        float[][] row = new float[channels][part.width];
        int[] samples = new int[4 * part.width];
        Resampler.Rows[] rows = new Resampler.Rows[channels];
        for (int channel = 0; channel < channels; channel++) {
            rows[channel] = new Resampler.Rows(part.height, width, Math.min(part.height, outHeight));
        }
        for (int y = 0; y < part.height; y++) {
            pixels.row(part.x, part.y + y, part.width, row, samples);
            for (int channel = 0; channel < channels; channel++) {
                rows[channel].add(
                        narrows ? Resampler.average(row[channel], 1, part.width, 1, outWidth) : row[channel].clone());
            }
        }
        float[][] planes = new float[channels][];
        for (int channel = 0; channel < channels; channel++) {
            planes[channel] = Resampler.keepingMean(
                    rows[channel].averages(), Math.min(part.height, outHeight), width, outHeight, outWidth);
        }
        return planes;
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

    /** The shape that fits a set of pictures: what the paper's networks take, 28×28 grey or 32×32 colour. */
    public static ImageShape usualShape(boolean coloured) {
        return coloured ? new ImageShape(3, 32, 32) : new ImageShape(1, 28, 28);
    }
}
