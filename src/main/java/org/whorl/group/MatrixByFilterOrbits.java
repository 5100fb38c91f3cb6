package org.whorl.group;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * The linear-group layer of Theodosis, Helwani and Ba, <i>Linear group networks</i> (2023, arXiv 2305.18552): every base filter has a matrix
 * of its own, of unit Frobenius norm, which is learned with it: orbit_r = A_bʳ w_b. Nothing makes these matrices those of a group.
 *
 * <p>Its parameters are the matrices, [base filters, n, n] with n = side². Not thread-safe.
 */
public final class MatrixByFilterOrbits implements OrbitMap {
    private final int order;
    private final int baseFilters;
    private final int area;
    private final int[] outside;
    private final MatrixPowers[] powers;
    private float[] loaded = new float[0];

    /**
     * A map of which the matrices are still to be {@linkplain #load loaded}.
     *
     * @param order the copies of a base filter, with itself
     * @param baseFilters how many have a matrix
     * @param side the filters' side in pixels
     */
    public MatrixByFilterOrbits(int order, int baseFilters, int side, Support support) {
        this.order = order;
        this.baseFilters = baseFilters;
        area = side * side;
        outside = support.outside(side);
        powers = new MatrixPowers[baseFilters];
        Arrays.setAll(powers, b -> new MatrixPowers(order, side, support));
    }

    @Override
    public int order() {
        return order;
    }

    @Override
    public List<Integer> shape() {
        return List.of(baseFilters, area, area);
    }

    /** {@inheritDoc} On the support. */
    @Override
    public int counted() {
        int on = area - outside.length;
        return baseFilters * on * on;
    }

    /** {@inheritDoc} Normal numbers, scaled. */
    @Override
    public void begin(float[] values, int offset, DoubleSupplier normal) {
        for (int i = 0; i < parameters(); i++) {
            values[offset + i] = (float) normal.getAsDouble();
        }
        constrain(values, offset);
    }

    /** {@inheritDoc} Zeros outside the support, and unit Frobenius norm; a matrix of zeros stays. */
    @Override
    public void constrain(float[] values, int offset) {
        for (int b = 0; b < baseFilters; b++) {
            int at = offset + b * area * area;
            for (int pixel : outside) {
                Arrays.fill(values, at + pixel * area, at + (pixel + 1) * area, 0);
                for (int i = 0; i < area; i++) {
                    values[at + i * area + pixel] = 0;
                }
            }
            double sum = 0;
            for (int i = at; i < at + area * area; i++) {
                sum += (double) values[i] * values[i];
            }
            if (sum > 0) {
                double scale = 1 / Math.sqrt(sum);
                for (int i = at; i < at + area * area; i++) {
                    values[i] = (float) (values[i] * scale);
                }
            }
        }
    }

    @Override
    public void load(float[] values, int offset) {
        int end = offset + parameters();
        if (loaded.length > 0 && Arrays.equals(loaded, 0, loaded.length, values, offset, end)) {
            return;
        }
        loaded = Arrays.copyOfRange(values, offset, end);
        for (int b = 0; b < baseFilters; b++) {
            int at = b * area * area;
            powers[b].load(i -> loaded[at + i]);
        }
    }

    @Override
    public void expand(float[] base, int baseOffset, int planes, float[] bank) {
        for (int p = 0; p < planes; p++) {
            of(p, planes).expand(base, baseOffset + p * area, bank, p * area, planes * area);
        }
    }

    /** {@inheritDoc} Base gradient = Σ_r (A_bʳ)ᵀ · bank gradient of r. */
    @Override
    public void pullBack(float[] bankGradient, int planes, float[] baseGradient, int baseOffset) {
        for (int p = 0; p < planes; p++) {
            of(p, planes).pullBack(bankGradient, p * area, planes * area, baseGradient, baseOffset + p * area);
        }
    }

    @Override
    public void addParameterGradient(
            float[] bankGradient, int planes, float[] base, int baseOffset, float[] gradient, int offset) {
        int channels = planes / baseFilters;
        double[] sum = new double[area * area];
        for (int b = 0; b < baseFilters; b++) {
            Arrays.fill(sum, 0);
            for (int p = b * channels; p < (b + 1) * channels; p++) {
                powers[b].addGradient(bankGradient, p * area, planes * area, base, baseOffset + p * area, sum);
            }
            for (int i = 0; i < sum.length; i++) {
                gradient[offset + b * sum.length + i] += (float) sum[i];
            }
        }
    }

    /** That of a plane, which are [base filters, channels]. */
    private MatrixPowers of(int plane, int planes) {
        return powers[plane / (planes / baseFilters)];
    }
}
