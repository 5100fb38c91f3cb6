package org.whorl.kernel;

import java.util.Arrays;
import java.util.Random;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The SIMD kernels give what ND4J's give, on any shape. */
public class KernelsAgreeTest {
    private static final double TOLERANCE = 1e-5;

    private record Case(Geometry geometry, long seed) {}

    @Provide
    Arbitrary<Case> cases() {
        var sizes = Combinators.combine(
                Arbitraries.integers().between(1, 3),
                Arbitraries.integers().between(2, 33),
                Arbitraries.integers().between(2, 33),
                Arbitraries.integers().between(1, 15),
                Arbitraries.integers().between(1, 15),
                Arbitraries.integers().between(0, 2),
                Arbitraries.integers().between(1, 23),
                Arbitraries.longs());
        var convolutional = sizes.as((c, h, w, kh, kw, p, k, seed) ->
                new Case(new Geometry(c, h, w, Math.min(kh, h + 2 * p), Math.min(kw, w + 2 * p), p, k), seed));
        var dense = sizes.as((c, h, w, kh, kw, p, k, seed) -> new Case(new Geometry(c, h, w, h, w, 0, k), seed));
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(4, convolutional), net.jqwik.api.Tuple.of(1, dense));
    }

    @Test
    void theFastKernelsAreTheOnesTested() {
        assertTrue(Kernels.best().name().startsWith("SIMD"), Kernels.best().reason());
    }

    @Property(tries = 250, seed = "7")
    void analyzeSynthesizeAndCorrelateAgree(@ForAll("cases") Case c) {
        assertAgrees(Kernels.best().convolution(c.geometry()), c.seed());
    }

    /** That a convolution gives what ND4J's gives, on random images, codes and filters. */
    public static void assertAgrees(Convolution fast, long seed) {
        Geometry geometry = fast.geometry();
        Random random = new Random(seed);
        Convolution reference = new Nd4jConvolution(geometry);
        float[] image = gaussian(random, geometry.imageSize());
        float[] filters = gaussian(random, geometry.filters() * geometry.filterSize());
        float[] code = gaussian(random, geometry.filters() * geometry.mapSize());

        assertClose(analyze(reference, image, filters), analyze(fast, image, filters));
        assertClose(synthesize(reference, code, filters), synthesize(fast, code, filters));
        assertClose(correlate(reference, image, code), correlate(fast, image, code));
    }

    private static float[] analyze(Convolution convolution, float[] image, float[] filters) {
        PackedFilters packed = convolution.newFilters();
        convolution.pack(filters, packed);
        Maps maps = convolution.maps();
        float[] code = new float[3 + maps.length()];
        Arrays.fill(code, 1);
        convolution.analyze(image, 0, packed, code, 3);
        float[] unpacked = maps.unpack(code, 3);
        float[] again = new float[maps.length()];
        maps.pack(unpacked, again, 0);
        assertArrayEquals(again, Arrays.copyOfRange(code, 3, code.length), "padding is zero");
        return unpacked;
    }

    private static float[] synthesize(Convolution convolution, float[] maps, float[] filters) {
        PackedFilters packed = convolution.newFilters();
        convolution.pack(filters, packed);
        float[] image = new float[5 + convolution.geometry().imageSize()];
        convolution.synthesize(padded(convolution, maps), 0, packed, image, 5);
        return Arrays.copyOfRange(image, 5, image.length);
    }

    /** Twice the correlation, less one, by way of the signed sum. */
    private static float[] correlate(Convolution convolution, float[] image, float[] maps) {
        float[] code = padded(convolution, maps);
        convolution.correlate(image, 0, code, 0, 1);
        convolution.correlate(image, 0, code, 0, 1);
        convolution.correlate(image, 0, code, 0, -1);
        float[] gradient = new float
                [2 + convolution.geometry().filters() * convolution.geometry().filterSize()];
        convolution.takeCorrelation(gradient, 2);
        float[] again = new float[gradient.length];
        convolution.takeCorrelation(again, 2);
        for (float value : again) {
            assertEquals(0, value, "the sum is cleared when it is taken");
        }
        return Arrays.copyOfRange(gradient, 2, gradient.length);
    }

    private static float[] padded(Convolution convolution, float[] maps) {
        float[] code = new float[convolution.maps().length()];
        convolution.maps().pack(maps, code, 0);
        return code;
    }

    private static void assertClose(float[] expected, float[] found) {
        assertEquals(expected.length, found.length);
        double error = 0;
        double norm = 0;
        for (int i = 0; i < expected.length; i++) {
            error += Math.pow(expected[i] - found[i], 2);
            norm += Math.pow(expected[i], 2);
        }
        assertTrue(Math.sqrt(error) <= TOLERANCE * Math.sqrt(norm), "relative error " + Math.sqrt(error / norm));
    }

    private static float[] gaussian(Random random, int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
