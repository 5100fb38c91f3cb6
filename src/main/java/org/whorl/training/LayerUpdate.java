package org.whorl.training;

/**
 * How one step changed the filters of a layer.
 *
 * @param gradientNorm Euclidean norm of the gradient by the base filters, before clipping
 * @param ratio Euclidean norm of the update, with the scaling to unit norm after it, by that of the base filters before
 */
public record LayerUpdate(double gradientNorm, double ratio) {}
