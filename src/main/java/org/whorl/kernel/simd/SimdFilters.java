package org.whorl.kernel.simd;

import org.whorl.kernel.PackedFilters;

/**
 * A filter bank in the two orders that the tiles read it in.
 *
 * @param analysis for each group of 4 filters, for each tap, its 4 weights
 * @param synthesis for each group of 4 taps, for each filter, its 4 weights
 */
record SimdFilters(float[] analysis, float[] synthesis) implements PackedFilters {}
