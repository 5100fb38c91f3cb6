package org.whorl.figure;

/**
 * Colours pictures: through a palette, or, where they have three channels, as red, green and blue.
 *
 * @param palette for pictures of one channel
 * @param darkGround whether they are drawn on a dark ground
 * @param signed whether the scale runs from −limit over zero (the middle; mid-grey in colour pictures) to limit, or from 0 to limit
 */
public record Coloring(Palette palette, boolean darkGround, boolean signed) {
    /**
     * Writes one picture as pixels, each value a square.
     *
     * @param tiles the pictures; with other than 1 or 3 channels the mean of the channels is shown
     * @param tile which of them
     * @param limit the value at the end of the scale, &gt; 0
     * @param side pixels along a value's square
     * @param argb receives width·side by height·side pixels
     * @param offset index of the first pixel
     * @param stride pixels from one row to the next
     */
    public void paint(Tiles tiles, int tile, double limit, int side, int[] argb, int offset, int stride) {
        int[] table = palette.table(darkGround);
        double scale = (table.length - 1) / (signed ? 2 * limit : limit);
        double zero = signed ? (table.length - 1) / 2.0 : 0;
        int area = tiles.height() * tiles.width();
        float[] values = tiles.values();
        for (int row = 0; row < tiles.height(); row++) {
            int rowStart = offset + row * side * stride;
            int from = tile * tiles.tileSize() + row * tiles.width();
            for (int column = 0; column < tiles.width(); column++) {
                int colour;
                if (tiles.channels() == 1) {
                    colour = table[index(values[from + column] * scale + zero, table.length)];
                } else if (tiles.channels() == 3) {
                    colour = 0xff000000
                            | level(values[from + column], limit) << 16
                            | level(values[from + area + column], limit) << 8
                            | level(values[from + 2 * area + column], limit);
                } else {
                    colour = table[index(tiles.mean(tile, row, column) * scale + zero, table.length)];
                }
                int at = rowStart + column * side;
                for (int x = at; x < at + side; x++) {
                    argb[x] = colour;
                }
            }
            for (int y = 1; y < side; y++) {
                System.arraycopy(argb, rowStart, argb, rowStart + y * stride, tiles.width() * side);
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
