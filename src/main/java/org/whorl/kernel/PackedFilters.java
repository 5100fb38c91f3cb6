package org.whorl.kernel;

/** A filter bank in the order an implementation of the kernels likes best. Made and refilled by a {@link Convolution}. */
public interface PackedFilters {}
