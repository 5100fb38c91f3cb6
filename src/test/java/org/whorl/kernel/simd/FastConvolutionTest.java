package org.whorl.kernel.simd;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.whorl.kernel.Geometry;
import org.whorl.kernel.KernelsAgreeTest;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Nine products for sixteen give what ND4J's convolutions give, on any shape, also where they are not worth their while. */
class FastConvolutionTest {
    @Property(tries = 250, seed = "11")
    void analyzeSynthesizeAndCorrelateAgree(
            @ForAll @IntRange(min = 1, max = 3) int channels,
            @ForAll @IntRange(min = 2, max = 33) int height,
            @ForAll @IntRange(min = 2, max = 33) int width,
            @ForAll @IntRange(min = 1, max = 15) int kernelHeight,
            @ForAll @IntRange(min = 1, max = 15) int kernelWidth,
            @ForAll @IntRange(min = 0, max = 2) int padding,
            @ForAll @IntRange(min = 1, max = 23) int filters,
            @ForAll long seed) {
        Geometry geometry = new Geometry(
                channels,
                height,
                width,
                Math.min(kernelHeight, height + 2 * padding),
                Math.min(kernelWidth, width + 2 * padding),
                padding,
                filters);
        KernelsAgreeTest.assertAgrees(new FastConvolution(geometry), seed);
    }

    @Test
    void thePapersShapesTakeTheFastWay() {
        assertTrue(FastConvolution.pays(new Geometry(1, 28, 28, 8, 8, 1, 60)));
        assertTrue(FastConvolution.pays(new Geometry(3, 32, 32, 8, 8, 1, 60)));
        assertFalse(FastConvolution.pays(new Geometry(1, 28, 28, 3, 3, 1, 60)));
    }
}
