package org.whorl.ui.control.dial;

/**
 * Where angles stand on the dial's ring. Between 20° and 340° the place is the angle itself, counter-clockwise from the top; nearer to the
 * top, where the least angles and the whole turn would fall together, the scale is half as long, so that a gap parts its two ends.
 */
final class DialScale {
    /** Half the gap at the top, in degrees. */
    static final double GAP = 10;

    private static final double BEND = 2 * GAP;

    private DialScale() {}

    /** The place of an angle in [0, 360], both in degrees counter-clockwise from the top; in [10, 350]. */
    static double place(double angle) {
        if (angle < BEND) {
            return GAP + angle / 2;
        }
        return angle > 360 - BEND ? 360 - BEND + (angle - (360 - BEND)) / 2 : angle;
    }

    /** The angle that stands at a place in [0, 360]; in the gap that of the nearer end, at least 1. */
    static double angle(double place) {
        if (place < BEND) {
            return Math.max(1, 2 * (place - GAP));
        }
        return place > 360 - BEND ? Math.min(360, 360 - BEND + 2 * (place - (360 - BEND))) : place;
    }
}
