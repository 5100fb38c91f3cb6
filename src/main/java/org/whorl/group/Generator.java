package org.whorl.group;

import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * A matrix that takes pictures to their partners, and whose powers make the orbits of filters: orbit_r = A^r w.
 *
 * @param side of the pictures in pixels, 2 to 15
 * @param order N, with A^N = I; 0 where the matrix generates no finite group
 * @param matrix A, orthogonal, [side²][side²], the identity on pixels that were not seen
 */
public record Generator(int side, int order, double[][] matrix) {
    /** The largest side, which is the largest kernel's. */
    public static final int MAX_SIDE = 15;

    public Generator {
        if (side < 2 || side > MAX_SIDE || matrix.length != side * side) {
            throw new IllegalArgumentException("generator: expected a matrix of side² rows for a side of 2 to "
                    + MAX_SIDE + ", found a side of " + side + " and " + matrix.length + " rows");
        }
        if (order < 0 || order > CyclicGroup.MAX_ORDER) {
            throw new IllegalArgumentException("generator: expected an order of 1 to " + CyclicGroup.MAX_ORDER
                    + ", or 0 for none, found " + order);
        }
        for (double[] row : matrix) {
            if (row.length != matrix.length) {
                throw new IllegalArgumentException(
                        "generator: expected a square matrix, found a row of " + row.length + " values");
            }
        }
    }

    /**
     * Puts a matrix on the pixels of a support into the whole picture.
     *
     * @param support the pixels, ascending
     * @param onSupport the matrix on them
     */
    public static Generator of(int side, int[] support, RealMatrix onSupport, int order) {
        RealMatrix whole = MatrixUtils.createRealIdentityMatrix(side * side);
        for (int i = 0; i < support.length; i++) {
            for (int j = 0; j < support.length; j++) {
                whole.setEntry(support[i], support[j], onSupport.getEntry(i, j));
            }
        }
        return new Generator(side, order, whole.getData());
    }

    /**
     * The nearest generator to a matrix that was rounded, from a file: orthogonal again, and of its order exactly.
     *
     * @throws IllegalArgumentException where it is far from one
     */
    public static Generator nearest(int side, int order, double[][] rounded) {
        var matrix = new Generator(side, order, rounded).asMatrix();
        var svd = new SingularValueDecomposition(matrix);
        if (!(svd.getSingularValues()[0] < 1.01 && svd.getSingularValues()[rounded.length - 1] > 0.99)) {
            throw new IllegalArgumentException("generator: expected an orthogonal matrix, found singular values of "
                    + svd.getSingularValues()[rounded.length - 1] + " to " + svd.getSingularValues()[0]);
        }
        RealMatrix orthogonal = svd.getU().multiply(svd.getVT());
        if (order == 0) {
            return new Generator(side, 0, orthogonal.getData());
        }
        RealMatrix cyclic = GeneratorFit.rounded(CanonicalForm.of(orthogonal), order);
        double moved = cyclic.subtract(matrix).getFrobeniusNorm() / side;
        if (!(moved < 1e-2)) {
            throw new IllegalArgumentException("generator: expected a matrix whose power " + order
                    + " is the identity, found one that is " + moved + " away from the nearest such");
        }
        return new Generator(side, order, cyclic.getData());
    }

    /** A as a matrix. */
    public RealMatrix asMatrix() {
        return MatrixUtils.createRealMatrix(matrix);
    }
}
