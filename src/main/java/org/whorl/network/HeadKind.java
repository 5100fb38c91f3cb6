package org.whorl.network;

/** What turns the final code into class scores. */
public enum HeadKind {
    /** Adaptive average pooling to 4×4, then a linear layer: the paper's. */
    PLAIN,
    /** The same weights, scored at every joint rotation of grid and orbit, and the scores joined by log-sum-exp. */
    INVARIANT
}
