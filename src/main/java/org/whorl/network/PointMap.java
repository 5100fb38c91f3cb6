package org.whorl.network;

/**
 * How the point v from which a layer starts comes from the codes u₁ and u₀ of the two layers below: v = scale · (u₁ + momentum (u₁ − u₀))
 * + shift, by filter. The arrays are filled by the norm whose map this is, in training the batch's, in use the running one's.
 *
 * @param momentum FISTA's β of the layer below
 * @param scale of each filter
 * @param shift of each filter
 */
record PointMap(float momentum, float[] scale, float[] shift) {}
