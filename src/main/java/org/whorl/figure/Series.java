package org.whorl.figure;

/**
 * A curve.
 *
 * @param name for people
 * @param style its colour and dashes
 * @param x where it was measured, ascending: angles in degrees, or epochs
 * @param y what was measured there; gaps where it is not a number
 */
public record Series(String name, SeriesStyle style, double[] x, double[] y) {
    public Series {
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                    name + ": expected as many values as places, found " + y.length + " at " + x.length);
        }
    }

    /** The greatest value; NaN where there is none. */
    public double max() {
        double max = Double.NaN;
        for (double value : y) {
            max = Double.isNaN(max) || value > max ? value : max;
        }
        return max;
    }

    /** The index of the place nearest to this one, the circle being closed; −1 where there is none. */
    public int nearestAngle(double degrees) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            double distance = Math.abs(Math.IEEEremainder(x[i] - degrees, 360));
            if (distance < least) {
                best = i;
                least = distance;
            }
        }
        return best;
    }
}
