package org.whorl.training;

/**
 * What came of beginning at one angle.
 *
 * @param start degrees
 * @param angle where the steps led, degrees; the first layer's where each has its own
 * @param loss of training, the mean over the last quarter of the steps; of a pursuit, the share of the images' energy that was left
 *     unexplained, in the last round that the start was in
 */
public record AngleStart(double start, double angle, double loss) {}
