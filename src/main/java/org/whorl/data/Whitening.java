package org.whorl.data;

/** Whether images are ZCA-whitened after standardising, and by whose statistics. */
public enum Whitening {
    /** Only standardised, by the training set's statistics. */
    NONE,
    /** By the training set's statistics, applied to both sets. */
    TRAIN,
    /** Each set by its own statistics: what the authors' code does. */
    EACH
}
