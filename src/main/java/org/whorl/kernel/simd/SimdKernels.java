package org.whorl.kernel.simd;

import org.whorl.kernel.Convolution;
import org.whorl.kernel.Geometry;
import org.whorl.kernel.Kernels;
import org.whorl.kernel.Passes;
import org.whorl.kernel.PeakLoop;

/** The kernels on vectors of this machine's preferred width. */
public final class SimdKernels implements Kernels {
    @Override
    public String name() {
        return "SIMD, " + VectorWidth.SPECIES.vectorBitSize() + "-bit vectors";
    }

    @Override
    public String reason() {
        return "The Vector API is loaded, and this machine has " + VectorWidth.LANES + " float lanes a vector.";
    }

    @Override
    public Convolution convolution(Geometry geometry) {
        return new CheckedConvolution(unchecked(geometry));
    }

    private static Convolution unchecked(Geometry geometry) {
        if (geometry.mapSize() == 1 && geometry.padding() == 0) {
            return new SimdDenseConvolution(geometry);
        }
        return FastConvolution.pays(geometry) ? new FastConvolution(geometry) : new SimdConvolution(geometry);
    }

    @Override
    public Passes passes() {
        return new SimdPasses();
    }

    @Override
    public PeakLoop peakLoop() {
        return new SimdPeakLoop();
    }
}
