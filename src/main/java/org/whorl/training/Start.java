package org.whorl.training;

/** What the base filters are before training. */
public enum Start {
    /** Normal numbers, each for itself. */
    NOISE,
    /** The same numbers blurred, so that neighbours are alike. */
    SMOOTH,
    /** Pieces of the training images, as the network sees them, without their mean and with a random sign. */
    DATA
}
