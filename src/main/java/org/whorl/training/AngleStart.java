package org.whorl.training;

/**
 * What came of beginning at one angle.
 *
 * @param start degrees
 * @param angle where the steps led, degrees; the first layer's where each has its own
 * @param loss the share of the images' energy that was left unexplained, in the last round that the start was in, and a little more where
 *     orbits are open
 */
public record AngleStart(double start, double angle, double loss) {}
