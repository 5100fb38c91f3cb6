package org.whorl.kernel.simd;

/**
 * The innermost loops between images and codes: blocks of sums, of {@value #FILTERS} filters or taps with some vectors of positions,
 * that stay in registers.
 *
 * <p>Rows of a block that lie beyond the last filter repeat the last one and write the same values once more.
 */
abstract class MapTile {
    /** Filters in a tile of analyze. */
    static final int FILTERS = 4;

    /** Taps, neighbours in a kernel row, in a tile of synthesize. */
    static final int TAPS = 4;

    /** Vectors of positions. */
    final int vectors;

    MapTile(int rows, int vectors) {
        if (rows != FILTERS || rows != TAPS) {
            throw new IllegalArgumentException("map tile: expected " + FILTERS + " rows, found " + rows);
        }
        this.vectors = vectors;
    }

    /**
     * Products of {@link #FILTERS} filters with {@link #vectors} vectors of positions, over all taps.
     *
     * @param in what the taps read, tap t from at + offsets[t]
     * @param weights for each tap, a weight of each filter
     * @param out receives filter f from outAt + f · stride
     * @param filter the first of the tile's
     * @param last the last there is
     */
    abstract void analyze(
            float[] in,
            int at,
            int[] offsets,
            float[] weights,
            int weightsAt,
            float[] out,
            int outAt,
            int filter,
            int last,
            int stride);

    /**
     * Products of {@link #TAPS} taps with {@link #vectors} vectors of positions, over all filters, added to {@code out}.
     *
     * @param code filter k from at + k · stride
     * @param count filters
     * @param weights for each filter, a weight of each tap
     * @param out receives tap t, added, from outAt + offsets[t]
     * @param tap the first of the tile's
     */
    abstract void synthesize(
            float[] code,
            int at,
            int stride,
            int count,
            float[] weights,
            int weightsAt,
            float[] out,
            int outAt,
            int[] offsets,
            int tap);
}
