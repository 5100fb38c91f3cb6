package org.whorl.kernel.simd;

/** The innermost loop of the filters' gradient: a block of sums over all positions, of some maps with some taps, in registers. */
abstract class CorrelationTile {
    final int maps;
    final int taps;

    CorrelationTile(int maps, int taps) {
        this.maps = maps;
        this.taps = taps;
    }

    /**
     * Products of {@link #maps} maps with what {@link #taps} taps read, over all positions; a vector of partial sums for each pair
     * is added to {@code out}, map by map. Maps beyond the last repeat it.
     *
     * @param code map k from codeAt + k · stride
     * @param filter the first of the tile's maps
     * @param last the last there is
     * @param stride positions of a map: whole vectors
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
