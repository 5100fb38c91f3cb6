package org.whorl.kernel.simd;

/**
 * The innermost loop of the filters' gradient where patches are short: a block of sums over positions, of some maps with some vectors
 * of a patch, in registers.
 */
abstract class PatchTile {
    final int maps;
    final int vectors;

    PatchTile(int maps, int vectors) {
        this.maps = maps;
        this.vectors = vectors;
    }

    /**
     * Adds Σ code · patch over positions to {@code out}, a row for each of {@link #maps} maps; maps beyond the last repeat it, so that
     * their rows are of no use.
     *
     * @param code map k from codeAt + k · stride
     * @param filter the first of the tile's maps
     * @param last the last there is
     * @param patches vector v of position p's patch from vectorsAt[v] + offsets[p]
     * @param vector the first of the tile's
     * @param outStride values from one row of {@code out} to the next
     */
    abstract void correlate(
            float[] code,
            int codeAt,
            int filter,
            int last,
            int stride,
            float[] patches,
            int[] offsets,
            int[] vectorsAt,
            int vector,
            float[] out,
            int outAt,
            int outStride);
}
