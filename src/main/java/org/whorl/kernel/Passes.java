package org.whorl.kernel;

import java.util.Arrays;

/**
 * The element-wise work between the kernels, each one pass over the maps of one image's code while it is in cache. Codes are laid out
 * as {@link Maps} says, from their offsets; padding is read as anything and written as zero. Per-map arrays have one value a map.
 *
 * <p>Throughout, w = u + β (u − previous) is the point after momentum, of which {@code previous} may be null for zeros.
 */
public interface Passes {
    /**
     * One proximal step: u = S(v + step · a, threshold).
     *
     * @param a correlations with the filters
     * @param v the point the layer starts from; null for zeros
     * @param thresholds α·λ of each map
     * @param signed soft thresholding, otherwise its non-negative half
     */
    void shrink(Maps maps, float[] a, float[] v, float step, float[] thresholds, boolean signed, float[] u, int uAt);

    /** Adds each map's sum of w, and of w², to {@code sums} and {@code squares}. */
    void moments(
            Maps maps,
            float[] u,
            int uAt,
            float[] previous,
            int previousAt,
            float beta,
            double[] sums,
            double[] squares);

    /** v = w · scale + shift. */
    void normalize(
            Maps maps,
            float[] u,
            int uAt,
            float[] previous,
            int previousAt,
            float beta,
            float[] scale,
            float[] shift,
            float[] v);

    /**
     * The way back through a batch norm, the momentum before it and the shrinkage before that: with dw = a·dv + b·w + c for each map,
     * gradient = ((1 + β)·dw + carry) ⊙ S′, where S′ is 1 where u ≠ 0, and the new carry = −β·dw, in place.
     *
     * @param dv gradient by the norm's output
     * @param carryIn null for zeros
     * @param carryOut null where it is not needed; may be carryIn
     */
    void normGradient(
            Maps maps,
            float[] dv,
            int dvAt,
            float[] u,
            int uAt,
            float[] previous,
            int previousAt,
            float beta,
            float[] a,
            float[] b,
            float[] c,
            float[] carryIn,
            float[] carryOut,
            int carryAt,
            float[] gradient);

    /** gradient ⊙= S′, which is 1 where u ≠ 0. */
    void shrinkGradient(Maps maps, float[] u, int uAt, float[] gradient);

    /** Adds each map's Σ gradient · sign(u) to {@code sums}: the way back to the thresholds. */
    void thresholdSums(Maps maps, float[] u, int uAt, float[] gradient, double[] sums);

    /**
     * dv = gradient − step · a, and each map's Σ dv and Σ dv·(w − mean) added to {@code sums} and {@code products}, for the batch norm.
     */
    void pointGradient(
            Maps maps,
            float[] gradient,
            float[] a,
            float step,
            float[] u,
            int uAt,
            float[] previous,
            int previousAt,
            float beta,
            float[] mean,
            float[] dv,
            int dvAt,
            double[] sums,
            double[] products);

    /** How many of a code's values are not zero. */
    default int active(Maps maps, float[] code, int at) {
        int active = 0;
        for (int i = at; i < at + maps.length(); i++) {
            active += code[i] != 0 ? 1 : 0;
        }
        return active;
    }

    /** Σ a[i] · b[i] over {@code length} values from the offsets. */
    float dot(float[] a, int aAt, float[] b, int bAt, int length);

    /** to[i] += scale · from[i] over {@code length} values from the offsets. */
    void addScaled(float scale, float[] from, int fromAt, float[] to, int toAt, int length);

    /**
     * Pools a code: out[k, cell] = Σ matrix[cell, ·] · map k.
     *
     * @param matrix [cells, map stride], zero at padding
     * @param out receives [maps, cells]
     */
    default void pool(Maps maps, float[] code, float[] matrix, int cells, float[] out) {
        for (int k = 0; k < maps.count(); k++) {
            for (int cell = 0; cell < cells; cell++) {
                out[k * cells + cell] = dot(matrix, cell * maps.stride(), code, k * maps.stride(), maps.stride());
            }
        }
    }

    /** The adjoint of {@link #pool}: map k = Σ matrix[cell, ·] · values[k, cell]. Overwrites the code. */
    default void unpool(Maps maps, float[] values, float[] matrix, int cells, float[] code) {
        Arrays.fill(code, 0, maps.length(), 0);
        for (int k = 0; k < maps.count(); k++) {
            for (int cell = 0; cell < cells; cell++) {
                float value = values[k * cells + cell];
                addScaled(value, matrix, cell * maps.stride(), code, k * maps.stride(), maps.stride());
            }
        }
    }
}
