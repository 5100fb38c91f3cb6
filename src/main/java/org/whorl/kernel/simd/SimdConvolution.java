package org.whorl.kernel.simd;

import java.util.Arrays;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.whorl.kernel.Convolution;
import org.whorl.kernel.Geometry;
import org.whorl.kernel.Maps;
import org.whorl.kernel.PackedFilters;

/**
 * Direct convolution as three matrix products over a code map's flat positions.
 *
 * <p>For each channel c and kernel column j the padded image is kept once, shifted left by j and cut to the code map's width. Then tap
 * (c, i, j) of the kernel reads, for all positions of the map at once, one contiguous run that starts at i · width: any map size fills
 * whole vectors but for one tail, and the copies (kernel-width-fold, not kernel-area-fold as in im2col) stay in the first-level cache.
 * Every product is made of {@link MapTile} and {@link CorrelationTile}.
 */
final class SimdConvolution implements Convolution {
    private static final VectorSpecies<Float> SPECIES = VectorWidth.SPECIES;
    private static final int LANES = SPECIES.length();

    private final MapTile tile = TileKernels.forThisMachine().shortRun();
    private final CorrelationTile correlator = TileKernels.forThisMachine().correlation();
    private final Geometry geometry;
    private final int taps;
    private final int mapWidth;
    private final int mapStride;
    private final Maps maps;
    private final int rowTaps;

    private final int paddedWidth;
    private final float[] padded;
    private final int shiftStride;
    private final float[] shifted;
    private final int[] tapOffsets;

    private final float[] sums;
    private final int[] sumOffsets;
    private final float[] columnMasks;
    private final int maskStride;
    private final float[] rows;

    private final int[] columnTapOffsets;
    private final int[] columnTaps;
    private final float[] correlation;

    SimdConvolution(Geometry geometry) {
        this.geometry = geometry;
        int channels = geometry.channels();
        int kernelHeight = geometry.kernelHeight();
        int kernelWidth = geometry.kernelWidth();
        taps = geometry.filterSize();
        mapWidth = geometry.codeWidth();
        mapStride = roundUp(geometry.mapSize(), tile.vectors * LANES);
        maps = Maps.rows(geometry.filters(), geometry.mapSize(), mapStride);
        rowTaps = roundUp(kernelWidth, MapTile.TAPS);

        paddedWidth = geometry.width() + 2 * geometry.padding();
        int paddedHeight = geometry.height() + 2 * geometry.padding();
        padded = new float[channels * paddedHeight * paddedWidth + roundUp(mapWidth, LANES) + LANES];
        shiftStride = roundUp(mapStride + (kernelHeight - 1) * mapWidth + 2 * LANES, LANES);
        shifted = new float[channels * kernelWidth * shiftStride + LANES];
        tapOffsets = new int[taps];
        for (int c = 0, tap = 0; c < channels; c++) {
            for (int i = 0; i < kernelHeight; i++) {
                for (int j = 0; j < kernelWidth; j++) {
                    tapOffsets[tap++] = (c * kernelWidth + j) * shiftStride + i * mapWidth;
                }
            }
        }

        // The sums of synthesize start a vector late, so that shifted reads of their first row stay inside.
        sums = new float[channels * kernelWidth * shiftStride + 3 * LANES + kernelWidth];
        sumOffsets = new int[channels * kernelHeight * rowTaps];
        for (int c = 0, tap = 0; c < channels; c++) {
            for (int i = 0; i < kernelHeight; i++) {
                for (int j = 0; j < rowTaps; j++) {
                    int column = Math.min(j, kernelWidth - 1);
                    sumOffsets[tap++] = kernelWidth + (c * kernelWidth + column) * shiftStride + i * mapWidth;
                }
            }
        }
        maskStride = roundUp(geometry.width(), LANES);
        columnMasks = new float[kernelWidth * maskStride];
        for (int j = 0; j < kernelWidth; j++) {
            for (int x = 0; x < geometry.width(); x++) {
                int column = x + geometry.padding() - j;
                columnMasks[j * maskStride + x] = column >= 0 && column < mapWidth ? 1 : 0;
            }
        }
        rows = new float[geometry.imageSize() + maskStride];

        // Column by column, rows fastest: neighbouring taps read the same shifted copy, one row further, while it is in
        // cache.
        columnTapOffsets = new int[roundUp(taps, correlator.taps)];
        columnTaps = new int[taps];
        for (int c = 0, at = 0; c < channels; c++) {
            for (int j = 0; j < kernelWidth; j++) {
                for (int i = 0; i < kernelHeight; i++, at++) {
                    columnTapOffsets[at] = (c * kernelWidth + j) * shiftStride + i * mapWidth;
                    columnTaps[at] = (c * kernelHeight + i) * kernelWidth + j;
                }
            }
        }
        correlation = new float[roundUp(geometry.filters(), correlator.maps) * columnTapOffsets.length * LANES];
    }

    static int roundUp(int value, int unit) {
        return (value + unit - 1) / unit * unit;
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
                new float[roundUp(filters, MapTile.FILTERS) * taps], new float[sumOffsets.length * filters]);
    }

    @Override
    public void pack(float[] filters, PackedFilters into) {
        SimdFilters packed = (SimdFilters) into;
        int count = geometry.filters();
        int group = MapTile.FILTERS;
        for (int k = 0; k < roundUp(count, group); k++) {
            // The last group is filled up with the last filter.
            int filter = Math.min(k, count - 1);
            int at = k / group * group * taps + k % group;
            for (int tap = 0; tap < taps; tap++) {
                packed.analysis()[at + tap * group] = filters[filter * taps + tap];
            }
        }
        int kernelWidth = geometry.kernelWidth();
        group = MapTile.TAPS;
        for (int tap = 0; tap < sumOffsets.length; tap++) {
            int j = tap % rowTaps;
            int at = tap / group * group * count + tap % group;
            for (int k = 0; k < count; k++) {
                // Rows are filled up with weights of zero.
                packed.synthesis()[at + k * group] =
                        j < kernelWidth ? filters[k * taps + tap / rowTaps * kernelWidth + j] : 0;
            }
        }
    }

    @Override
    public void analyze(float[] image, int imageOffset, PackedFilters filters, float[] code, int codeOffset) {
        shift(image, imageOffset, 1);
        float[] weights = ((SimdFilters) filters).analysis();
        int last = geometry.filters() - 1;
        for (int at = 0; at < mapStride; at += tile.vectors * LANES) {
            for (int k = 0; k <= last; k += MapTile.FILTERS) {
                tile.analyze(shifted, at, tapOffsets, weights, k * taps, code, codeOffset + at, k, last, mapStride);
            }
        }
        for (int k = 0; k <= last; k++) {
            maps.clearPadding(k, code, codeOffset);
        }
    }

    /** Fills {@link #shifted} from an image times a number. Rows are copied by whole vectors: what runs over is overwritten by the next row. */
    private void shift(float[] image, int imageOffset, float scale) {
        int channels = geometry.channels();
        int height = geometry.height();
        int width = geometry.width();
        int padding = geometry.padding();
        int paddedHeight = height + 2 * padding;
        for (int c = 0; c < channels; c++) {
            for (int y = 0; y < height; y++) {
                System.arraycopy(
                        image,
                        imageOffset + (c * height + y) * width,
                        padded,
                        (c * paddedHeight + y + padding) * paddedWidth + padding,
                        width);
            }
        }
        int kernelWidth = geometry.kernelWidth();
        for (int c = 0; c < channels; c++) {
            for (int j = 0; j < kernelWidth; j++) {
                copyRows(
                        padded,
                        c * paddedHeight * paddedWidth + j,
                        paddedWidth,
                        paddedHeight,
                        mapWidth,
                        scale,
                        shifted,
                        (c * kernelWidth + j) * shiftStride);
            }
        }
    }

    private static void copyRows(
            float[] from, int at, int stride, int rows, int width, float scale, float[] to, int toAt) {
        FloatVector s = FloatVector.broadcast(SPECIES, scale);
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < width; x += LANES) {
                FloatVector.fromArray(SPECIES, from, at + y * stride + x).mul(s).intoArray(to, toAt + y * width + x);
            }
        }
    }

    @Override
    public void synthesize(float[] code, int codeOffset, PackedFilters filters, float[] image, int imageOffset) {
        float[] weights = ((SimdFilters) filters).synthesis();
        int count = geometry.filters();
        Arrays.fill(sums, 0);
        for (int at = 0; at < mapStride; at += tile.vectors * LANES) {
            for (int tap = 0; tap < sumOffsets.length; tap += MapTile.TAPS) {
                tile.synthesize(
                        code, codeOffset + at, mapStride, count, weights, tap * count, sums, at, sumOffsets, tap);
            }
        }
        int height = geometry.height();
        int width = geometry.width();
        for (int c = 0; c < geometry.channels(); c++) {
            for (int y = 0; y < height; y++) {
                int from = geometry.kernelWidth()
                        + c * geometry.kernelWidth() * shiftStride
                        + (y + geometry.padding()) * mapWidth
                        + geometry.padding();
                RowLoops.gatherRow(
                        sums,
                        from,
                        shiftStride - 1,
                        geometry.kernelWidth(),
                        columnMasks,
                        maskStride,
                        rows,
                        (c * height + y) * width);
            }
        }
        System.arraycopy(rows, 0, image, imageOffset, geometry.imageSize());
    }

    @Override
    public void correlate(float[] image, int imageOffset, float[] code, int codeOffset, float scale) {
        shift(image, imageOffset, scale);
        int last = geometry.filters() - 1;
        int at = 0;
        for (int k = 0; k <= last; k += correlator.maps) {
            for (int tap = 0; tap < columnTapOffsets.length; tap += correlator.taps) {
                correlator.correlate(
                        code, codeOffset, k, last, mapStride, shifted, columnTapOffsets, tap, correlation, at);
                at += correlator.maps * correlator.taps * LANES;
            }
        }
    }

    @Override
    public void takeCorrelation(float[] filterGradient, int offset) {
        int count = geometry.filters();
        for (int k = 0; k < count; k++) {
            for (int t = 0; t < taps; t++) {
                int block = k / correlator.maps * (columnTapOffsets.length / correlator.taps) + t / correlator.taps;
                int at = ((block * correlator.maps + k % correlator.maps) * correlator.taps + t % correlator.taps)
                        * LANES;
                filterGradient[offset + k * taps + columnTaps[t]] = sum(correlation, at);
            }
        }
        Arrays.fill(correlation, 0);
    }

    static float sum(float[] values, int at) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int i = at;
        for (; i + 3 < at + LANES; i += 4) {
            a += values[i];
            b += values[i + 1];
            c += values[i + 2];
            d += values[i + 3];
        }
        for (; i < at + LANES; i++) {
            a += values[i];
        }
        return a + b + (c + d);
    }
}
