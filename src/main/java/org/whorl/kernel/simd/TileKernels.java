package org.whorl.kernel.simd;

import java.util.ArrayList;
import java.util.List;

/**
 * The tiles that this machine's registers hold: AVX-512 and NEON have 32, others 16. Measured against others of up to 25 sums, these
 * were the fastest.
 *
 * @param shortRun for analyze and synthesize
 * @param longRun the same with one more vector of positions, or null
 * @param shortPatch for patches of one vector
 * @param longPatch for patches of three
 */
record TileKernels(
        MapTile shortRun, MapTile longRun, CorrelationTile correlation, PatchTile shortPatch, PatchTile longPatch) {
    private static final TileKernels WIDE = new TileKernels(
            new MapTile4x4(), new MapTile4x5(), new CorrelationTile5x4(), new PatchTile12x1(), new PatchTile6x3());
    private static final TileKernels NARROW =
            new TileKernels(new MapTile4x3(), null, new CorrelationTile4x3(), new PatchTile12x1(), new PatchTile4x3());

    static TileKernels forThisMachine() {
        boolean many = VectorWidth.SPECIES.vectorBitSize() == 512 || "aarch64".equals(System.getProperty("os.arch"));
        return many ? WIDE : NARROW;
    }

    /** TileKernels that together hold at least so many vectors of positions, and as few more as can be. */
    List<MapTile> covering(int vectors) {
        int count = (vectors + shortRun.vectors - 1) / shortRun.vectors;
        int longer = 0;
        if (longRun != null) {
            int fewer = vectors / shortRun.vectors;
            int over = vectors % shortRun.vectors;
            if (over <= fewer) {
                count = fewer;
                longer = over;
            }
        }
        List<MapTile> tiles = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tiles.add(i < longer ? longRun : shortRun);
        }
        return tiles;
    }

    /** TileKernels that together hold exactly so many vectors of a patch. */
    List<PatchTile> coveringPatch(int vectors) {
        List<PatchTile> list = new ArrayList<>();
        for (int left = vectors; left > 0; ) {
            PatchTile tile = left >= longPatch.vectors ? longPatch : shortPatch;
            list.add(tile);
            left -= tile.vectors;
        }
        return list;
    }
}
