package org.whorl.group;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Random;
import java.util.zip.CRC32C;

import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * A matrix that takes pictures to their partners, and whose powers make the orbits of filters: orbit_r = A^r w.
 *
 * @param side of the pictures in pixels, 2 to {@value #MAX_SIDE}
 * @param order N, with A^N = I; 0 where the matrix generates no finite group
 * @param matrix A, orthogonal, [side²][side²], the identity on pixels that were not seen
 */
public record Generator(int side, int order, double[][] matrix) {
    /** The largest side: that of the images of CIFAR-10, which dense atoms are as large as. */
    public static final int MAX_SIDE = 32;

    /** How far a matrix out of a file, in single precision, may be from what it is to be. */
    private static final double ROUNDED = 1e-4;

    /** An element that is less than this is taken for zero. */
    private static final double ZERO = 1e-6;

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
        if (!(svd.getSingularValues()[0] < 1 + ROUNDED && svd.getSingularValues()[rounded.length - 1] > 1 - ROUNDED)) {
            throw new IllegalArgumentException("generator: expected an orthogonal matrix, found singular values of "
                    + svd.getSingularValues()[rounded.length - 1] + " to " + svd.getSingularValues()[0]);
        }
        RealMatrix orthogonal = svd.getU().multiply(svd.getVT());
        if (order == 0) {
            return new Generator(side, 0, orthogonal.getData());
        }
        RealMatrix cyclic = GeneratorFit.rounded(CanonicalForm.of(orthogonal), order);
        double moved = cyclic.subtract(matrix).getFrobeniusNorm() / side;
        if (!(moved < ROUNDED)) {
            throw new IllegalArgumentException("generator: expected a matrix whose power " + order
                    + " is the identity, found one that is " + moved + " away from the nearest such");
        }
        return new Generator(side, order, cyclic.getData()).checkedOrder();
    }

    /**
     * Refuses filters of which it cannot make copies.
     *
     * @param filterSide the filters' side in pixels
     * @param support where they live
     * @throws IllegalArgumentException saying what was expected, what was found and what to do
     */
    public void checkFits(int filterSide, Support support) {
        if (side != filterSide) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "generator: expected a matrix for filters of %1$d×%1$d, found one for %2$d×%2$d; learn one by"
                            + " whorl generator --kernel %1$d, or train filters of that size",
                    filterSide,
                    side));
        }
        if (!keeps(support)) {
            throw new IllegalArgumentException("support: expected the square for a matrix that takes pixels over the"
                    + " edge of the disc, found the disc; say --support square");
        }
    }

    /** Where filters usually live of which it makes copies: the disc where it leaves all else as it is. */
    public Support usualSupport() {
        for (int pixel : Support.DISC.outside(side)) {
            if (Math.abs(matrix[pixel][pixel] - 1) > ZERO) {
                return Support.SQUARE;
            }
        }
        return keeps(Support.DISC) ? Support.DISC : Support.SQUARE;
    }

    /** Whether nothing goes over the edge of a support, in or out. */
    private boolean keeps(Support support) {
        int[] inside = support.pixels(side);
        for (int out : support.outside(side)) {
            for (int in : inside) {
                if (Math.abs(matrix[in][out]) > ZERO || Math.abs(matrix[out][in]) > ZERO) {
                    return false;
                }
            }
        }
        return true;
    }

    /** ‖A^N − I‖ / √n for its order N; NaN where it has none. */
    public double closure() {
        return order == 0 ? Double.NaN : GeneratorMeasures.closure(asMatrix(), order);
    }

    /** Whether N steps lead back, but for rounding to single precision. */
    public boolean closes() {
        return closure() <= ROUNDED;
    }

    /**
     * Itself.
     *
     * @throws IllegalArgumentException where fewer steps than its order lead back already, and copies would be there twice
     */
    public Generator checkedOrder() {
        double[] start = new Random(1).doubles(matrix.length, -1, 1).toArray();
        double[] moved = start;
        RealMatrix steps = asMatrix();
        for (int k = 1; k < order; k++) {
            moved = steps.operate(moved);
            if (order % k == 0 && apart(moved, start) < ROUNDED) {
                throw new IllegalArgumentException(
                        "order: expected the fewest steps that lead back, " + k + " for this matrix, found " + order);
            }
        }
        return this;
    }

    private static double apart(double[] a, double[] b) {
        double most = 0;
        for (int i = 0; i < a.length; i++) {
            most = Math.max(most, Math.abs(a[i] - b[i]));
        }
        return most;
    }

    /** A number that other matrices do not have but by accident, in hexadecimal. */
    public String fingerprint() {
        CRC32C sum = new CRC32C();
        ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * matrix.length * matrix.length);
        for (double[] row : matrix) {
            for (double value : row) {
                bytes.putDouble(value);
            }
        }
        sum.update(bytes.flip());
        return Long.toHexString(sum.getValue());
    }

    /** A as a matrix. */
    public RealMatrix asMatrix() {
        return MatrixUtils.createRealMatrix(matrix);
    }
}
