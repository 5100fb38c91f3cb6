package org.whorl.network;

/** What has a threshold and a batch normalisation of its own. */
public enum Sharing {
    /** Every filter: as in the paper. */
    FILTER,
    /** Every orbit: without it codes do not turn as the input does, since the norms of filters learn how images stand. */
    ORBIT
}
