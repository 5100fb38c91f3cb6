package org.whorl.kernel.simd;

import org.whorl.kernel.PackedFilters;

/**
 * A filter bank in the two orders that the tiles read it in.
 *
 * @param analysis for each group of a tile's filters, for each tap, their weights
 * @param synthesis for each group of a tile's taps, for each filter, their weights
 */
record SimdFilters(float[] analysis, float[] synthesis) implements PackedFilters {}
