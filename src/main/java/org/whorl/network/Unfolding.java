package org.whorl.network;

/** The iteration that is unfolded into layers. */
public enum Unfolding {
    /** With Nesterov momentum (Beck and Teboulle, 2009). */
    FISTA,
    /** Without momentum: β = 0. */
    ISTA
}
