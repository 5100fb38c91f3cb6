package org.whorl.network;

/** What has a threshold and a batch normalisation of its own. */
public enum Sharing {
    /** Every filter: as in the paper. */
    FILTER,
    /** Every orbit: needed for exact equivariance. */
    ORBIT
}
