package org.whorl.group;

import java.util.Arrays;

/** The orbits of base filters under a group whose elements are fixed: orbit_g = T_g · w, from and to the pixels of the support. */
public final class Orbits implements OrbitMap {
    private final FiniteGroup group;
    private final int size;
    private final Rotation[] transforms;

    public Orbits(FiniteGroup group, int size, Interpolation interpolation, Support support) {
        this.group = group;
        this.size = size;
        transforms = new Rotation[group.order()];
        for (int g = 0; g < transforms.length; g++) {
            transforms[g] = group.transform(g, size, interpolation).on(support);
        }
    }

    public FiniteGroup group() {
        return group;
    }

    @Override
    public int order() {
        return transforms.length;
    }

    /** What an element does. */
    public Rotation rotation(int element) {
        return transforms[Math.floorMod(element, transforms.length)];
    }

    @Override
    public void expand(float[] base, int baseOffset, int planes, float[] bank) {
        int area = size * size;
        for (int g = 0; g < transforms.length; g++) {
            for (int p = 0; p < planes; p++) {
                transforms[g].apply(base, baseOffset + p * area, bank, (g * planes + p) * area);
            }
        }
    }

    /** {@inheritDoc} Base gradient = Σ_g T_gᵀ · bank gradient of g. */
    @Override
    public void pullBack(float[] bankGradient, int planes, float[] baseGradient, int baseOffset) {
        int area = size * size;
        Arrays.fill(baseGradient, baseOffset, baseOffset + planes * area, 0);
        for (int g = 0; g < transforms.length; g++) {
            for (int p = 0; p < planes; p++) {
                transforms[g].addTransposed(bankGradient, (g * planes + p) * area, baseGradient, baseOffset + p * area);
            }
        }
    }
}
