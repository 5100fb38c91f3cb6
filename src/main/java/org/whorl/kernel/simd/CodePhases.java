package org.whorl.kernel.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.whorl.kernel.Maps;

/**
 * The four phases of a code and the nine products of {@link FastConvolution}: joined from them on the way to a code, combined for them on
 * the way from one.
 */
final class CodePhases {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

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

    /** Where in a map the first phase begins of those that a product takes. */
    int offset(int product) {
        return (product / PhaseImages.SIDE / 2 * 2 + product % PhaseImages.SIDE / 2) * phase;
    }

    /**
     * What the other products take of a code: the sum of two or all of its phases, map by map.
     *
     * @param at where in the code the sums begin
     * @param length values of each sum, whole vectors
     * @param to receives [map, length]
     */
    void combine(float[] code, int at, int product, int length, float[] to) {
        int first = at + offset(product);
        if (product == PhaseImages.COUNT / 2) {
            addFour(code, first, phase, stride, count, length, to);
        } else {
            int step = product / PhaseImages.SIDE == 1 ? 2 * phase : phase;
            addTwo(code, first, step, stride, count, length, to);
        }
    }

    private static void addTwo(float[] code, int at, int step, int stride, int count, int length, float[] to) {
        for (int k = 0; k < count; k++) {
            int from = at + k * stride;
            for (int i = 0; i < length; i += LANES) {
                FloatVector.fromArray(SPECIES, code, from + i)
                        .add(FloatVector.fromArray(SPECIES, code, from + step + i))
                        .intoArray(to, k * length + i);
            }
        }
    }

    private static void addFour(float[] code, int at, int step, int stride, int count, int length, float[] to) {
        for (int k = 0; k < count; k++) {
            int from = at + k * stride;
            for (int i = 0; i < length; i += LANES) {
                FloatVector upper = FloatVector.fromArray(SPECIES, code, from + i)
                        .add(FloatVector.fromArray(SPECIES, code, from + step + i));
                FloatVector lower = FloatVector.fromArray(SPECIES, code, from + 2 * step + i)
                        .add(FloatVector.fromArray(SPECIES, code, from + 3 * step + i));
                upper.add(lower).intoArray(to, k * length + i);
            }
        }
    }
}
