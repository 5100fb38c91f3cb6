package org.whorl.kernel.simd;

import org.whorl.kernel.Convolution;
import org.whorl.kernel.Geometry;
import org.whorl.kernel.Kernels;
import org.whorl.kernel.Nd4jKernels;
import org.whorl.kernel.Passes;
import org.whorl.kernel.PeakLoop;

/** The ways to compute a convolution that are compared, each chosen by name and not by what pays. */
public enum Tiling {
    /** The definition's products, in vectors. */
    DIRECT {
        @Override
        public Kernels kernels() {
            return simd(SimdConvolution::new);
        }
    },
    /** Nine products for every sixteen, in vectors. */
    FAST {
        @Override
        public Kernels kernels() {
            return simd(FastConvolution::new);
        }
    },
    /** ND4J's own operations, one image at a time, and plain loops between them. */
    ND4J {
        @Override
        public Kernels kernels() {
            return new Nd4jKernels("chosen to be compared");
        }
    };

    /** Kernels that take this way whatever the geometry. */
    public abstract Kernels kernels();

    private interface Maker {
        Convolution make(Geometry geometry);
    }

    private static Kernels simd(Maker maker) {
        SimdKernels simd = new SimdKernels();
        return new Kernels() {
            @Override
            public String name() {
                return simd.name();
            }

            @Override
            public String reason() {
                return "chosen to be compared";
            }

            @Override
            public Convolution convolution(Geometry geometry) {
                return maker.make(geometry);
            }

            @Override
            public Passes passes() {
                return simd.passes();
            }

            @Override
            public PeakLoop peakLoop() {
                return simd.peakLoop();
            }
        };
    }
}
