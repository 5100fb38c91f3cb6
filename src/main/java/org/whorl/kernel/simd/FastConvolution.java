package org.whorl.kernel.simd;

import java.util.Arrays;
import java.util.List;

import jdk.incubator.vector.VectorSpecies;
import org.whorl.kernel.Convolution;
import org.whorl.kernel.Geometry;
import org.whorl.kernel.Maps;
import org.whorl.kernel.PackedFilters;

/**
 * Convolution with 9 products for every 16, by the fast FIR algorithm F(2, 2) of Winograd, nested over rows and columns.
 *
 * <p>Split a line x and a filter h into their even and odd elements x₀, x₁ and h₀, h₁, and let x₂ be x₀ from its second element on. The
 * even and odd elements of their correlation are x₀h₀ + x₁h₁ and x₁h₀ + x₂h₁, four correlations of half the length by filters of half the
 * length, which three give as well:
 *
 * <pre>
 * m₀ = (x₀ − x₁) h₀     m₁ = x₁ (h₀ + h₁)     m₂ = (x₂ − x₁) h₁          y₀ = m₀ + m₁     y₁ = m₁ + m₂
 * </pre>
 *
 * <p>Over rows and columns that makes nine correlations of quarter-size images, {@link PhaseImages}, with filters of a quarter of the
 * size, which are combined when they are packed. Codes stay in four phases, as {@link Maps#phases} says, so that they need no
 * interleaving. Synthesize and correlate are the transposed sums: nine combinations of the code's phases, each a product of its own.
 */
final class FastConvolution implements Convolution {
    private static final VectorSpecies<Float> SPECIES = VectorWidth.SPECIES;
    private static final int LANES = SPECIES.length();
    private static final int PRODUCTS = PhaseImages.COUNT;

    private final TileKernels tiles = TileKernels.forThisMachine();
    private final List<MapTile> runs;
    private final Geometry geometry;
    private final Maps maps;
    private final int phase;
    private final PhaseImages images;

    private final CodePhases phases;
    private final QuarterFilters quarters;

    private final float[] copies;
    private final float[] sums;
    private final int[][] tapOffsets;
    private final int[][] sumOffsets;
    private final float[] products;
    private final float[] phaseSums;
    private final List<PatchTile> patchTiles;
    private final int[] patchOffsets;
    private final int[] patchVectors;
    /** Values of a patch's channel, filled up to whole vectors. */
    private final int channelPatch;

    private final int patch;
    private final float[] patches;
    private final int correlationRows;
    private final float[] correlation;

    /**
     * Whether nine products by quarter-size filters, with all that is filled up, are clearly fewer than the direct way's, and filters
     * large enough to carry the combinations.
     */
    static boolean pays(Geometry geometry) {
        int taps = (geometry.kernelHeight() + 1) / 2 * ((geometry.kernelWidth() + 1) / 2);
        int positions = (geometry.codeHeight() + 1) / 2 * ((geometry.codeWidth() + 1) / 2);
        int vectors = vectors(TileKernels.forThisMachine(), positions);
        int direct = (geometry.mapSize() + LANES - 1) / LANES;
        return taps * geometry.channels() >= 16
                && PRODUCTS * taps * vectors < 0.75 * geometry.kernelHeight() * geometry.kernelWidth() * direct;
    }

    private static int vectors(TileKernels tiles, int positions) {
        return tiles.covering((positions + LANES - 1) / LANES).stream()
                .mapToInt(tile -> tile.vectors)
                .sum();
    }

    FastConvolution(Geometry geometry) {
        this.geometry = geometry;
        int height = (geometry.codeHeight() + 1) / 2;
        int width = (geometry.codeWidth() + 1) / 2;
        runs = tiles.covering((height * width + LANES - 1) / LANES);
        phase = vectors(tiles, height * width) * LANES;
        maps = Maps.phases(geometry.filters(), geometry.codeHeight(), geometry.codeWidth(), phase);
        images = new PhaseImages(geometry, phase);
        phases = new CodePhases(maps, phase);
        quarters = new QuarterFilters(geometry);
        int filterRows = quarters.rows;
        int filterColumns = quarters.columns;
        int rowTaps = quarters.rowTaps;
        copies = new float[images.length()];
        // Sums start late, so that shifted reads of their first row stay inside.
        sums = new float[filterColumns + images.length()];
        tapOffsets = new int[PRODUCTS][quarters.taps];
        sumOffsets = new int[PRODUCTS][quarters.filledTaps];
        for (int product = 0; product < PRODUCTS; product++) {
            for (int tap = 0; tap < quarters.taps; tap++) {
                int c = tap / (filterRows * filterColumns);
                int row = tap / filterColumns % filterRows;
                tapOffsets[product][tap] = images.offset(product, c, row, tap % filterColumns);
            }
            for (int tap = 0; tap < quarters.filledTaps; tap++) {
                int c = tap / (filterRows * rowTaps);
                int column = Math.min(tap % rowTaps, filterColumns - 1);
                sumOffsets[product][tap] =
                        filterColumns + images.offset(product, c, tap / rowTaps % filterRows, column);
            }
        }
        int longest = runs.get(0).vectors * LANES;
        products = new float[PRODUCTS * MapTile.FILTERS * longest];
        phaseSums = new float[CodePhases.SUMS * geometry.filters() * phase];
        int channels = geometry.channels();
        int vectors = (filterRows * filterColumns + LANES - 1) / LANES;
        channelPatch = vectors * LANES;
        patch = channels * channelPatch;
        patchTiles = tiles.coveringPatch(channels * vectors);
        patchOffsets = images.patchOffsets();
        patchVectors = new int[channels * vectors];
        for (int v = 0; v < patchVectors.length; v++) {
            patchVectors[v] = images.patchesAt(v / vectors) + v % vectors * LANES;
        }
        patches = new float[images.patchesLength() + channelPatch];
        int most = Math.max(tiles.shortPatch().maps, tiles.longPatch().maps);
        correlationRows = geometry.filters() + most;
        correlation = new float[PRODUCTS * correlationRows * patch];
    }

    @Override
    public Geometry geometry() {
        return geometry;
    }

    @Override
    public Maps maps() {
        return maps;
    }

    @Override
    public PackedFilters newFilters() {
        return quarters.allocate();
    }

    @Override
    public void pack(float[] filters, PackedFilters into) {
        quarters.pack(filters, (SimdFilters) into);
    }

    @Override
    public void analyze(float[] image, int imageOffset, PackedFilters filters, float[] code, int codeOffset) {
        images.spread(image, imageOffset, copies);
        float[] weights = ((SimdFilters) filters).analysis();
        int taps = quarters.taps;
        int last = geometry.filters() - 1;
        int at = 0;
        for (MapTile tile : runs) {
            int run = tile.vectors * LANES;
            for (int k = 0; k <= last; k += MapTile.FILTERS) {
                for (int product = 0; product < PRODUCTS; product++) {
                    int from = (k * PRODUCTS + product * MapTile.FILTERS) * taps;
                    int to = product * MapTile.FILTERS * run;
                    tile.analyze(copies, at, tapOffsets[product], weights, from, products, to, 0, 3, run);
                }
                for (int f = 0; f < MapTile.FILTERS && k + f <= last; f++) {
                    int to = codeOffset + (k + f) * maps.stride() + at;
                    phases.join(products, f * run, MapTile.FILTERS * run, run, code, to);
                }
            }
            at += run;
        }
        for (int k = 0; k <= last; k++) {
            maps.clearPadding(k, code, codeOffset);
        }
    }

    @Override
    public void synthesize(float[] code, int codeOffset, PackedFilters filters, float[] image, int imageOffset) {
        float[] weights = ((SimdFilters) filters).synthesis();
        int filledTaps = quarters.filledTaps;
        int count = geometry.filters();
        Arrays.fill(sums, 0);
        int at = 0;
        for (MapTile tile : runs) {
            int run = tile.vectors * LANES;
            phases.add(code, codeOffset + at, run, phaseSums);
            for (int product = 0; product < PRODUCTS; product++) {
                boolean given = CodePhases.isPhase(product);
                float[] from = given ? code : phaseSums;
                int first = given ? codeOffset + at + phases.offset(product) : CodePhases.sum(product) * count * run;
                int stride = given ? maps.stride() : run;
                for (int tap = 0; tap < filledTaps; tap += MapTile.TAPS) {
                    int weight = (product * filledTaps + tap) * count;
                    tile.synthesize(from, first, stride, count, weights, weight, sums, at, sumOffsets[product], tap);
                }
            }
            at += run;
        }
        images.gather(sums, quarters.columns, image, imageOffset);
    }

    @Override
    public void correlate(float[] image, int imageOffset, float[] code, int codeOffset, float scale) {
        images.split(image, imageOffset, scale);
        phases.add(code, codeOffset, phase, phaseSums);
        for (int product = 0; product < PRODUCTS; product++) {
            images.patches(product, patches);
            int row = product * correlationRows;
            if (CodePhases.isPhase(product)) {
                correlate(code, codeOffset + phases.offset(product), maps.stride(), row);
            } else {
                correlate(phaseSums, CodePhases.sum(product) * geometry.filters() * phase, phase, row);
            }
        }
    }

    private void correlate(float[] code, int codeAt, int stride, int row) {
        int last = geometry.filters() - 1;
        int vector = 0;
        for (PatchTile tile : patchTiles) {
            for (int k = 0; k <= last; k += tile.maps) {
                int to = (row + k) * patch + vector * LANES;
                tile.correlate(
                        code,
                        codeAt,
                        k,
                        last,
                        stride,
                        patches,
                        patchOffsets,
                        patchVectors,
                        vector,
                        correlation,
                        to,
                        patch);
            }
            vector += tile.vectors;
        }
    }

    @Override
    public void takeCorrelation(float[] filterGradient, int offset) {
        int product = correlationRows * patch;
        int to = offset;
        for (int k = 0; k < geometry.filters(); k++) {
            for (int c = 0; c < geometry.channels(); c++) {
                for (int i = 0; i < geometry.kernelHeight(); i++) {
                    int row = i % 2 * PhaseImages.SIDE * product
                            + k * patch
                            + c * channelPatch
                            + i / 2 * quarters.columns;
                    for (int j = 0; j < geometry.kernelWidth(); j++) {
                        // Every element of a filter is part of four products' filters.
                        int at = row + j % 2 * product + j / 2;
                        int below = at + PhaseImages.SIDE * product;
                        filterGradient[to++] = correlation[at]
                                + correlation[at + product]
                                + (correlation[below] + correlation[below + product]);
                    }
                }
            }
        }
        Arrays.fill(correlation, 0);
    }
}
