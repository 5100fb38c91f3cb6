/** The kernels on the JDK's Vector API. Reached only through {@link org.whorl.kernel.Kernels#best}. */
package org.whorl.kernel.simd;
