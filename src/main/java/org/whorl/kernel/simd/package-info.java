/**
 * The kernels on the JDK's Vector API. Reached only through {@link org.whorl.kernel.Kernels#best}.
 *
 * <p>Vectors of one width only are used anywhere in this package: with a second one loaded, the compiler no longer knows which class a
 * vector has, and synthesize and correlate were measured to run at half their speed.
 */
package org.whorl.kernel.simd;
