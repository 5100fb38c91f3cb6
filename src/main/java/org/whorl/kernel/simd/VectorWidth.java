package org.whorl.kernel.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * How wide vectors are: as this machine prefers them. Tests ask for others by the property {@value #BITS}, since a machine prefers but one.
 */
final class VectorWidth {
    /** 128, 256 or 512. */
    static final String BITS = "whorl.vectorBits";

    /** That of all kernels. */
    static final VectorSpecies<Float> SPECIES =
            switch (Integer.getInteger(BITS, 0)) {
                case 128 -> FloatVector.SPECIES_128;
                case 256 -> FloatVector.SPECIES_256;
                case 512 -> FloatVector.SPECIES_512;
                default -> FloatVector.SPECIES_PREFERRED;
            };

    /** Numbers in a vector. */
    static final int LANES = SPECIES.length();

    private VectorWidth() {}
}
