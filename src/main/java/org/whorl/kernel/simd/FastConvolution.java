package org.whorl.kernel.simd;

import java.util.Arrays;
import java.util.List;

import jdk.incubator.vector.FloatVector;
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
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int PRODUCTS = PhaseImages.COUNT;

    private final Tiles tiles = Tiles.forThisMachine();
    private final List<MapTile> runs;
    private final Geometry geometry;
    private final Maps maps;
    private final int phase;
    private final PhaseImages images;

    private final int filterRows;
    private final int filterColumns;
    private final int rowTaps;
    /** Taps of a quarter-size filter. */
    private final int taps;
    /** The same with rows filled up to whole tiles. */
    private final int filledTaps;

    private final float[] copies;
    private final float[] sums;
    private final int[][] tapOffsets;
    private final int[][] sumOffsets;
    private final float[] products;
    private final float[] combined;
    private final float[] elements = new float[4];
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
        int vectors = vectors(Tiles.forThisMachine(), positions);
        int direct = (geometry.mapSize() + LANES - 1) / LANES;
        return taps * geometry.channels() >= 16
                && PRODUCTS * taps * vectors < 0.75 * geometry.kernelHeight() * geometry.kernelWidth() * direct;
    }

    private static int vectors(Tiles tiles, int positions) {
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
        filterRows = (geometry.kernelHeight() + 1) / 2;
        filterColumns = (geometry.kernelWidth() + 1) / 2;
        rowTaps = SimdConvolution.roundUp(filterColumns, MapTile.TAPS);
        taps = geometry.channels() * filterRows * filterColumns;
        filledTaps = geometry.channels() * filterRows * rowTaps;
        copies = new float[images.length()];
        // Sums start late, so that shifted reads of their first row stay inside.
        sums = new float[filterColumns + images.length()];
        tapOffsets = new int[PRODUCTS][taps];
        sumOffsets = new int[PRODUCTS][filledTaps];
        for (int product = 0; product < PRODUCTS; product++) {
            for (int tap = 0; tap < taps; tap++) {
                int c = tap / (filterRows * filterColumns);
                int row = tap / filterColumns % filterRows;
                tapOffsets[product][tap] = images.offset(product, c, row, tap % filterColumns);
            }
            for (int tap = 0; tap < filledTaps; tap++) {
                int c = tap / (filterRows * rowTaps);
                int column = Math.min(tap % rowTaps, filterColumns - 1);
                sumOffsets[product][tap] =
                        filterColumns + images.offset(product, c, tap / rowTaps % filterRows, column);
            }
        }
        int longest = runs.get(0).vectors * LANES;
        products = new float[PRODUCTS * MapTile.FILTERS * longest];
        combined = new float[geometry.filters() * phase];
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
        int filters = geometry.filters();
        return new SimdFilters(
                new float[PRODUCTS * SimdConvolution.roundUp(filters, MapTile.FILTERS) * taps],
                new float[PRODUCTS * filledTaps * filters]);
    }

    /** The analysis' weights: group of filters, product, tap, filter; the synthesis': product, group of taps, filter, tap. */
    @Override
    public void pack(float[] filters, PackedFilters into) {
        SimdFilters packed = (SimdFilters) into;
        int count = geometry.filters();
        for (int k = 0; k < SimdConvolution.roundUp(count, MapTile.FILTERS); k++) {
            // The last group is filled up with the last filter.
            int filter = Math.min(k, count - 1);
            int tap = 0;
            for (int c = 0; c < geometry.channels(); c++) {
                for (int row = 0; row < filterRows; row++) {
                    for (int column = 0; column < filterColumns; column++, tap++) {
                        takeElements(filters, filter * geometry.channels() + c, row, column);
                        packTap(k, tap, (c * filterRows + row) * rowTaps + column, packed);
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

    @Override
    public void analyze(float[] image, int imageOffset, PackedFilters filters, float[] code, int codeOffset) {
        images.spread(image, imageOffset, copies);
        float[] weights = ((SimdFilters) filters).analysis();
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
                    join(products, f * run, MapTile.FILTERS * run, run, code, to, phase);
                }
            }
            at += run;
        }
        for (int k = 0; k <= last; k++) {
            maps.clearPadding(k, code, codeOffset);
        }
    }

    /** The four phases of a map from its nine products. */
    private static void join(float[] products, int at, int step, int length, float[] code, int to, int phase) {
        for (int i = 0; i < length; i += LANES) {
            int from = at + i;
            FloatVector m01 = FloatVector.fromArray(SPECIES, products, from + step);
            FloatVector m00 = FloatVector.fromArray(SPECIES, products, from).add(m01);
            FloatVector m02 =
                    FloatVector.fromArray(SPECIES, products, from + 2 * step).add(m01);
            FloatVector m11 = FloatVector.fromArray(SPECIES, products, from + 4 * step);
            FloatVector m10 =
                    FloatVector.fromArray(SPECIES, products, from + 3 * step).add(m11);
            FloatVector m12 =
                    FloatVector.fromArray(SPECIES, products, from + 5 * step).add(m11);
            FloatVector m21 = FloatVector.fromArray(SPECIES, products, from + 7 * step);
            FloatVector m20 =
                    FloatVector.fromArray(SPECIES, products, from + 6 * step).add(m21);
            FloatVector m22 =
                    FloatVector.fromArray(SPECIES, products, from + 8 * step).add(m21);
            m00.add(m10).intoArray(code, to + i);
            m02.add(m12).intoArray(code, to + i + phase);
            m10.add(m20).intoArray(code, to + i + 2 * phase);
            m12.add(m22).intoArray(code, to + i + 3 * phase);
        }
    }

    /** Whether a product takes one of a code's phases as it is. */
    private static boolean isPhase(int product) {
        return product / PhaseImages.SIDE != 1 && product % PhaseImages.SIDE != 1;
    }

    /** The first phase of those that a product takes. */
    private static int phase(int product) {
        return product / PhaseImages.SIDE / 2 * 2 + product % PhaseImages.SIDE / 2;
    }

    /** What the other products take of a code: the sum of two or all of its phases, map by map. */
    private void combine(float[] code, int at, int product, int length, float[] to) {
        int first = at + phase(product) * phase;
        if (product == PRODUCTS / 2) {
            addFour(code, first, phase, maps.stride(), geometry.filters(), length, to);
        } else {
            int step = product / PhaseImages.SIDE == 1 ? 2 * phase : phase;
            addTwo(code, first, step, maps.stride(), geometry.filters(), length, to);
        }
    }

    private static void addTwo(float[] code, int at, int step, int stride, int count, int length, float[] to) {
        for (int k = 0; k < count; k++) {
            int from = at + k * stride;
            for (int i = 0; i < length; i += LANES) {
                FloatVector.fromArray(SPECIES, code, from + i)
                        .add(FloatVector.fromArray(SPECIES, code, from + step + i))
                        .intoArray(to, k * length + i);
            }
        }
    }

    private static void addFour(float[] code, int at, int step, int stride, int count, int length, float[] to) {
        for (int k = 0; k < count; k++) {
            int from = at + k * stride;
            for (int i = 0; i < length; i += LANES) {
                FloatVector upper = FloatVector.fromArray(SPECIES, code, from + i)
                        .add(FloatVector.fromArray(SPECIES, code, from + step + i));
                FloatVector lower = FloatVector.fromArray(SPECIES, code, from + 2 * step + i)
                        .add(FloatVector.fromArray(SPECIES, code, from + 3 * step + i));
                upper.add(lower).intoArray(to, k * length + i);
            }
        }
    }

    @Override
    public void synthesize(float[] code, int codeOffset, PackedFilters filters, float[] image, int imageOffset) {
        float[] weights = ((SimdFilters) filters).synthesis();
        int count = geometry.filters();
        Arrays.fill(sums, 0);
        int at = 0;
        for (MapTile tile : runs) {
            int run = tile.vectors * LANES;
            for (int product = 0; product < PRODUCTS; product++) {
                float[] from = code;
                int first = codeOffset + at + phase(product) * phase;
                int stride = maps.stride();
                if (!isPhase(product)) {
                    combine(code, codeOffset + at, product, run, combined);
                    from = combined;
                    first = 0;
                    stride = run;
                }
                for (int tap = 0; tap < filledTaps; tap += MapTile.TAPS) {
                    int weight = (product * filledTaps + tap) * count;
                    tile.synthesize(from, first, stride, count, weights, weight, sums, at, sumOffsets[product], tap);
                }
            }
            at += run;
        }
        images.gather(sums, filterColumns, image, imageOffset);
    }

    @Override
    public void correlate(float[] image, int imageOffset, float[] code, int codeOffset, float scale) {
        images.split(image, imageOffset, scale);
        for (int product = 0; product < PRODUCTS; product++) {
            images.patches(product, patches);
            if (isPhase(product)) {
                correlate(code, codeOffset + phase(product) * phase, maps.stride(), product * correlationRows);
            } else {
                combine(code, codeOffset, product, phase, combined);
                correlate(combined, 0, phase, product * correlationRows);
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
                    int row = i % 2 * PhaseImages.SIDE * product + k * patch + c * channelPatch + i / 2 * filterColumns;
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
