package org.whorl.kernel.simd;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whorl.kernel.Convolution;
import org.whorl.kernel.Geometry;
import org.whorl.kernel.Maps;
import org.whorl.kernel.PackedFilters;
import org.whorl.kernel.Passes;

import static org.junit.jupiter.api.Assertions.assertThrows;

/** Arrays that are too short are refused before a vector touches them, as vectors themselves are not checked outside of tests. */
class ExtentTest {
    private final SimdKernels kernels = new SimdKernels();

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8})
    void aConvolutionRefusesImagesAndCodesThatAreTooShort(int kernel) {
        Convolution convolution = kernels.convolution(new Geometry(2, 9, 9, kernel, kernel, kernel / 2, 5));
        PackedFilters filters = convolution.newFilters();
        int image = convolution.geometry().imageSize();
        int code = convolution.maps().length();
        float[] images = new float[image];
        float[] codes = new float[code];
        refuses(() -> convolution.analyze(images, 1, filters, codes, 0));
        refuses(() -> convolution.analyze(images, 0, filters, new float[code - 1], 0));
        refuses(() -> convolution.synthesize(codes, 1, filters, images, 0));
        refuses(() -> convolution.synthesize(codes, 0, filters, new float[image - 1], 0));
        refuses(() -> convolution.correlate(images, 0, codes, -1, 1));
        refuses(() ->
                convolution.takeCorrelation(new float[convolution.geometry().filterSize()], 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void passesRefuseCodesThatAreTooShort(int vectors) {
        Passes passes = kernels.passes();
        Maps maps = Maps.rows(3, 7, 16 * vectors);
        float[] whole = new float[maps.length()];
        float[] shorter = new float[maps.length() - 1];
        float[] each = new float[3];
        double[] sums = new double[3];
        refuses(() -> passes.shrink(maps, shorter, null, 1, each, false, whole, 0));
        refuses(() -> passes.shrink(maps, whole, shorter, 1, each, true, whole, 0));
        refuses(() -> passes.shrink(maps, whole, null, 1, each, false, whole, 1));
        refuses(() -> passes.moments(maps, whole, 1, null, 0, 0, sums, sums));
        refuses(() -> passes.normalize(maps, whole, 0, shorter, 0, 0, each, each, whole));
        refuses(() -> passes.shrinkGradient(maps, whole, 0, shorter));
        refuses(() -> passes.thresholdSums(maps, whole, 1, whole, sums));
        refuses(() -> passes.active(maps, whole, 1));
        refuses(() -> passes.pool(maps, whole, new float[maps.stride() - 1], 1, each));
        refuses(() -> passes.dot(whole, 1, whole, 0, maps.length()));
        refuses(() -> passes.addScaled(1, whole, 0, shorter, 0, maps.length()));
    }

    private static void refuses(Runnable call) {
        assertThrows(IndexOutOfBoundsException.class, call::run);
    }
}
