package org.whorl.kernel;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

class Nd4jConvolutionTest {
    static Stream<Geometry> geometries() {
        return Stream.of(
                new Geometry(1, 10, 10, 3, 3, 1, 4),
                new Geometry(3, 9, 7, 4, 2, 1, 5),
                new Geometry(2, 6, 8, 3, 5, 0, 1),
                new Geometry(1, 28, 28, 8, 8, 1, 60),
                new Geometry(3, 6, 6, 6, 6, 0, 7));
    }

    @ParameterizedTest
    @MethodSource("geometries")
    void analyzeIsTheSumOfItsDefinition(Geometry g) {
        Example e = new Example(g);
        float[] expected = new float[e.code.length];
        int at = 0;
        for (int k = 0; k < g.filters(); k++) {
            for (int y = 0; y < g.codeHeight(); y++) {
                for (int x = 0; x < g.codeWidth(); x++) {
                    expected[at++] = (float) e.correlationAt(k, y, x);
                }
            }
        }
        assertArrayEquals(expected, e.analyzed(), 1e-4f);
    }

    @ParameterizedTest
    @MethodSource("geometries")
    void synthesizeIsTheAdjointOfAnalyze(Geometry g) {
        Example e = new Example(g);
        assertEquals(inner(e.code, e.analyzed()), inner(e.synthesized(), e.image), 1e-5 * e.scale());
    }

    @ParameterizedTest
    @MethodSource("geometries")
    void correlateIsTheGradientByTheFilters(Geometry g) {
        Example e = new Example(g);
        // ⟨code, analyze(image)⟩ is linear in the filters, so its gradient's product with them is its value.
        e.convolution.correlate(e.image, 0, e.code, 0, 1);
        float[] gradient = new float[e.filters.length];
        e.convolution.takeCorrelation(gradient, 0);
        assertEquals(inner(e.code, e.analyzed()), inner(gradient, e.filters), 1e-5 * e.scale());
    }

    @ParameterizedTest
    @MethodSource("geometries")
    void correlationsAddUpUntilTaken(Geometry g) {
        Example e = new Example(g);
        float[] once = new float[e.filters.length];
        e.convolution.correlate(e.image, 0, e.code, 0, 1);
        e.convolution.takeCorrelation(once, 0);
        e.convolution.correlate(e.image, 0, e.code, 0, -1);
        e.convolution.correlate(e.image, 0, e.code, 0, -1);
        e.convolution.correlate(e.image, 0, e.code, 0, 1);
        float[] shifted = new float[e.filters.length + 2];
        e.convolution.takeCorrelation(shifted, 2);
        for (int i = 0; i < once.length; i++) {
            assertEquals(-once[i], shifted[i + 2], 1e-4 * (1 + Math.abs(once[i])));
        }
        e.convolution.takeCorrelation(once, 0);
        assertArrayEquals(new float[once.length], once, "taken once");
    }

    @ParameterizedTest
    @MethodSource("geometries")
    void offsetsSayWhereArraysBegin(Geometry g) {
        Example e = new Example(g);
        float[] shiftedImage = new float[e.image.length + 3];
        System.arraycopy(e.image, 0, shiftedImage, 3, e.image.length);
        float[] shiftedCode = new float[e.code.length + 5];
        e.convolution.analyze(shiftedImage, 3, e.packed, shiftedCode, 5);
        float[] code = new float[e.code.length];
        System.arraycopy(shiftedCode, 5, code, 0, code.length);
        assertArrayEquals(e.analyzed(), code);
        assertArrayEquals(new float[5], Arrays.copyOf(shiftedCode, 5));
    }

    private static double inner(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    private static final class Example {
        final Geometry geometry;
        final Convolution convolution;
        final PackedFilters packed;
        final float[] image;
        final float[] filters;
        final float[] code;

        Example(Geometry g) {
            geometry = g;
            convolution = new Nd4jConvolution(g);
            SplittableRandom random = new SplittableRandom(7);
            image = normal(random, g.imageSize());
            filters = normal(random, g.filters() * g.filterSize());
            code = normal(random, convolution.maps().length());
            packed = convolution.newFilters();
            convolution.pack(filters, packed);
        }

        float[] analyzed() {
            float[] out = new float[code.length];
            convolution.analyze(image, 0, packed, out, 0);
            return out;
        }

        float[] synthesized() {
            float[] out = new float[image.length];
            convolution.synthesize(code, 0, packed, out, 0);
            return out;
        }

        /** How large the inner products of independent arrays of these sizes are. */
        double scale() {
            return Math.sqrt((double) code.length * geometry.filterSize());
        }

        double correlationAt(int k, int y, int x) {
            double sum = 0;
            for (int c = 0; c < geometry.channels(); c++) {
                for (int i = 0; i < geometry.kernelHeight(); i++) {
                    for (int j = 0; j < geometry.kernelWidth(); j++) {
                        int row = y + i - geometry.padding();
                        int column = x + j - geometry.padding();
                        if (row >= 0 && row < geometry.height() && column >= 0 && column < geometry.width()) {
                            int filter = ((k * geometry.channels() + c) * geometry.kernelHeight() + i)
                                            * geometry.kernelWidth()
                                    + j;
                            sum += (double) filters[filter]
                                    * image[(c * geometry.height() + row) * geometry.width() + column];
                        }
                    }
                }
            }
            return sum;
        }

        private static float[] normal(SplittableRandom random, int length) {
            float[] values = new float[length];
            for (int i = 0; i < length; i++) {
                values[i] = (float) random.nextGaussian();
            }
            return values;
        }
    }
}
