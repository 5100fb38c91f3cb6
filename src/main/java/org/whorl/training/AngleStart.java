package org.whorl.training;

/**
 * What came of beginning at one angle.
 *
 * @param start degrees
 * @param angle where the steps led, degrees; the first layer's where each has its own
 * @param loss mean over the last quarter of the steps
 */
public record AngleStart(double start, double angle, double loss) {}
