package org.whorl.kernel;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** The fast passes give what the plain ones give; with momentum and carry, and without. */
class PassesAgreeTest {
    private static final float BETA = 0.3f;

    private final Random random = new Random(3);
    private final Passes plain = new ScalarPasses();
    private final Passes fast = Kernels.best().passes();

    /** Map sizes: one number (dense), less than a vector, a vector and a bit, the paper's. */
    @ParameterizedTest
    @ValueSource(ints = {1, 5, 17, 529})
    void everyPassAgrees(int size) {
        Maps maps = new Maps(7, size, size == 1 ? 1 : (size + 47) / 48 * 48);
        float[] u = sparse(maps);
        float[] previous = sparse(maps);
        float[] a = code(maps);
        float[] v = code(maps);
        float[] perMap = values(7);
        float[] thresholds = {0, 0.1f, 0.2f, 0.5f, 0.3f, 0.4f, 1};
        for (float[] before : new float[][] {null, previous}) {
            for (boolean signed : new boolean[] {false, true}) {
                assertAgree(
                        maps,
                        (passes, out) ->
                                passes.shrink(maps, a, before == null ? null : v, 0.7f, thresholds, signed, out, 0));
            }
            assertAgree(maps, (passes, out) -> passes.normalize(maps, u, 0, before, 0, BETA, perMap, thresholds, out));
            for (float[] carry : new float[][] {null, code(maps)}) {
                assertAgree(maps, (passes, out) -> {
                    float[] carried = carry == null ? null : carry.clone();
                    passes.normGradient(
                            maps, v, 0, u, 0, before, 0, BETA, perMap, thresholds, perMap, carried, carried, 0, out);
                });
            }
            assertSumsAgree((passes, sums, more) -> passes.moments(maps, u, 0, before, 0, BETA, sums, more));
            assertSumsAgree((passes, sums, more) -> passes.pointGradient(
                    maps, a, v, 0.7f, u, 0, before, 0, BETA, perMap, new float[maps.length()], 0, sums, more));
            assertAgree(
                    maps,
                    (passes, out) -> passes.pointGradient(
                            maps, a, v, 0.7f, u, 0, before, 0, BETA, perMap, out, 0, new double[7], new double[7]));
        }
        assertAgree(maps, (passes, out) -> {
            System.arraycopy(a, 0, out, 0, a.length);
            passes.shrinkGradient(maps, u, 0, out);
        });
        assertSumsAgree((passes, sums, more) -> passes.thresholdSums(maps, u, 0, a, sums));
        assertEquals(plain.dot(a, 1, v, 0, size - 1), fast.dot(a, 1, v, 0, size - 1), 1e-4);
        assertAgree(maps, (passes, out) -> passes.addScaled(0.3f, a, 0, out, 0, size));
    }

    private interface Pass {
        void run(Passes passes, float[] out);
    }

    private interface SumPass {
        void run(Passes passes, double[] sums, double[] more);
    }

    private void assertAgree(Maps maps, Pass pass) {
        float[] expected = new float[maps.length()];
        float[] found = new float[maps.length()];
        pass.run(plain, expected);
        pass.run(fast, found);
        assertArrayEquals(expected, found, 1e-5f);
        for (int k = 0; k < maps.count(); k++) {
            for (int i = k * maps.stride() + maps.size(); i < (k + 1) * maps.stride(); i++) {
                assertEquals(0, found[i], "padding");
            }
        }
    }

    private void assertSumsAgree(SumPass pass) {
        double[] expected = new double[7];
        double[] expectedMore = new double[7];
        double[] found = new double[7];
        double[] foundMore = new double[7];
        Arrays.fill(expected, 2);
        Arrays.fill(found, 2);
        pass.run(plain, expected, expectedMore);
        pass.run(fast, found, foundMore);
        assertArrayEquals(expected, found, 1e-3);
        assertArrayEquals(expectedMore, foundMore, 1e-3);
    }

    private float[] values(int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private float[] code(Maps maps) {
        float[] code = new float[maps.length()];
        for (int k = 0; k < maps.count(); k++) {
            for (int i = 0; i < maps.size(); i++) {
                code[k * maps.stride() + i] = (float) random.nextGaussian();
            }
        }
        return code;
    }

    private float[] sparse(Maps maps) {
        float[] code = code(maps);
        for (int i = 0; i < code.length; i++) {
            code[i] = random.nextInt(3) > 0 ? 0 : code[i];
        }
        return code;
    }
}
