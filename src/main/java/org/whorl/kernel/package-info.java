/** Kernels. */
package org.whorl.kernel;
