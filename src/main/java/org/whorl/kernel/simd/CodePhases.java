package org.whorl.kernel.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.whorl.kernel.Maps;

/**
 * The four phases of a code and the nine products of {@link FastConvolution}: joined from them on the way to a code, combined for them on
 * the way from one.
 */
final class CodePhases {
    private static final VectorSpecies<Float> SPECIES = VectorWidth.SPECIES;
    private static final int LANES = SPECIES.length();

    /** Sums of phases that products take. */
    static final int SUMS = 5;

    private final int count;
    private final int stride;
    private final int phase;

    /** Of maps in phases, so many values apart. */
    CodePhases(Maps maps, int phase) {
        count = maps.count();
        stride = maps.stride();
        this.phase = phase;
    }

    /**
     * The four phases of a map from its nine products.
     *
     * @param at where the first product begins
     * @param step values from one product to the next
     * @param length values of each, whole vectors
     * @param to where in the code the first phase begins
     */
    void join(float[] products, int at, int step, int length, float[] code, int to) {
        join(products, at, step, length, code, to, phase);
    }

    private static void join(float[] products, int at, int step, int length, float[] code, int to, int phase) {
        for (int i = 0; i < length; i += LANES) {
            int from = at + i;
            FloatVector m01 = FloatVector.fromArray(SPECIES, products, from + step);
            FloatVector m00 = FloatVector.fromArray(SPECIES, products, from).add(m01);
            FloatVector m02 =
                    FloatVector.fromArray(SPECIES, products, from + 2 * step).add(m01);
            FloatVector m11 = FloatVector.fromArray(SPECIES, products, from + 4 * step);
            FloatVector m10 =
                    FloatVector.fromArray(SPECIES, products, from + 3 * step).add(m11);
            FloatVector m12 =
                    FloatVector.fromArray(SPECIES, products, from + 5 * step).add(m11);
            FloatVector m21 = FloatVector.fromArray(SPECIES, products, from + 7 * step);
            FloatVector m20 =
                    FloatVector.fromArray(SPECIES, products, from + 6 * step).add(m21);
            FloatVector m22 =
                    FloatVector.fromArray(SPECIES, products, from + 8 * step).add(m21);
            m00.add(m10).intoArray(code, to + i);
            m02.add(m12).intoArray(code, to + i + phase);
            m10.add(m20).intoArray(code, to + i + 2 * phase);
            m12.add(m22).intoArray(code, to + i + 3 * phase);
        }
    }

    /** Whether a product takes one of a code's phases as it is. */
    static boolean isPhase(int product) {
        return product / PhaseImages.SIDE != 1 && product % PhaseImages.SIDE != 1;
    }

    /** Where in a map the phase begins that such a product takes. */
    int offset(int product) {
        return (product / PhaseImages.SIDE + product % PhaseImages.SIDE / 2) * phase;
    }

    /** Which of the {@link #SUMS} any other product takes: those of products 1, 3, 4, 5 and 7. */
    static int sum(int product) {
        return product < 4 ? product / 2 : product - 2 - product / 7;
    }

    /**
     * What the products take that are given no phase: the sums of phases 0 and 1, 0 and 2, all, 1 and 3, 2 and 3, in one go.
     *
     * @param at where in the code the sums begin
     * @param length values of each sum, whole vectors
     * @param to receives [sum, map, length]
     */
    void add(float[] code, int at, int length, float[] to) {
        for (int k = 0; k < count; k++) {
            add(code, at + k * stride, phase, length, to, k * length, count * length);
        }
    }

    private static void add(float[] code, int at, int phase, int length, float[] to, int toAt, int step) {
        for (int i = 0; i < length; i += LANES) {
            FloatVector z0 = FloatVector.fromArray(SPECIES, code, at + i);
            FloatVector z1 = FloatVector.fromArray(SPECIES, code, at + phase + i);
            FloatVector z2 = FloatVector.fromArray(SPECIES, code, at + 2 * phase + i);
            FloatVector z3 = FloatVector.fromArray(SPECIES, code, at + 3 * phase + i);
            FloatVector upper = z0.add(z1);
            FloatVector lower = z2.add(z3);
            upper.intoArray(to, toAt + i);
            z0.add(z2).intoArray(to, toAt + step + i);
            upper.add(lower).intoArray(to, toAt + 2 * step + i);
            z1.add(z3).intoArray(to, toAt + 3 * step + i);
            lower.intoArray(to, toAt + 4 * step + i);
        }
    }
}
