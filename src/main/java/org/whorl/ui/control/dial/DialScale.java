package org.whorl.ui.control.dial;

/**
 * Where angles stand on the dial's ring. From 30° on the place is the angle itself, counter-clockwise from the top, so that the whole turn
 * ends there; below, where the least angles would fall together with it, the scale is shorter, so that a gap parts its two ends.
 */
final class DialScale {
    /** Between the top and the least angle, in degrees. */
    static final double GAP = 18;

    private static final double BEND = 30;
    private static final double SHORTER = (BEND - GAP) / BEND;

    private DialScale() {}

    /** The place of an angle in [0, 360], both in degrees counter-clockwise from the top; in [18, 360]. */
    static double place(double angle) {
        return angle < BEND ? GAP + SHORTER * angle : angle;
    }

    /** How far the gap is closed, 0 to 1: the whole turn is the whole circle. */
    static double closed(double angle) {
        return Math.max(0, Math.min(1, (angle - (360 - BEND)) / BEND));
    }

    /** The angle that stands at a place in [0, 360]; in the gap that of the nearer end, at least 1. */
    static double angle(double place) {
        if (place < GAP / 2) {
            return 360;
        }
        return place < BEND ? Math.max(1, (place - GAP) / SHORTER) : Math.min(360, place);
    }
}
