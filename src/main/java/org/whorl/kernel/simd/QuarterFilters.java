package org.whorl.kernel.simd;

import org.whorl.kernel.Geometry;

/** A filter bank as the nine banks of quarter-size filters that {@link FastConvolution} takes, combined and in the order its tiles read. */
final class QuarterFilters {
    private static final int PRODUCTS = PhaseImages.COUNT;

    private final Geometry geometry;
    /** Rows of a quarter-size filter. */
    final int rows;
    /** Columns of one. */
    final int columns;
    /** Columns, filled up to whole tiles. */
    final int rowTaps;
    /** Taps of a quarter-size filter, over all channels. */
    final int taps;
    /** The same with rows filled up to whole tiles. */
    final int filledTaps;

    private final float[] elements = new float[4];

    QuarterFilters(Geometry geometry) {
        this.geometry = geometry;
        rows = (geometry.kernelHeight() + 1) / 2;
        columns = (geometry.kernelWidth() + 1) / 2;
        rowTaps = SimdConvolution.roundUp(columns, MapTile.TAPS);
        taps = geometry.channels() * rows * columns;
        filledTaps = geometry.channels() * rows * rowTaps;
    }

    /** Memory for a bank. */
    SimdFilters allocate() {
        int filters = geometry.filters();
        return new SimdFilters(
                new float[PRODUCTS * SimdConvolution.roundUp(filters, MapTile.FILTERS) * taps],
                new float[PRODUCTS * filledTaps * filters]);
    }

    /** The analysis' weights: group of filters, product, tap, filter; the synthesis': product, group of taps, filter, tap. */
    void pack(float[] filters, SimdFilters packed) {
        int count = geometry.filters();
        for (int k = 0; k < SimdConvolution.roundUp(count, MapTile.FILTERS); k++) {
            // The last group is filled up with the last filter.
            int filter = Math.min(k, count - 1);
            int tap = 0;
            for (int c = 0; c < geometry.channels(); c++) {
                for (int row = 0; row < rows; row++) {
                    for (int column = 0; column < columns; column++, tap++) {
                        takeElements(filters, filter * geometry.channels() + c, row, column);
                        packTap(k, tap, (c * rows + row) * rowTaps + column, packed);
                    }
                }
            }
        }
    }

    /** The four elements of a filter's plane that one tap of the quarter-size filters combines; zeros beyond its edge. */
    private void takeElements(float[] filters, int plane, int row, int column) {
        int height = geometry.kernelHeight();
        int width = geometry.kernelWidth();
        int at = (plane * height + 2 * row) * width + 2 * column;
        boolean right = 2 * column + 1 < width;
        boolean below = 2 * row + 1 < height;
        elements[0] = filters[at];
        elements[1] = right ? filters[at + 1] : 0;
        elements[2] = below ? filters[at + width] : 0;
        elements[3] = right && below ? filters[at + width + 1] : 0;
    }

    private void packTap(int k, int tap, int filledTap, SimdFilters packed) {
        int count = geometry.filters();
        int group = MapTile.FILTERS;
        int at = k / group * PRODUCTS * taps * group + tap * group + k % group;
        group = MapTile.TAPS;
        int to = filledTap / group * group * count + k * group + filledTap % group;
        for (int u = 0; u < PhaseImages.SIDE; u++) {
            float left = u == 1 ? elements[0] + elements[2] : elements[u];
            float right = u == 1 ? elements[1] + elements[3] : elements[u + 1];
            for (int v = 0; v < PhaseImages.SIDE; v++) {
                float weight = v == 0 ? left : v == 1 ? left + right : right;
                packed.analysis()[at] = weight;
                at += taps * MapTile.FILTERS;
                if (k < count) {
                    packed.synthesis()[to] = weight;
                    to += filledTaps * count;
                }
            }
        }
    }
}
