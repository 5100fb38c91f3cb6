package org.whorl.group;

import java.util.Arrays;

/**
 * The orbits of base filters under a cyclic group: orbit_r = R_r · w.
 *
 * <p>Base filters are [base, channels, size, size]; the filter bank is [order · base, channels, size, size] and rotation-major: filter
 * k = r · base + b is base filter b turned by r times the generator's angle. All arrays are C order.
 */
public final class Orbits {
    private final CyclicGroup group;
    private final int size;
    private final Rotation[] rotations;

    public Orbits(CyclicGroup group, int size, Interpolation interpolation) {
        this.group = group;
        this.size = size;
        rotations = new Rotation[group.order()];
        for (int r = 0; r < rotations.length; r++) {
            rotations[r] = Rotation.of(size, group.angle(r), interpolation);
        }
    }

    public CyclicGroup group() {
        return group;
    }

    /** The rotation of element r. */
    public Rotation rotation(int element) {
        return rotations[Math.floorMod(element, rotations.length)];
    }

    /**
     * Builds the filter bank.
     *
     * @param base the base filters, starting at {@code baseOffset}
     * @param planes base · channels
     * @param bank receives order · planes pictures, from index 0
     */
    public void expand(float[] base, int baseOffset, int planes, float[] bank) {
        int area = size * size;
        System.arraycopy(base, baseOffset, bank, 0, planes * area);
        for (int r = 1; r < rotations.length; r++) {
            for (int p = 0; p < planes; p++) {
                rotations[r].apply(base, baseOffset + p * area, bank, (r * planes + p) * area);
            }
        }
    }

    /**
     * Returns a gradient from the bank to the base filters: base gradient = Σ_r R_rᵀ · g_r. Overwrites.
     *
     * @param bankGradient order · planes pictures, from index 0
     * @param planes base · channels
     * @param baseGradient receives planes pictures, from {@code baseOffset}
     */
    public void pullBack(float[] bankGradient, int planes, float[] baseGradient, int baseOffset) {
        int area = size * size;
        Arrays.fill(baseGradient, baseOffset, baseOffset + planes * area, 0);
        for (int r = 0; r < rotations.length; r++) {
            for (int p = 0; p < planes; p++) {
                rotations[r].addTransposed(bankGradient, (r * planes + p) * area, baseGradient, baseOffset + p * area);
            }
        }
    }
}
