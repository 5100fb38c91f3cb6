package org.whorl.network;

/** Whether the layers have filter banks of their own. */
public enum WeightTying {
    /** Every layer its own. */
    UNTIED,
    /** All layers the first one's. */
    TIED
}
