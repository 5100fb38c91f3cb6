package org.whorl.kernel;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** The fast passes give what the plain ones give; with momentum and carry, and without. */
public class PassesAgreeTest {
    private static final float BETA = 0.3f;

    private final Random random = new Random(3);
    private final Passes plain = new ScalarPasses();
    private final Passes fast = Kernels.best().passes();

    /** One number a map (dense), less than a vector, a vector and a bit, the paper's row by row and in phases. */
    static Stream<Maps> layouts() {
        return Stream.of(
                Maps.rows(7, 1, 1),
                Maps.rows(7, 5, 48),
                Maps.rows(7, 17, 48),
                Maps.rows(7, 529, 576),
                Maps.phases(7, 23, 23, 144),
                Maps.phases(7, 8, 5, 48));
    }

    /** The same for vectors of other widths, which need a virtual machine of their own. */
    public static void assertAllAgree() {
        layouts().forEach(maps -> new PassesAgreeTest().everyPassAgrees(maps));
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void everyPassAgrees(Maps maps) {
        int size = maps.stride();
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
        assertEquals(plain.active(maps, u, 0), fast.active(maps, u, 0));
        assertEquals(maps.count() * maps.size(), fast.active(maps, a, 0), "padding is not counted");
        assertEquals(plain.dot(a, 1, v, 0, size - 1), fast.dot(a, 1, v, 0, size - 1), 1e-4);
        assertAgree(maps, (passes, out) -> passes.addScaled(0.3f, a, 0, out, 0, size));
        for (int cells : new int[] {1, 6, 16}) {
            float[] matrix = new float[cells * maps.stride()];
            for (int cell = 0; cell < cells; cell++) {
                System.arraycopy(code(maps), 0, matrix, cell * maps.stride(), maps.stride());
            }
            float[] values = values(cells * maps.count());
            assertAgree(maps, (passes, out) -> passes.unpool(maps, values, matrix, cells, out));
            float[] expected = new float[values.length];
            float[] found = new float[values.length];
            plain.pool(maps, a, matrix, cells, expected);
            fast.pool(maps, a, matrix, cells, found);
            assertArrayEquals(expected, found, 1e-4f);
        }
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
        assertArrayEquals(expected, found, 2e-5f);
        float[] cleared = new float[maps.length()];
        maps.pack(maps.unpack(found, 0), cleared, 0);
        assertArrayEquals(cleared, found, "padding is zero");
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
        maps.pack(values(maps.count() * maps.size()), code, 0);
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
