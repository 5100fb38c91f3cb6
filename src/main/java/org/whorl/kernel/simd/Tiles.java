package org.whorl.kernel.simd;

import jdk.incubator.vector.FloatVector;

/**
 * The innermost loops: blocks of sums that stay in registers. How large a block is depends on how many registers there are.
 *
 * <p>Rows of a block that lie beyond the last filter repeat the last one and write the same values once more.
 */
abstract class Tiles {
    /** Filters in a tile of analyze. */
    final int filters;
    /** Vectors of positions in a tile of analyze and of synthesize. */
    final int vectors;
    /** Taps, neighbours in a kernel row, in a tile of synthesize. */
    final int rowTaps;
    /** Maps in a tile of correlate. */
    final int maps;
    /** Taps in a tile of correlate. */
    final int taps;

    Tiles(int filters, int vectors, int rowTaps, int maps, int taps) {
        this.filters = filters;
        this.vectors = vectors;
        this.rowTaps = rowTaps;
        this.maps = maps;
        this.taps = taps;
    }

    /** The largest tiles that this machine's registers hold: AVX-512 and NEON have 32, others 16. */
    static Tiles forThisMachine() {
        boolean many =
                FloatVector.SPECIES_PREFERRED.vectorBitSize() == 512 || "aarch64".equals(System.getProperty("os.arch"));
        return many ? new WideTiles() : new NarrowTiles();
    }

    /**
     * Products of {@link #filters} filters with {@link #vectors} vectors of positions, over all taps.
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
     * Products of {@link #rowTaps} taps with {@link #vectors} vectors of positions, over all filters, added to {@code out}.
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

    /**
     * Products of {@link #maps} maps with what {@link #taps} taps read, over all positions; a vector of partial sums for each pair
     * is added to {@code out}, filter by filter.
     *
     * @param code filter f from codeAt + f · stride
     * @param stride positions of a map
     * @param in tap t from offsets[t]
     */
    abstract void correlate(
            float[] code,
            int codeAt,
            int filter,
            int last,
            int stride,
            float[] in,
            int[] offsets,
            int tap,
            float[] out,
            int outAt);
}
