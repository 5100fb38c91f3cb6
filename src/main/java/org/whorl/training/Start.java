package org.whorl.training;

/** What the base filters are before training. */
public enum Start {
    /** Normal numbers, each for itself. */
    NOISE,
    /** The same numbers blurred, so that neighbours are alike. */
    SMOOTH,
    /**
     * In the first layer pieces of the training images, as the network sees them, without their mean and with a random sign; in further
     * layers that have filters of their own, noise.
     */
    DATA
}
