package org.whorl.figure;

import java.util.Arrays;

import org.whorl.group.Support;

/**
 * Pictures of one size in one array: a filter bank, the maps of a code, or a single image. The array is shared, not copied.
 *
 * @param values [count, channels, height, width], C order, from index 0
 * @param count pictures
 * @param channels 1, or 3 for colour
 * @param height rows of a picture
 * @param width columns of a picture
 * @param support where they have values; outside it they are nothing, and nothing is drawn. The disc needs pictures as high as wide
 */
public record Tiles(float[] values, int count, int channels, int height, int width, Support support) {
    public Tiles {
        if (count < 1
                || channels < 1
                || height < 1
                || width < 1
                || (long) count * channels * height * width > values.length) {
            throw new IllegalArgumentException("pictures: expected " + count + " of " + channels + "x" + height + "x"
                    + width + ", found " + values.length + " values");
        }
        if (support != Support.SQUARE && height != width) {
            throw new IllegalArgumentException(
                    "pictures: expected as high as wide on a disc, found " + height + "x" + width);
        }
    }

    /** Pictures that have values everywhere. */
    public Tiles(float[] values, int count, int channels, int height, int width) {
        this(values, count, channels, height, width, Support.SQUARE);
    }

    /** Whether a place of the pictures has values. */
    public boolean holds(int row, int column) {
        return support.holds(width, row * width + column);
    }

    /** Values of one picture, over all channels. */
    public int tileSize() {
        return channels * height * width;
    }

    public float value(int tile, int channel, int row, int column) {
        return values[((tile * channels + channel) * height + row) * width + column];
    }

    /** The mean over the channels: the value itself where there is one. */
    public float mean(int tile, int row, int column) {
        float sum = 0;
        for (int c = 0; c < channels; c++) {
            sum += value(tile, c, row, column);
        }
        return sum / channels;
    }

    /** One picture, in an array of its own. */
    public float[] tile(int tile) {
        return Arrays.copyOfRange(values, tile * tileSize(), (tile + 1) * tileSize());
    }

    /** The greatest absolute value of one picture. */
    public float peak(int tile) {
        return peak(tile * tileSize(), (tile + 1) * tileSize());
    }

    /** The greatest absolute value of all pictures. */
    public float peak() {
        return peak(0, count * tileSize());
    }

    private float peak(int from, int to) {
        float peak = 0;
        for (int i = from; i < to; i++) {
            peak = Math.max(peak, Math.abs(values[i]));
        }
        return peak;
    }
}
