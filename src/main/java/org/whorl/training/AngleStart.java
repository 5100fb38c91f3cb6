package org.whorl.training;

import org.whorl.network.NetworkSpec;

/**
 * What came of beginning at one angle.
 *
 * @param start degrees
 * @param angle where the steps led, degrees; the first layer's where each has its own
 * @param loss of training, the mean over the last quarter of the steps; of a pursuit, the share of the images' energy that was left
 *     unexplained, in the last round that the start was in, and a little more where orbits are open
 */
public record AngleStart(double start, double angle, double loss) {
    /** Whether the angle of such a network is searched by pursuit, so that starts are compared by another number than the objective. */
    public static boolean byPursuit(NetworkSpec spec) {
        return spec.objective().classify() == 0;
    }
}
