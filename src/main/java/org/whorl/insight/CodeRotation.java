package org.whorl.insight;

import java.util.stream.IntStream;

import org.whorl.group.FiniteGroup;
import org.whorl.group.Interpolation;
import org.whorl.group.Rotation;
import org.whorl.kernel.Geometry;
import org.whorl.network.Copies;
import org.whorl.network.NetworkSpec;

/**
 * How a rotation of the image acts on a code: every map turns, bilinearly, with zeros outside, and the orbits shift. What filter (r, b)
 * answered to an image, filter (r + m, b) answers to the image turned by m times the generator's angle.
 *
 * <p><b>Between those angles no element of the group acts</b>: there the orbits are shifted by a fraction, linearly between the two
 * nearest shifts. A network without rotations (N = 1) has its maps turned and nothing shifted.
 *
 * <p>Codes are [K, side, side], C order, rotation-major. Immutable; threads may share it.
 */
public final class CodeRotation {
    private final int order;
    private final int orbit;
    private final int mapSize;
    private final int[] near;
    private final int[] next;
    private final float share;
    private final Rotation rotation;
    private final boolean[] inside;

    /**
     * A rotation of a network's codes whose orbits are turned by the group's angle.
     *
     * @param spec whose maps have to be square
     * @param degrees counter-clockwise, any finite angle
     * @throws IllegalArgumentException where the maps are not square
     */
    public CodeRotation(NetworkSpec spec, double degrees) {
        this(spec, Copies.of(spec), degrees);
    }

    /**
     * The same for copies that may have been learned.
     *
     * @param copies of the layer whose codes are turned
     */
    public CodeRotation(NetworkSpec spec, Copies copies, double degrees) {
        Geometry geometry = spec.geometry();
        if (geometry.codeHeight() != geometry.codeWidth()) {
            throw new IllegalArgumentException(
                    "maps: expected square ones, found " + geometry.codeHeight() + "x" + geometry.codeWidth());
        }
        FiniteGroup group = spec.group();
        order = group.order();
        mapSize = geometry.mapSize();
        orbit = spec.baseFilters() * mapSize;
        double shift = degrees / copies.step();
        // An angle of the group stays one when it has gone through floating point.
        int whole = (int) Math.floor(shift + 1e-9);
        share = (float) Math.max(0, shift - whole);
        near = sources(group, copies.places(whole));
        next = sources(group, copies.places(whole + 1));
        rotation = Rotation.of(geometry.codeHeight(), degrees, Interpolation.BILINEAR);
        inside = disc(geometry.codeHeight());
    }

    /** Whose map each copy takes over when a rotation of the group moves all of them. */
    private static int[] sources(FiniteGroup group, int rotation) {
        int back = group.inverse(Math.floorMod(rotation, group.rotations()));
        return IntStream.range(0, group.order())
                .map(copy -> group.compose(back, copy))
                .toArray();
    }

    /** The turned code g·z, in a new array. */
    public float[] turn(float[] code) {
        float[] maps = new float[code.length];
        for (int at = 0; at < code.length; at += mapSize) {
            rotation.apply(code, at, maps, at);
        }
        if (share < 1e-6f && near[0] == 0) {
            return maps;
        }
        float[] shifted = new float[code.length];
        for (int r = 0; r < order; r++) {
            if (share < 1e-6f) {
                System.arraycopy(maps, near[r] * orbit, shifted, r * orbit, orbit);
                continue;
            }
            for (int i = 0; i < orbit; i++) {
                shifted[r * orbit + i] = (1 - share) * maps[near[r] * orbit + i] + share * maps[next[r] * orbit + i];
            }
        }
        return shifted;
    }

    /**
     * a − b, and zero outside the circle that fits into a map: what lies there leaves the picture when it turns, and does not count.
     *
     * @return a new array
     */
    public float[] difference(float[] a, float[] b) {
        float[] difference = new float[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = inside[i % mapSize] ? a[i] - b[i] : 0;
        }
        return difference;
    }

    /** ‖a − b‖², inside the circle. */
    public double squaredDistance(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double difference = (double) a[i] - b[i];
            sum += inside[i % mapSize] ? difference * difference : 0;
        }
        return sum;
    }

    /** ‖z‖², inside the circle. */
    public double squares(float[] code) {
        double sum = 0;
        for (int i = 0; i < code.length; i++) {
            sum += inside[i % mapSize] ? (double) code[i] * code[i] : 0;
        }
        return sum;
    }

    /** ‖a − g·z‖ / ‖z‖ inside the circle; 0 where both are. */
    public double error(float[] answer, float[] code) {
        return ratio(squaredDistance(answer, turn(code)), squares(code));
    }

    static double ratio(double difference, double norm) {
        return difference == 0 ? 0 : Math.sqrt(difference / norm);
    }

    /** The elements that stay inside the map however it turns: radius (side − 1)/2 about its centre. */
    private static boolean[] disc(int side) {
        boolean[] inside = new boolean[side * side];
        double centre = (side - 1) / 2.0;
        for (int i = 0; i < inside.length; i++) {
            inside[i] = Math.hypot(i / side - centre, i % side - centre) <= centre + 1e-9;
        }
        return inside;
    }
}
