package org.whorl.group;

/**
 * What can be known of a generator's angle. An orbit is the same set of filters, only numbered otherwise, where θ is replaced by −θ; and,
 * where it closes, Nθ being whole turns, by mθ with m and N coprime.
 */
public final class GeneratorAngle {
    private static final double CLOSED = 1e-6;

    private GeneratorAngle() {}

    /**
     * How far an angle is from the nearest that has the same orbits as the true one.
     *
     * @param found degrees
     * @param truth degrees
     * @param order N, at least 1
     * @return degrees, 0 to 180
     */
    public static double distance(double found, double truth, int order) {
        boolean closed = circular(order * truth) <= CLOSED;
        double least = 180;
        for (int m = 1; m <= (closed ? order : 1); m++) {
            if (greatestCommonDivisor(m, order) == 1) {
                least = Math.min(least, Math.min(circular(found - m * truth), circular(found + m * truth)));
            }
        }
        return least;
    }

    /** The angle nearest to this one, both in degrees, of which N make whole turns and no fewer do: 360°·k/N with k and N coprime. */
    public static double nearestClosed(double angle, int order) {
        int turns = nearestTurns(angle, order);
        return 360.0 * turns / order;
    }

    /** k of {@link #nearestClosed}; may be negative, or more than N. */
    public static int nearestTurns(double angle, int order) {
        int middle = (int) Math.rint(angle * order / 360);
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int k = middle - order; k <= middle + order; k++) {
            double away = Math.abs(angle - 360.0 * k / order);
            if (greatestCommonDivisor(Math.abs(k), order) == 1 && away < least) {
                best = k;
                least = away;
            }
        }
        return best;
    }

    /** The distance of an angle from its nearest whole turn, in degrees, 0 to 180. */
    private static double circular(double degrees) {
        return Math.abs(degrees - 360 * Math.rint(degrees / 360));
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }
}
