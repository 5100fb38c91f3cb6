package org.whorl.figure;

import java.util.Arrays;

/**
 * Colours pictures: through a palette, or, where they have three channels, as red, green and blue.
 *
 * @param palette for pictures of one channel
 * @param darkGround whether they are drawn on a dark ground
 * @param signed whether the scale runs from −limit over zero (the middle; mid-grey in colour pictures) to limit, or from 0 to limit
 */
public record Coloring(Palette palette, boolean darkGround, boolean signed) {
    /**
     * Writes one picture as pixels, without smoothing: every pixel takes the value it lies in, so that at whole multiples of the
     * picture's size each value is a square. Outside the pictures' support pixels are transparent.
     *
     * @param tiles the pictures; with other than 1 or 3 channels the mean of the channels is shown
     * @param tile which of them
     * @param limit the value at the end of the scale, &gt; 0
     * @param width pixels in a row
     * @param height rows of pixels
     * @param argb receives them
     * @param offset index of the first pixel
     * @param stride pixels from one row to the next
     */
    public void paint(Tiles tiles, int tile, double limit, int width, int height, int[] argb, int offset, int stride) {
        int[] line = new int[tiles.width()];
        int last = -1;
        for (int y = 0; y < height; y++) {
            int row = (int) ((long) y * tiles.height() / height);
            int start = offset + y * stride;
            if (row == last) {
                System.arraycopy(argb, start - stride, argb, start, width);
                continue;
            }
            last = row;
            colourRow(tiles, tile, limit, row, line);
            if (width % tiles.width() == 0) {
                int side = width / tiles.width();
                for (int column = 0; column < line.length; column++) {
                    Arrays.fill(argb, start + column * side, start + (column + 1) * side, line[column]);
                }
            } else {
                for (int x = 0; x < width; x++) {
                    argb[start + x] = line[x * line.length / width];
                }
            }
        }
    }

    private void colourRow(Tiles tiles, int tile, double limit, int row, int[] line) {
        int[] table = palette.table(darkGround);
        double scale = (table.length - 1) / (signed ? 2 * limit : limit);
        double zero = signed ? (table.length - 1) / 2.0 : 0;
        int area = tiles.height() * tiles.width();
        int from = tile * tiles.tileSize() + row * tiles.width();
        float[] values = tiles.values();
        for (int column = 0; column < line.length; column++) {
            if (!tiles.holds(row, column)) {
                line[column] = 0;
            } else if (tiles.channels() == 3) {
                line[column] = 0xff000000
                        | level(values[from + column], limit) << 16
                        | level(values[from + area + column], limit) << 8
                        | level(values[from + 2 * area + column], limit);
            } else {
                float value = tiles.channels() == 1 ? values[from + column] : tiles.mean(tile, row, column);
                line[column] = table[index(value * scale + zero, table.length)];
            }
        }
    }

    /** The colour of a value of a one-channel picture, as opaque ARGB. */
    public int argb(double value, double limit) {
        return palette.argb(signed ? 0.5 + value / (2 * limit) : value / limit, darkGround);
    }

    private static int index(double position, int length) {
        // NaN becomes 0 by the cast; it is shown as the scale's lowest colour rather than failing.
        int i = (int) (position + 0.5);
        return i < 0 ? 0 : Math.min(i, length - 1);
    }

    private int level(float value, double limit) {
        double share = signed ? 0.5 + value / (2 * limit) : value / limit;
        int level = (int) (share * 255 + 0.5);
        return level < 0 ? 0 : Math.min(level, 255);
    }
}
