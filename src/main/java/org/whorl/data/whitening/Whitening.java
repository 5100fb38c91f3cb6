package org.whorl.data.whitening;

/** Whether images are whitened after they are standardised, and by whose statistics. */
public enum Whitening {
    /** Standardised only, by the statistics of the training images. */
    NONE,
    /** Fitted on the training images and applied to training and test images alike. */
    TRAIN,
    /** Each set by its own statistics, as in the code of the paper's authors: a number for the test set that has seen it. */
    EACH
}
