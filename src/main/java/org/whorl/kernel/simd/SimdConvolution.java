package org.whorl.kernel.simd;

import java.util.Arrays;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.whorl.kernel.Convolution;
import org.whorl.kernel.Geometry;
import org.whorl.kernel.PackedFilters;

/**
 * Direct convolution as three matrix products over a code map's flat positions.
 *
 * <p>For each channel c and kernel column j the padded image is kept once, shifted left by j and cut to the code map's width. Then tap
 * (c, i, j) of the kernel reads, for all positions of the map at once, one contiguous run that starts at i · width: any map size fills
 * whole vectors but for one tail, and the copies (kernel-width-fold, not kernel-area-fold as in im2col) stay in the first-level cache.
 * Every product is made of tiles of 4 × 3 vectors, which need 16 registers.
 */
final class SimdConvolution implements Convolution {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    /** Vectors in a row of a tile, and taps in a tile of correlate. */
    private static final int WIDTH = 3;
    /** Filters (or taps, in synthesize) in a tile. */
    private static final int GROUP = 4;

    private final Geometry geometry;
    private final int taps;
    private final int mapWidth;
    private final int mapStride;
    private final int filterGroups;
    private final int tapGroups;
    private final int rowGroups;

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

    private final int tapTriples;
    private final int[] tripleOffsets;
    private final int[] tripleTaps;
    private final float[] correlation;

    SimdConvolution(Geometry geometry) {
        this.geometry = geometry;
        int channels = geometry.channels();
        int kernelHeight = geometry.kernelHeight();
        int kernelWidth = geometry.kernelWidth();
        taps = geometry.filterSize();
        mapWidth = geometry.codeWidth();
        mapStride = roundUp(geometry.mapSize(), WIDTH * LANES);
        filterGroups = (geometry.filters() + GROUP - 1) / GROUP;
        rowGroups = (kernelWidth + GROUP - 1) / GROUP;
        tapGroups = channels * kernelHeight * rowGroups;

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
        sumOffsets = new int[tapGroups * GROUP];
        for (int c = 0, tap = 0; c < channels; c++) {
            for (int i = 0; i < kernelHeight; i++) {
                for (int j = 0; j < rowGroups * GROUP; j++) {
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

        // Neighbouring taps of a triple read the same shifted copy, one row further: column by column, rows fastest.
        tapTriples = (taps + WIDTH - 1) / WIDTH;
        tripleOffsets = new int[tapTriples * WIDTH];
        tripleTaps = new int[tapTriples * WIDTH];
        Arrays.fill(tripleTaps, -1);
        for (int c = 0, at = 0; c < channels; c++) {
            for (int j = 0; j < kernelWidth; j++) {
                for (int i = 0; i < kernelHeight; i++, at++) {
                    tripleOffsets[at] = (c * kernelWidth + j) * shiftStride + i * mapWidth;
                    tripleTaps[at] = (c * kernelHeight + i) * kernelWidth + j;
                }
            }
        }
        correlation = new float[filterGroups * tapTriples * GROUP * WIDTH * LANES];
    }

    static int roundUp(int value, int unit) {
        return (value + unit - 1) / unit * unit;
    }

    @Override
    public Geometry geometry() {
        return geometry;
    }

    @Override
    public int mapStride() {
        return mapStride;
    }

    @Override
    public PackedFilters newFilters() {
        return new SimdFilters(
                new float[filterGroups * taps * GROUP], new float[tapGroups * GROUP * geometry.filters()]);
    }

    @Override
    public void pack(float[] filters, PackedFilters into) {
        SimdFilters packed = (SimdFilters) into;
        int count = geometry.filters();
        for (int group = 0; group < filterGroups; group++) {
            for (int tap = 0; tap < taps; tap++) {
                for (int f = 0; f < GROUP; f++) {
                    // Groups are filled up with the last filter, whose map is then written twice with the same values.
                    int filter = Math.min(group * GROUP + f, count - 1);
                    packed.analysis()[(group * taps + tap) * GROUP + f] = filters[filter * taps + tap];
                }
            }
        }
        int kernelWidth = geometry.kernelWidth();
        for (int row = 0; row < geometry.channels() * geometry.kernelHeight(); row++) {
            for (int j = 0; j < rowGroups * GROUP; j++) {
                int group = row * rowGroups + j / GROUP;
                for (int k = 0; k < count; k++) {
                    packed.synthesis()[(group * count + k) * GROUP + j % GROUP] =
                            j < kernelWidth ? filters[k * taps + row * kernelWidth + j] : 0;
                }
            }
        }
    }

    @Override
    public void analyze(float[] image, int imageOffset, PackedFilters filters, float[] code, int codeOffset) {
        shift(image, imageOffset, 1);
        float[] weights = ((SimdFilters) filters).analysis();
        int last = geometry.filters() - 1;
        for (int at = 0; at < mapStride; at += WIDTH * LANES) {
            for (int group = 0; group < filterGroups; group++) {
                int k = group * GROUP;
                int out = codeOffset + at;
                analyzeTile(
                        shifted,
                        at,
                        tapOffsets,
                        weights,
                        group * taps * GROUP,
                        code,
                        out + k * mapStride,
                        out + Math.min(k + 1, last) * mapStride,
                        out + Math.min(k + 2, last) * mapStride,
                        out + Math.min(k + 3, last) * mapStride);
            }
        }
        int mapSize = geometry.mapSize();
        for (int k = 0; k <= last; k++) {
            Arrays.fill(code, codeOffset + k * mapStride + mapSize, codeOffset + (k + 1) * mapStride, 0);
        }
    }

    private static void analyzeTile(
            float[] in,
            int at,
            int[] offsets,
            float[] weights,
            int weightsAt,
            float[] out,
            int out0,
            int out1,
            int out2,
            int out3) {
        FloatVector a00 = FloatVector.zero(SPECIES);
        FloatVector a01 = FloatVector.zero(SPECIES);
        FloatVector a02 = FloatVector.zero(SPECIES);
        FloatVector a10 = FloatVector.zero(SPECIES);
        FloatVector a11 = FloatVector.zero(SPECIES);
        FloatVector a12 = FloatVector.zero(SPECIES);
        FloatVector a20 = FloatVector.zero(SPECIES);
        FloatVector a21 = FloatVector.zero(SPECIES);
        FloatVector a22 = FloatVector.zero(SPECIES);
        FloatVector a30 = FloatVector.zero(SPECIES);
        FloatVector a31 = FloatVector.zero(SPECIES);
        FloatVector a32 = FloatVector.zero(SPECIES);
        for (int tap = 0; tap < offsets.length; tap++) {
            int from = at + offsets[tap];
            int w = weightsAt + GROUP * tap;
            FloatVector x0 = FloatVector.fromArray(SPECIES, in, from);
            FloatVector x1 = FloatVector.fromArray(SPECIES, in, from + LANES);
            FloatVector x2 = FloatVector.fromArray(SPECIES, in, from + 2 * LANES);
            FloatVector w0 = FloatVector.broadcast(SPECIES, weights[w]);
            a00 = x0.fma(w0, a00);
            a01 = x1.fma(w0, a01);
            a02 = x2.fma(w0, a02);
            FloatVector w1 = FloatVector.broadcast(SPECIES, weights[w + 1]);
            a10 = x0.fma(w1, a10);
            a11 = x1.fma(w1, a11);
            a12 = x2.fma(w1, a12);
            FloatVector w2 = FloatVector.broadcast(SPECIES, weights[w + 2]);
            a20 = x0.fma(w2, a20);
            a21 = x1.fma(w2, a21);
            a22 = x2.fma(w2, a22);
            FloatVector w3 = FloatVector.broadcast(SPECIES, weights[w + 3]);
            a30 = x0.fma(w3, a30);
            a31 = x1.fma(w3, a31);
            a32 = x2.fma(w3, a32);
        }
        a00.intoArray(out, out0);
        a01.intoArray(out, out0 + LANES);
        a02.intoArray(out, out0 + 2 * LANES);
        a10.intoArray(out, out1);
        a11.intoArray(out, out1 + LANES);
        a12.intoArray(out, out1 + 2 * LANES);
        a20.intoArray(out, out2);
        a21.intoArray(out, out2 + LANES);
        a22.intoArray(out, out2 + 2 * LANES);
        a30.intoArray(out, out3);
        a31.intoArray(out, out3 + LANES);
        a32.intoArray(out, out3 + 2 * LANES);
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
        for (int at = 0; at < mapStride; at += WIDTH * LANES) {
            for (int group = 0; group < tapGroups; group++) {
                int t = group * GROUP;
                synthesizeTile(
                        code,
                        codeOffset + at,
                        mapStride,
                        count,
                        weights,
                        group * count * GROUP,
                        sums,
                        sumOffsets[t] + at,
                        sumOffsets[t + 1] + at,
                        sumOffsets[t + 2] + at,
                        sumOffsets[t + 3] + at);
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
                gatherRow(
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

    /** One image row: the sum over kernel columns of their shifted sums, by whole vectors. */
    private static void gatherRow(
            float[] sums, int from, int step, int columns, float[] masks, int maskStride, float[] out, int outAt) {
        for (int x = 0; x < maskStride; x += LANES) {
            FloatVector total = FloatVector.zero(SPECIES);
            for (int j = 0; j < columns; j++) {
                FloatVector part = FloatVector.fromArray(SPECIES, sums, from + x + j * step);
                total = part.fma(FloatVector.fromArray(SPECIES, masks, j * maskStride + x), total);
            }
            total.intoArray(out, outAt + x);
        }
    }

    private static void synthesizeTile(
            float[] code,
            int at,
            int stride,
            int count,
            float[] weights,
            int weightsAt,
            float[] out,
            int out0,
            int out1,
            int out2,
            int out3) {
        FloatVector a00 = FloatVector.zero(SPECIES);
        FloatVector a01 = FloatVector.zero(SPECIES);
        FloatVector a02 = FloatVector.zero(SPECIES);
        FloatVector a10 = FloatVector.zero(SPECIES);
        FloatVector a11 = FloatVector.zero(SPECIES);
        FloatVector a12 = FloatVector.zero(SPECIES);
        FloatVector a20 = FloatVector.zero(SPECIES);
        FloatVector a21 = FloatVector.zero(SPECIES);
        FloatVector a22 = FloatVector.zero(SPECIES);
        FloatVector a30 = FloatVector.zero(SPECIES);
        FloatVector a31 = FloatVector.zero(SPECIES);
        FloatVector a32 = FloatVector.zero(SPECIES);
        for (int k = 0; k < count; k++) {
            int from = at + k * stride;
            int w = weightsAt + GROUP * k;
            FloatVector z0 = FloatVector.fromArray(SPECIES, code, from);
            FloatVector z1 = FloatVector.fromArray(SPECIES, code, from + LANES);
            FloatVector z2 = FloatVector.fromArray(SPECIES, code, from + 2 * LANES);
            FloatVector w0 = FloatVector.broadcast(SPECIES, weights[w]);
            a00 = z0.fma(w0, a00);
            a01 = z1.fma(w0, a01);
            a02 = z2.fma(w0, a02);
            FloatVector w1 = FloatVector.broadcast(SPECIES, weights[w + 1]);
            a10 = z0.fma(w1, a10);
            a11 = z1.fma(w1, a11);
            a12 = z2.fma(w1, a12);
            FloatVector w2 = FloatVector.broadcast(SPECIES, weights[w + 2]);
            a20 = z0.fma(w2, a20);
            a21 = z1.fma(w2, a21);
            a22 = z2.fma(w2, a22);
            FloatVector w3 = FloatVector.broadcast(SPECIES, weights[w + 3]);
            a30 = z0.fma(w3, a30);
            a31 = z1.fma(w3, a31);
            a32 = z2.fma(w3, a32);
        }
        add(out, out0, a00, a01, a02);
        add(out, out1, a10, a11, a12);
        add(out, out2, a20, a21, a22);
        add(out, out3, a30, a31, a32);
    }

    private static void add(float[] out, int at, FloatVector v0, FloatVector v1, FloatVector v2) {
        FloatVector.fromArray(SPECIES, out, at).add(v0).intoArray(out, at);
        FloatVector.fromArray(SPECIES, out, at + LANES).add(v1).intoArray(out, at + LANES);
        FloatVector.fromArray(SPECIES, out, at + 2 * LANES).add(v2).intoArray(out, at + 2 * LANES);
    }

    @Override
    public void correlate(float[] image, int imageOffset, float[] code, int codeOffset, float scale) {
        shift(image, imageOffset, scale);
        int last = geometry.filters() - 1;
        for (int group = 0; group < filterGroups; group++) {
            int k = group * GROUP;
            for (int triple = 0; triple < tapTriples; triple++) {
                correlateTile(
                        code,
                        codeOffset + k * mapStride,
                        codeOffset + Math.min(k + 1, last) * mapStride,
                        codeOffset + Math.min(k + 2, last) * mapStride,
                        codeOffset + Math.min(k + 3, last) * mapStride,
                        mapStride,
                        shifted,
                        tripleOffsets[triple * WIDTH],
                        tripleOffsets[triple * WIDTH + 1],
                        tripleOffsets[triple * WIDTH + 2],
                        correlation,
                        (group * tapTriples + triple) * GROUP * WIDTH * LANES);
            }
        }
    }

    private static void correlateTile(
            float[] code,
            int code0,
            int code1,
            int code2,
            int code3,
            int length,
            float[] in,
            int in0,
            int in1,
            int in2,
            float[] out,
            int at) {
        FloatVector a00 = FloatVector.zero(SPECIES);
        FloatVector a01 = FloatVector.zero(SPECIES);
        FloatVector a02 = FloatVector.zero(SPECIES);
        FloatVector a10 = FloatVector.zero(SPECIES);
        FloatVector a11 = FloatVector.zero(SPECIES);
        FloatVector a12 = FloatVector.zero(SPECIES);
        FloatVector a20 = FloatVector.zero(SPECIES);
        FloatVector a21 = FloatVector.zero(SPECIES);
        FloatVector a22 = FloatVector.zero(SPECIES);
        FloatVector a30 = FloatVector.zero(SPECIES);
        FloatVector a31 = FloatVector.zero(SPECIES);
        FloatVector a32 = FloatVector.zero(SPECIES);
        for (int p = 0; p < length; p += LANES) {
            FloatVector x0 = FloatVector.fromArray(SPECIES, in, in0 + p);
            FloatVector x1 = FloatVector.fromArray(SPECIES, in, in1 + p);
            FloatVector x2 = FloatVector.fromArray(SPECIES, in, in2 + p);
            FloatVector z0 = FloatVector.fromArray(SPECIES, code, code0 + p);
            a00 = x0.fma(z0, a00);
            a01 = x1.fma(z0, a01);
            a02 = x2.fma(z0, a02);
            FloatVector z1 = FloatVector.fromArray(SPECIES, code, code1 + p);
            a10 = x0.fma(z1, a10);
            a11 = x1.fma(z1, a11);
            a12 = x2.fma(z1, a12);
            FloatVector z2 = FloatVector.fromArray(SPECIES, code, code2 + p);
            a20 = x0.fma(z2, a20);
            a21 = x1.fma(z2, a21);
            a22 = x2.fma(z2, a22);
            FloatVector z3 = FloatVector.fromArray(SPECIES, code, code3 + p);
            a30 = x0.fma(z3, a30);
            a31 = x1.fma(z3, a31);
            a32 = x2.fma(z3, a32);
        }
        add(out, at, a00, a01, a02);
        add(out, at + 3 * LANES, a10, a11, a12);
        add(out, at + 6 * LANES, a20, a21, a22);
        add(out, at + 9 * LANES, a30, a31, a32);
    }

    @Override
    public void takeCorrelation(float[] filterGradient, int offset) {
        int count = geometry.filters();
        for (int k = 0; k < count; k++) {
            for (int t = 0; t < taps; t++) {
                int at = ((k / GROUP * tapTriples + t / WIDTH) * GROUP * WIDTH + k % GROUP * WIDTH + t % WIDTH) * LANES;
                filterGradient[offset + k * taps + tripleTaps[t]] = sum(correlation, at);
            }
        }
        Arrays.fill(correlation, 0);
    }

    private static float sum(float[] values, int at) {
        float even = 0;
        float odd = 0;
        for (int i = at; i < at + LANES; i += 2) {
            even += values[i];
            odd += values[i + 1];
        }
        return even + odd;
    }
}
