package org.whorl.data.whitening;

import java.util.Arrays;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.openblas.global.openblas;
import org.whorl.data.DataException;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix in double precision, by LAPACK: reduction to a tridiagonal matrix,
 * divide and conquer, and the way back.
 *
 * <p>LAPACK's one call for all three, dsyevd, is not used: in OpenBLAS 0.3.19, which ND4J brings, the way back (dormtr)
 * gives wrong vectors on processors with AVX-512 that it knows as SkylakeX, from about 100 dimensions on, since the
 * triangular product there is broken. The way back is therefore written out below with general products, which are right
 * and as fast, and what comes out is checked.
 */
final class SymmetricEigen {
    /** Reflectors that are applied together. */
    private static final int PANEL = 64;

    private final int size;
    private final DoublePointer reflectors;
    private final DoublePointer vectors;

    private SymmetricEigen(int size, DoublePointer reflectors, DoublePointer vectors) {
        this.size = size;
        this.reflectors = reflectors;
        this.vectors = vectors;
    }

    /**
     * Decomposes a matrix.
     *
     * @param size its number of rows
     * @param matrix [size, size] in F order, of which only the lower triangle is read; overwritten
     * @param vectors receives the eigenvectors as columns, [size, size] in F order
     * @return the eigenvalues in ascending order
     * @throws DataException where LAPACK gives up
     */
    static double[] decompose(int size, DoublePointer matrix, DoublePointer vectors) throws DataException {
        double[] values = new double[size];
        double[] scales = new double[size];
        try (DoublePointer diagonal = new DoublePointer(size);
                DoublePointer beside = new DoublePointer(size);
                DoublePointer tau = new DoublePointer(size)) {
            check(openblas.LAPACKE_dsytrd(
                    openblas.LAPACK_COL_MAJOR, (byte) 'L', size, matrix, size, diagonal, beside, tau));
            check(openblas.LAPACKE_dstedc(
                    openblas.LAPACK_COL_MAJOR, (byte) 'I', size, diagonal, beside, vectors, size));
            diagonal.get(values);
            tau.get(scales, 0, size - 1);
        }
        new SymmetricEigen(size, matrix, vectors).applyReflectors(scales);
        return values;
    }

    private static void check(int info) throws DataException {
        if (info != 0) {
            throw new DataException("whitening: expected eigenvectors of the covariance, found that LAPACK stopped with"
                    + " code " + info + "; do not whiten this set");
        }
    }

    /**
     * Multiplies the vectors by H(0) · H(1) ⋯ H(size−2), where H(i) = I − τᵢ vᵢ vᵢᵀ, and vᵢ is 0 up to row i, 1 in row i+1,
     * and below that what stands in column i of the reduced matrix. The last panel comes first.
     */
    private void applyReflectors(double[] scales) {
        int count = size - 1;
        double[] column = new double[size];
        try (DoublePointer panel = new DoublePointer((long) size * PANEL);
                DoublePointer inner = new DoublePointer((long) PANEL * PANEL);
                DoublePointer coupling = new DoublePointer((long) PANEL * PANEL);
                DoublePointer work = new DoublePointer((long) PANEL * size);
                DoublePointer coupled = new DoublePointer((long) PANEL * size)) {
            for (int first = (count - 1) / PANEL * PANEL; first >= 0 && count > 0; first -= PANEL) {
                int width = Math.min(PANEL, count - first);
                int rows = size - first - 1;
                for (int k = 0; k < width; k++) {
                    reflectors.position((long) (first + k) * size + first + 1).get(column, 0, rows);
                    Arrays.fill(column, 0, k, 0);
                    column[k] = 1;
                    panel.position((long) k * rows).put(column, 0, rows);
                }
                panel.position(0);
                reflectors.position(0);
                multiply(true, width, width, rows, 1, panel, rows, panel, rows, 0, inner, width);
                couple(width, Arrays.copyOfRange(scales, first, first + width), inner, coupling);
                vectors.position(first + 1);
                multiply(true, width, size, rows, 1, panel, rows, vectors, size, 0, work, width);
                multiply(false, width, size, width, 1, coupling, width, work, width, 0, coupled, width);
                multiply(false, rows, size, width, -1, panel, rows, coupled, width, 1, vectors, size);
            }
        }
        vectors.position(0);
    }

    /** The upper triangular T of H(0) ⋯ H(width−1) = I − V T Vᵀ, given VᵀV. */
    private static void couple(int width, double[] scales, DoublePointer inner, DoublePointer coupling) {
        double[] products = new double[width * width];
        inner.get(products);
        double[] t = new double[width * width];
        for (int k = 0; k < width; k++) {
            t[k * width + k] = scales[k];
            for (int row = 0; row < k; row++) {
                double sum = 0;
                for (int j = row; j < k; j++) {
                    sum += t[j * width + row] * products[k * width + j];
                }
                t[k * width + row] = -scales[k] * sum;
            }
        }
        coupling.put(t);
    }

    /** out = scale · (a or aᵀ) · b + keep · out, all in F order. */
    private static void multiply(
            boolean transposed,
            int rows,
            int columns,
            int inner,
            double scale,
            DoublePointer a,
            int stepA,
            DoublePointer b,
            int stepB,
            double keep,
            DoublePointer out,
            int stepOut) {
        openblas.cblas_dgemm(
                openblas.CblasColMajor,
                transposed ? openblas.CblasTrans : openblas.CblasNoTrans,
                openblas.CblasNoTrans,
                rows,
                columns,
                inner,
                scale,
                a,
                stepA,
                b,
                stepB,
                keep,
                out,
                stepOut);
    }
}
