package org.whorl.kernel.simd;

import java.util.Arrays;
import java.util.List;

import org.whorl.kernel.Maps;

/** Products of whole maps with a matrix that has a row of a map's length for each cell, by the kernels' tiles. For one thread. */
final class MapProducts {
    private static final int LANES = VectorWidth.LANES;

    private final CorrelationTile correlation = TileKernels.forThisMachine().correlation();
    /** Whether tiles cover such maps exactly; they would write beyond others. */
    final boolean fits;

    private final Maps maps;
    private final int cells;
    private final List<MapTile> runs;
    private final int[] cellOffsets;
    private final int[] filledOffsets;
    private final float[] lanes;
    private final float[] weights;

    MapProducts(Maps maps, int cells) {
        this.maps = maps;
        this.cells = cells;
        runs = TileKernels.forThisMachine().covering(maps.stride() / LANES);
        fits = runs.stream().mapToInt(tile -> tile.vectors).sum() * LANES == maps.stride();
        cellOffsets = new int[cells];
        Arrays.setAll(cellOffsets, cell -> cell * maps.stride());
        filledOffsets = Arrays.copyOf(cellOffsets, SimdConvolution.roundUp(cells, correlation.taps));
        lanes = new float[correlation.maps * correlation.taps * LANES];
        weights = new float[SimdConvolution.roundUp(maps.count(), MapTile.FILTERS) * cells];
    }

    boolean isFor(Maps otherMaps, int otherCells) {
        return maps == otherMaps && cells == otherCells;
    }

    /** out[k, cell] = Σ matrix[cell, ·] · map k. */
    void pool(float[] code, float[] matrix, float[] out) {
        int last = maps.count() - 1;
        for (int k = 0; k <= last; k += correlation.maps) {
            for (int cell = 0; cell < cells; cell += correlation.taps) {
                Arrays.fill(lanes, 0);
                correlation.correlate(code, 0, k, last, maps.stride(), matrix, filledOffsets, cell, lanes, 0);
                for (int i = 0; i < correlation.maps && k + i <= last; i++) {
                    for (int j = 0; j < correlation.taps && cell + j < cells; j++) {
                        int at = (i * correlation.taps + j) * LANES;
                        out[(k + i) * cells + cell + j] = SimdConvolution.sum(lanes, at);
                    }
                }
            }
        }
    }

    /** map k = Σ matrix[cell, ·] · values[k, cell]. */
    void unpool(float[] values, float[] matrix, float[] code) {
        int last = maps.count() - 1;
        for (int k = 0; k < weights.length / cells; k++) {
            int at = k / MapTile.FILTERS * MapTile.FILTERS * cells + k % MapTile.FILTERS;
            for (int cell = 0; cell < cells; cell++) {
                weights[at + cell * MapTile.FILTERS] = values[Math.min(k, last) * cells + cell];
            }
        }
        int at = 0;
        for (MapTile tile : runs) {
            for (int k = 0; k <= last; k += MapTile.FILTERS) {
                tile.analyze(matrix, at, cellOffsets, weights, k * cells, code, at, k, last, maps.stride());
            }
            at += tile.vectors * LANES;
        }
    }
}
