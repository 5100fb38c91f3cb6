/**
 * The kernels on the JDK's Vector API. Reached only through {@link org.whorl.kernel.Kernels#best}.
 *
 * <p>Vectors of one width only are used anywhere in this package: with a second one loaded, the compiler no longer knows which class a
 * vector has, and synthesize and correlate were measured to run at half their speed.
 *
 * <p>Tiles with a shape in their names are written by {@code mvn -Ptiles} from their description, {@code TileSource} among the tests.
 */
package org.whorl.kernel.simd;
