package org.whorl.data;

/**
 * What is done to an image before the network sees it: standardised per channel, then whitened.
 *
 * @param mean per channel
 * @param std per channel
 * @param whitening null, or a [D, D] matrix, D = C·H·W
 * @param epsilon what was added to the eigenvalues when whitening was fitted
 */
public record Preparation(float[] mean, float[] std, float[] whitening, double epsilon) {}
