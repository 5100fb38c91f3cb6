package org.whorl.network;

/** The shrinkage S of a layer, applied at the threshold α·λ. */
public enum Shrinkage {
    /** max(x − t, 0). */
    NON_NEGATIVE,
    /** sign(x) · max(|x| − t, 0). */
    SOFT
}
