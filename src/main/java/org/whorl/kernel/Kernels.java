package org.whorl.kernel;

import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** An implementation of the kernels. Stateless and thread-safe; what it makes is not. */
public interface Kernels {
    /** The module that the fast implementation needs, and that a Java virtual machine has to be told to load. */
    String VECTOR_MODULE = "jdk.incubator.vector";

    /** Which implementation this is, in a few words: “SIMD, 512-bit vectors”. */
    String name();

    /** Why this implementation was chosen, in one sentence. */
    String reason();

    /** Memory and code for one geometry, for one thread. */
    Convolution convolution(Geometry geometry);

    /** The element-wise passes over code maps. */
    Passes passes();

    /** The most that a thread of this machine can do with the instructions of these kernels. */
    PeakLoop peakLoop();

    /** The fastest implementation that this virtual machine can run. */
    static Kernels best() {
        return Best.KERNELS;
    }

    /** Finds {@link #best} once. */
    final class Best {
        private static final Kernels KERNELS = find();

        private Best() {}

        private static Kernels find() {
            if (ModuleLayer.boot().findModule(VECTOR_MODULE).isEmpty()) {
                return new Nd4jKernels(
                        "The Vector API is not loaded: start Java with --add-modules " + VECTOR_MODULE + ".");
            }
            VectorChecks.leaveToKernels();
            try {
                return ServiceLoader.load(Kernels.class, Kernels.class.getClassLoader())
                        .findFirst()
                        .orElseGet(() -> new Nd4jKernels("The SIMD kernels are not on the class path."));
            } catch (ServiceConfigurationError | LinkageError e) {
                return new Nd4jKernels("The SIMD kernels do not run on this Java: " + e.getMessage() + ".");
            }
        }
    }
}
