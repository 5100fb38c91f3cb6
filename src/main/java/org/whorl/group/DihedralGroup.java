package org.whorl.group;

/**
 * The dihedral group D_N of the rotations by multiples of 360°/N and their mirror images. Element r &lt; N rotates by r · 360°/N, element
 * N + r exchanges left and right first.
 *
 * @param rotations N, from 1 (the identity and the mirror) to 180; the group has 2N elements
 */
public record DihedralGroup(int rotations) implements FiniteGroup {
    /** The largest N. */
    public static final int MAX_ROTATIONS = CyclicGroup.MAX_ORDER / 2;

    public DihedralGroup {
        if (rotations < 1 || rotations > MAX_ROTATIONS) {
            throw new IllegalArgumentException(
                    "rotations: expected 1 to " + MAX_ROTATIONS + " of a dihedral group, found " + rotations);
        }
    }

    @Override
    public int order() {
        return 2 * rotations;
    }

    @Override
    public boolean mirrored(int element) {
        return Math.floorMod(element, order()) >= rotations;
    }

    @Override
    public int compose(int second, int first) {
        // After a mirror, turning to the left is turning to the right.
        int turn = mirrored(second) ? second - first : second + first;
        return Math.floorMod(turn, rotations) + (mirrored(second) == mirrored(first) ? 0 : rotations);
    }

    @Override
    public int mostRotations() {
        return MAX_ROTATIONS;
    }

    @Override
    public DihedralGroup withRotations(int other) {
        return new DihedralGroup(other);
    }

    @Override
    public String symbol() {
        return "D" + rotations;
    }

    @Override
    public String describe() {
        return rotations == 1
                ? "D1: a mirror"
                : "D" + rotations + ": " + rotations + " rotations of " + CyclicGroup.format(generatorAngle())
                        + "° and their mirror images";
    }
}
