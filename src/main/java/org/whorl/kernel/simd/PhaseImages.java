package org.whorl.kernel.simd;

import java.util.Arrays;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.whorl.kernel.Geometry;

/**
 * The image side of {@link FastConvolution}: nine combinations of an image's four phases, and their adjoint.
 *
 * <p>With X₀ and X₁ the padded image's even and odd rows, and X₂ its even rows from the second on, the combinations by rows are X₀ − X₁,
 * X₁ and X₂ − X₁, and the same by columns. As in {@link SimdConvolution}, each is kept once for each column of the quarter-size filters,
 * shifted and cut to a code phase's width, so that a tap reads one contiguous run.
 */
final class PhaseImages {
    /** Combinations of phases, by rows and by columns. */
    static final int SIDE = 3;

    static final int COUNT = SIDE * SIDE;

    private static final VectorSpecies<Float> SPECIES = VectorWidth.SPECIES;
    private static final int LANES = SPECIES.length();

    private final Geometry geometry;
    private final int width;
    private final int height;
    private final int filterRows;
    private final int filterColumns;
    /** Rows of a combination that taps read. */
    private final int rows;

    private final int rowStride;
    private final int phaseSize;
    private final int phaseLength;
    private final float[] phases;
    private final float[] combined;
    private final float[] columnMasks;
    private final int maskStride;

    /** Values from one shifted copy to the next: channels × columns of the filter of them make one combination. */
    final int copyStride;

    /**
     * For the copies of images of one geometry.
     *
     * @param run positions that a tap reads
     */
    PhaseImages(Geometry geometry, int run) {
        this.geometry = geometry;
        filterRows = (geometry.kernelHeight() + 1) / 2;
        filterColumns = (geometry.kernelWidth() + 1) / 2;
        width = (geometry.codeWidth() + 1) / 2;
        height = (geometry.codeHeight() + 1) / 2;
        rows = height + filterRows - 1;
        rowStride = width + filterColumns;
        phaseSize = (rows + 1) * rowStride;
        maskStride = SimdConvolution.roundUp(rowStride, LANES);
        phaseLength = SimdConvolution.roundUp(phaseSize + rowStride + 1 + maskStride, LANES);
        phases = new float[4 * geometry.channels() * phaseLength];
        combined = new float[phaseLength];
        copyStride = SimdConvolution.roundUp(run + (filterRows - 1) * width + 2 * LANES, LANES);
        columnMasks = new float[filterColumns * maskStride];
        for (int j = 0; j < filterColumns; j++) {
            Arrays.fill(columnMasks, j * maskStride + j, j * maskStride + j + width, 1);
        }
    }

    /** Values of all copies of one image, with what whole vectors overrun. */
    int length() {
        return COUNT * geometry.channels() * filterColumns * copyStride + 3 * LANES;
    }

    /** Where a tap of the quarter-size filters begins to read. */
    int offset(int combination, int channel, int row, int column) {
        return ((combination * geometry.channels() + channel) * filterColumns + column) * copyStride + row * width;
    }

    /** Writes all copies of an image. */
    void spread(float[] image, int imageAt, float[] copies) {
        split(image, imageAt, 1);
        for (int combination = 0; combination < COUNT; combination++) {
            for (int c = 0; c < geometry.channels(); c++) {
                combine(combination, c);
                for (int j = 0; j < filterColumns; j++) {
                    copyRows(combined, j, rowStride, rows, width, copies, offset(combination, c, 0, j));
                }
            }
        }
    }

    /** Takes an image times a number apart into its phases, for {@link #patches}; their margins stay zero. */
    void split(float[] image, int imageAt, float scale) {
        int padding = geometry.padding();
        int columns = geometry.width();
        for (int line = 0; line < geometry.channels() * geometry.height(); line++) {
            int from = imageAt + line * columns - padding;
            for (int odd = 0; odd < 2; odd++) {
                int to = phaseLine(line, odd);
                int last = (columns - 1 + padding - odd) >> 1;
                for (int b = (padding + 1 - odd) / 2; b <= last; b++) {
                    phases[to + b] = scale * image[from + 2 * b + odd];
                }
            }
        }
    }

    /** Where the even or odd columns of an image's row, counted through all channels, lie among the phases. */
    private int phaseLine(int line, int odd) {
        int row = line % geometry.height() + geometry.padding();
        int phase = 4 * (line / geometry.height()) + row % 2 * 2 + odd;
        return phase * phaseLength + row / 2 * rowStride;
    }

    /**
     * Writes a combination column by column, for each column of a code's phase all rows of as many values as the filters have columns:
     * what the taps read at a position, row by row, is then one contiguous run, its patch.
     *
     * @param patches with room for a vector more than {@link #patchesLength}
     */
    void patches(int combination, float[] patches) {
        for (int c = 0; c < geometry.channels(); c++) {
            combine(combination, c);
            copyColumns(combined, rowStride, rows, width, filterColumns, patches, patchesAt(c));
        }
    }

    /** By whole vectors: what a run overruns, the next ones overwrite. */
    private static void copyColumns(float[] from, int stride, int rows, int columns, int run, float[] to, int toAt) {
        int next = toAt;
        for (int x = 0; x < columns; x++) {
            for (int y = 0; y < rows; y++) {
                for (int j = 0; j < run; j += LANES) {
                    FloatVector.fromArray(SPECIES, from, y * stride + x + j).intoArray(to, next + j);
                }
                next += run;
            }
        }
    }

    int patchesLength() {
        return patchesAt(geometry.channels()) + filterRows * filterColumns;
    }

    /** Where a channel's patches begin. */
    int patchesAt(int channel) {
        return channel * width * rows * filterColumns;
    }

    /** Where the patch of each position of a code's phase begins, from the beginning of its channel's. */
    int[] patchOffsets() {
        int[] offsets = new int[height * width];
        for (int p = 0; p < offsets.length; p++) {
            offsets[p] = (p % width * rows + p / width) * filterColumns;
        }
        return offsets;
    }

    private void combine(int combination, int channel) {
        int u = combination / SIDE;
        int v = combination % SIDE;
        int at = 4 * channel * phaseLength;
        int evenRow = at + (u == 2 ? rowStride : 0);
        int oddRow = at + 2 * phaseLength;
        int evenColumn = v == 2 ? 1 : 0;
        if (u == 1 && v == 1) {
            System.arraycopy(phases, oddRow + phaseLength, combined, 0, phaseSize);
        } else if (u == 1) {
            subtract(phases, oddRow + evenColumn, oddRow + phaseLength, phaseSize, combined);
        } else if (v == 1) {
            subtract(phases, evenRow + phaseLength, oddRow + phaseLength, phaseSize, combined);
        } else {
            subtractBoth(
                    phases,
                    evenRow + evenColumn,
                    evenRow + phaseLength,
                    oddRow + evenColumn,
                    oddRow + phaseLength,
                    phaseSize,
                    combined);
        }
    }

    private static void subtract(float[] from, int a, int b, int length, float[] to) {
        for (int i = 0; i < length; i += LANES) {
            FloatVector.fromArray(SPECIES, from, a + i)
                    .sub(FloatVector.fromArray(SPECIES, from, b + i))
                    .intoArray(to, i);
        }
    }

    private static void subtractBoth(float[] from, int a, int b, int c, int d, int length, float[] to) {
        for (int i = 0; i < length; i += LANES) {
            FloatVector left =
                    FloatVector.fromArray(SPECIES, from, a + i).sub(FloatVector.fromArray(SPECIES, from, b + i));
            FloatVector right =
                    FloatVector.fromArray(SPECIES, from, c + i).sub(FloatVector.fromArray(SPECIES, from, d + i));
            left.sub(right).intoArray(to, i);
        }
    }

    /** By whole vectors: what a row overruns, the next one overwrites. */
    private static void copyRows(float[] from, int at, int stride, int rows, int width, float[] to, int toAt) {
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < width; x += LANES) {
                FloatVector.fromArray(SPECIES, from, at + y * stride + x).intoArray(to, toAt + y * width + x);
            }
        }
    }

    /**
     * The adjoint of {@link #spread}.
     *
     * @param copiesAt at least the number of the filters' columns
     */
    void gather(float[] copies, int copiesAt, float[] image, int imageAt) {
        Arrays.fill(phases, 0);
        Arrays.fill(combined, rows * rowStride, phaseSize, 0);
        for (int combination = 0; combination < COUNT; combination++) {
            for (int c = 0; c < geometry.channels(); c++) {
                for (int y = 0; y < rows; y++) {
                    RowLoops.gatherRow(
                            copies,
                            copiesAt + offset(combination, c, y, 0),
                            copyStride - 1,
                            filterColumns,
                            columnMasks,
                            maskStride,
                            combined,
                            y * rowStride);
                }
                uncombine(combination, c);
            }
        }
        int padding = geometry.padding();
        int columns = geometry.width();
        for (int line = 0; line < geometry.channels() * geometry.height(); line++) {
            int to = imageAt + line * columns - padding;
            for (int odd = 0; odd < 2; odd++) {
                int from = phaseLine(line, odd);
                int last = (columns - 1 + padding - odd) >> 1;
                for (int b = (padding + 1 - odd) / 2; b <= last; b++) {
                    image[to + 2 * b + odd] = phases[from + b];
                }
            }
        }
        // The margins, which splitting leaves alone, are zero again.
        Arrays.fill(phases, 0);
    }

    private void uncombine(int combination, int channel) {
        int u = combination / SIDE;
        int v = combination % SIDE;
        int at = 4 * channel * phaseLength;
        int evenRow = at + (u == 2 ? rowStride : 0);
        int oddRow = at + 2 * phaseLength;
        int evenColumn = v == 2 ? 1 : 0;
        if (u != 1 && v != 1) {
            addScaled(combined, phaseSize, 1, phases, evenRow + evenColumn);
        }
        if (u != 1) {
            addScaled(combined, phaseSize, v == 1 ? 1 : -1, phases, evenRow + phaseLength);
        }
        if (v != 1) {
            addScaled(combined, phaseSize, u == 1 ? 1 : -1, phases, oddRow + evenColumn);
        }
        addScaled(combined, phaseSize, (u == 1) == (v == 1) ? 1 : -1, phases, oddRow + phaseLength);
    }

    private static void addScaled(float[] from, int length, float scale, float[] to, int at) {
        FloatVector s = FloatVector.broadcast(SPECIES, scale);
        for (int i = 0; i < length; i += LANES) {
            FloatVector.fromArray(SPECIES, from, i)
                    .fma(s, FloatVector.fromArray(SPECIES, to, at + i))
                    .intoArray(to, at + i);
        }
    }
}
