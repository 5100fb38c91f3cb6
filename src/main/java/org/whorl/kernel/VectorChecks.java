package org.whorl.kernel;

/**
 * Whether every read and write of a vector is checked against its array.
 *
 * <p>HotSpot removes these checks from loops by its intrinsic of {@code Objects.checkIndex}, and gives that up, for all code that it
 * compiles later, once any {@code List.get} anywhere has been called with a wrong index in compiled code. JavaFX does that while it
 * paints; training beside a window then took a quarter longer. The SIMD kernels hence check each array once a call, and are tested with
 * the vectors' own checks on.
 */
final class VectorChecks {
    private static final String PROPERTY = "jdk.incubator.vector.VECTOR_ACCESS_OOB_CHECK";

    private VectorChecks() {}

    /** Leaves them to the kernels, unless the property is set. Has to be called before a vector is used. */
    static void leaveToKernels() {
        if (System.getProperty(PROPERTY) == null) {
            System.setProperty(PROPERTY, "0");
        }
    }
}
