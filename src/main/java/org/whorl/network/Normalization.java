package org.whorl.network;

/** What stands between one layer's step and the next. */
public enum Normalization {
    /** Batch norm, as in the paper: it helps to classify, but gives every code a scale of its own. */
    BATCH,
    /** Nothing: the layers are the steps of FISTA itself, and each code tells the image better than the one before. */
    NONE
}
