package org.whorl.group;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * The orbits of base filters under the powers of one matrix, which is given and not learned with the filters: orbit_r = Aʳ w.
 *
 * <p>Its parameters are A in double precision as two matrices in single precision, [2, n, n] with n = side²: A rounded, and what that
 * leaves. Not thread-safe.
 */
public final class MatrixOrbits implements OrbitMap {
    private final int order;
    private final int area;
    private final int onSupport;
    private final MatrixPowers powers;
    private float[] loaded = new float[0];

    /**
     * A map of which the matrix is still to be {@linkplain #load loaded}.
     *
     * @param order the copies of a base filter, with itself
     * @param side the filters' side in pixels
     */
    public MatrixOrbits(int order, int side, Support support) {
        this.order = order;
        area = side * side;
        onSupport = support.pixels(side).length;
        powers = new MatrixPowers(order, side, support);
    }

    /** A matrix of n rows as {@link #parameters} of this map. */
    public static float[] parameters(double[][] matrix) {
        int size = matrix.length;
        float[] values = new float[2 * size * size];
        for (int i = 0; i < size * size; i++) {
            double exact = matrix[i / size][i % size];
            values[i] = (float) exact;
            values[size * size + i] = (float) (exact - values[i]);
        }
        return values;
    }

    /** The matrix of such parameters. */
    public static double[][] matrix(float[] values) {
        int size = (int) Math.round(Math.sqrt(values.length / 2.0));
        double[][] matrix = new double[size][size];
        for (int i = 0; i < size * size; i++) {
            matrix[i / size][i % size] = (double) values[i] + values[size * size + i];
        }
        return matrix;
    }

    @Override
    public int order() {
        return order;
    }

    @Override
    public List<Integer> shape() {
        return List.of(2, area, area);
    }

    @Override
    public boolean learned() {
        return false;
    }

    /** {@inheritDoc} A was learned, if not with the filters: its values on the support. */
    @Override
    public int counted() {
        return onSupport * onSupport;
    }

    /** {@inheritDoc} The identity, until a matrix is set. */
    @Override
    public void begin(float[] values, int offset, DoubleSupplier normal) {
        Arrays.fill(values, offset, offset + parameters(), 0);
        for (int i = 0; i < area; i++) {
            values[offset + i * area + i] = 1;
        }
    }

    @Override
    public void load(float[] values, int offset) {
        int end = offset + parameters();
        if (loaded.length > 0 && Arrays.equals(loaded, 0, loaded.length, values, offset, end)) {
            return;
        }
        loaded = Arrays.copyOfRange(values, offset, end);
        powers.load(i -> (double) loaded[i] + loaded[area * area + i]);
    }

    @Override
    public void expand(float[] base, int baseOffset, int planes, float[] bank) {
        for (int p = 0; p < planes; p++) {
            powers.expand(base, baseOffset + p * area, bank, p * area, planes * area);
        }
    }

    /** {@inheritDoc} Base gradient = Σ_r (Aʳ)ᵀ · bank gradient of r. */
    @Override
    public void pullBack(float[] bankGradient, int planes, float[] baseGradient, int baseOffset) {
        for (int p = 0; p < planes; p++) {
            powers.pullBack(bankGradient, p * area, planes * area, baseGradient, baseOffset + p * area);
        }
    }
}
