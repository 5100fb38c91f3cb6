package org.whorl.training;

import java.util.List;

/**
 * The way of an angle that is learned, from where it was begun.
 *
 * @param start degrees
 * @param points in the order of their steps; where there are many, each is the mean of as many steps
 */
public record AngleTrack(double start, List<Point> points) {
    /**
     * Where it was.
     *
     * @param angle degrees, in [0, 360); the first layer's where each has its own
     * @param loss the objective there, a mean over the latest steps, since single batches differ more than angles do; of a pursuit, the
     *     share that was left unexplained
     */
    public record Point(double angle, double loss) {}

    public AngleTrack {
        points = List.copyOf(points);
    }

    /** Where it is now. */
    public Point last() {
        return points.get(points.size() - 1);
    }
}
