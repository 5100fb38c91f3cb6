package org.whorl.group;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * The orbits of base filters under rotations by the multiples of an angle that is learned: orbit_r = R(rθ) · w, one interpolation by rθ,
 * never R(θ) applied r times. Bicubic, since θ would come to rest at the kinks of a bilinear one. From and to the pixels of a support.
 *
 * <p>Its one parameter is θ in radians, counter-clockwise. Not thread-safe.
 */
public final class LearnedRotation implements OrbitMap {
    private final int order;
    private final int size;
    private final Support support;
    private final Rotation[] rotations;
    private final Rotation[] slopes;
    private float angle;

    /**
     * A map at θ = 360°/order.
     *
     * @param order the copies of a base filter, with itself
     * @param size the filters' side in pixels
     */
    public LearnedRotation(int order, int size, Support support) {
        this.order = order;
        this.size = size;
        this.support = support;
        rotations = new Rotation[order];
        slopes = new Rotation[order];
        angle = (float) (2 * Math.PI / order);
    }

    /** Makes the rotations, where there are none yet: they are the dearest part, and not all who ask for a map use them. */
    private void prepare() {
        if (rotations[0] == null) {
            turnTo(angle);
        }
    }

    private void turnTo(float radians) {
        angle = radians;
        for (int r = 0; r < order; r++) {
            double degrees = Math.toDegrees(r * (double) radians);
            rotations[r] = Rotation.of(size, degrees, Interpolation.BICUBIC).on(support);
            slopes[r] = Rotation.slope(size, degrees).on(support);
        }
    }

    @Override
    public int order() {
        return order;
    }

    /** {@inheritDoc} θ alone. */
    @Override
    public List<Integer> shape() {
        return List.of(1);
    }

    /** {@inheritDoc} The group's angle. */
    @Override
    public void begin(float[] values, int offset, DoubleSupplier normal) {
        values[offset] = (float) (2 * Math.PI / order);
    }

    @Override
    public void load(float[] values, int offset) {
        if (values[offset] != angle) {
            turnTo(values[offset]);
        }
    }

    @Override
    public void expand(float[] base, int baseOffset, int planes, float[] bank) {
        prepare();
        int area = size * size;
        for (int r = 0; r < order; r++) {
            for (int p = 0; p < planes; p++) {
                rotations[r].apply(base, baseOffset + p * area, bank, (r * planes + p) * area);
            }
        }
    }

    /** {@inheritDoc} Base gradient = Σ_r R(rθ)ᵀ · bank gradient of r. */
    @Override
    public void pullBack(float[] bankGradient, int planes, float[] baseGradient, int baseOffset) {
        prepare();
        int area = size * size;
        Arrays.fill(baseGradient, baseOffset, baseOffset + planes * area, 0);
        for (int r = 0; r < order; r++) {
            for (int p = 0; p < planes; p++) {
                rotations[r].addTransposed(bankGradient, (r * planes + p) * area, baseGradient, baseOffset + p * area);
            }
        }
    }

    /** {@inheritDoc} By θ it is Σ_r r ⟨bank gradient of r, R′(rθ) w⟩. */
    @Override
    public void addParameterGradient(
            float[] bankGradient, int planes, float[] base, int baseOffset, float[] gradient, int offset) {
        prepare();
        int area = size * size;
        double sum = 0;
        for (int r = 1; r < order; r++) {
            double moved = 0;
            for (int p = 0; p < planes; p++) {
                moved += slopes[r].product(bankGradient, (r * planes + p) * area, base, baseOffset + p * area);
            }
            sum += r * moved;
        }
        gradient[offset] += (float) sum;
    }
}
