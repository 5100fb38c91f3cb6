package org.whorl.kernel.simd;

import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

/** Every tile that is described, those for other machines too, does what plain loops do that add one product after the other. */
class TileSumsTest {
    private static final int LANES = VectorWidth.LANES;
    private static final int STRIDE = 6 * LANES;
    /** A tile's first map or filter, and the last there is: later rows repeat it. */
    private static final int FIRST = 2;

    private static final int LAST = 3;
    /** Where the arrays of a call begin, all elsewhere, and none at a whole vector. */
    private static final int A = 3;

    private static final int B = 5;
    private static final int OUT = 1;

    private final Random random = new Random(5);
    private final float[] a = values();
    private final float[] b = values();
    private final float[] expected = values();
    private final float[] found = expected.clone();
    private final int[] offsets = random.ints(7, 0, 20 * STRIDE).toArray();
    private final int[] others = random.ints(7, 0, 20 * STRIDE).toArray();

    @ParameterizedTest
    @MethodSource("org.whorl.kernel.simd.TileSourceTest#tiles")
    void everySumHasTheBitsOfAPlainLoop(TileSource described) throws ReflectiveOperationException {
        int rows = described.rows();
        int length = described.columns() * LANES;
        Object tile = Class.forName(TileSource.class.getPackageName() + "." + described.name())
                .getDeclaredConstructor()
                .newInstance();
        if (tile instanceof MapTile map) {
            map.analyze(a, A, offsets, b, B, found, OUT, FIRST, LAST, STRIDE);
            analyze(rows, length);
            assertArrayEquals(expected, found, "analyze");
            map.synthesize(a, A, STRIDE, 9, b, B, found, OUT, offsets, 1);
            synthesize(rows, length);
        } else if (tile instanceof CorrelationTile correlation) {
            correlation.correlate(a, A, FIRST, LAST, STRIDE, b, offsets, 1, found, OUT);
            correlate(rows, length);
        } else {
            ((PatchTile) tile).correlate(a, A, FIRST, LAST, STRIDE, b, offsets, others, 1, found, OUT, 5 * LANES);
            correlatePatches(rows, length);
        }
        assertArrayEquals(expected, found);
    }

    private void analyze(int rows, int length) {
        for (int r = 0; r < rows; r++) {
            for (int i = 0; i < length; i++) {
                float sum = 0;
                for (int tap = 0; tap < offsets.length; tap++) {
                    sum = Math.fma(a[A + offsets[tap] + i], b[B + rows * tap + r], sum);
                }
                expected[OUT + Math.min(FIRST + r, LAST) * STRIDE + i] = sum;
            }
        }
    }

    private void synthesize(int rows, int length) {
        for (int r = 0; r < rows; r++) {
            for (int i = 0; i < length; i++) {
                float sum = 0;
                for (int k = 0; k < 9; k++) {
                    sum = Math.fma(a[A + k * STRIDE + i], b[B + rows * k + r], sum);
                }
                expected[OUT + offsets[1 + r] + i] += sum;
            }
        }
    }

    private void correlate(int rows, int length) {
        for (int r = 0; r < rows; r++) {
            for (int i = 0; i < length; i++) {
                int from = A + Math.min(FIRST + r, LAST) * STRIDE;
                float sum = 0;
                for (int p = i % LANES; p < STRIDE; p += LANES) {
                    sum = Math.fma(b[offsets[1 + i / LANES] + p], a[from + p], sum);
                }
                expected[OUT + r * length + i] += sum;
            }
        }
    }

    private void correlatePatches(int rows, int length) {
        for (int r = 0; r < rows; r++) {
            for (int i = 0; i < length; i++) {
                int from = A + Math.min(FIRST + r, LAST) * STRIDE;
                float sum = 0;
                for (int p = 0; p < offsets.length; p++) {
                    sum = Math.fma(b[others[1 + i / LANES] + offsets[p] + i % LANES], a[from + p], sum);
                }
                expected[OUT + r * 5 * LANES + i] += sum;
            }
        }
    }

    private float[] values() {
        float[] values = new float[50 * STRIDE];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
