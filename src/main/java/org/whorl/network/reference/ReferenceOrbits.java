package org.whorl.network.reference;

import org.nd4j.linalg.api.ndarray.INDArray;

/** What makes a filter bank [K, C, s, s] of base filters [B, C, s, s], and takes gradients back. */
interface ReferenceOrbits {
    /** The filter bank. */
    INDArray expand(INDArray base);

    /** A gradient by the filter bank as one by the base filters. */
    INDArray pullBack(INDArray bankGradient);

    /** A gradient by the filter bank as one by what the orbits learn themselves. */
    INDArray byOwn(INDArray bankGradient, INDArray base);
}
