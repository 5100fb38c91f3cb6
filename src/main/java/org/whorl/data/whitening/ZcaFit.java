package org.whorl.data.whitening;

import java.util.concurrent.CancellationException;

import org.bytedeco.javacpp.DoublePointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.whorl.data.DataException;
import org.whorl.data.Dataset;
import org.whorl.data.Progress;
import org.whorl.data.natives.PackedLibraries;

/**
 * Fits ZCA whitening in double precision. ND4J holds the arrays; of the OpenBLAS and LAPACK that it brings, it offers
 * neither the symmetric product, which is half the work of a general one, nor the divide-and-conquer eigensolver, which is
 * several times as fast as the one it does offer, so these two are called directly.
 */
final class ZcaFit {
    /** The most values an image may have; the covariance of so many takes 128 MiB. */
    static final int MAX_DIMENSIONS = 4096;

    private final Preparation standard;
    private final Dataset dataset;
    private final double epsilon;
    private final Progress progress;
    private final int size;

    /**
     * Prepares to fit.
     *
     * @param standard standardises the images, and has no whitening yet
     */
    ZcaFit(Preparation standard, Dataset dataset, double epsilon, Progress progress) {
        this.standard = standard;
        this.dataset = dataset;
        this.epsilon = epsilon;
        this.progress = progress;
        this.size = standard.shape().size();
    }

    /** The same standardising with the whitening of the set. */
    Preparation fit() throws DataException {
        if (size > MAX_DIMENSIONS) {
            throw new DataException("whitening: expected images of at most " + MAX_DIMENSIONS + " values, found "
                    + standard.shape() + "; use smaller images, or do not whiten");
        }
        if (dataset.size() < 2) {
            throw new DataException("whitening: expected at least two images, found " + dataset.size());
        }
        double[] center = center();
        float[] rounded = new float[size];
        for (int i = 0; i < size; i++) {
            rounded[i] = (float) center[i];
        }
        PackedLibraries.ready();
        try (INDArray matrix = Nd4j.createUninitialized(DataType.DOUBLE, new long[] {size, size}, 'f')) {
            new Covariance(standard, dataset, progress)
                    .into(center, (DoublePointer) matrix.data().addressPointer());
            float[] whitening = inverseRoot(matrix);
            return new Preparation(standard.shape(), standard.mean(), standard.std(), rounded, whitening, epsilon);
        }
    }

    private double[] center() {
        double[] sums = new double[size];
        float[] image = new float[size];
        for (int i = 0; i < dataset.size(); i++) {
            standard.standardise(dataset.pixels(), i * size, image, 0);
            for (int k = 0; k < size; k++) {
                sums[k] += image[k];
            }
        }
        for (int k = 0; k < size; k++) {
            sums[k] /= dataset.size();
        }
        return sums;
    }

    /** (Σ + εI)^(−1/2), [D, D], of the covariance in the lower triangle, which is overwritten. */
    private float[] inverseRoot(INDArray matrix) throws DataException {
        report("computing the eigenvectors");
        try (INDArray basis = Nd4j.createUninitialized(DataType.DOUBLE, new long[] {size, size}, 'f')) {
            DoublePointer vectors = (DoublePointer) basis.data().addressPointer();
            double[] variances =
                    SymmetricEigen.decompose(size, (DoublePointer) matrix.data().addressPointer(), vectors);
            checkOrthonormal(vectors);
            return inverseRoot(variances, vectors, matrix);
        }
    }

    /** One product of the vectors with themselves, on a few vectors spread over all of them. */
    private void checkOrthonormal(DoublePointer vectors) throws DataException {
        double[][] some = new double[Math.min(size, 16)][size];
        for (int k = 0; k < some.length; k++) {
            vectors.position((long) k * size / some.length * size).get(some[k]);
        }
        vectors.position(0);
        for (double[] a : some) {
            for (double[] b : some) {
                double product = 0;
                for (int i = 0; i < size; i++) {
                    product += a[i] * b[i];
                }
                if (!(Math.abs(product - (a == b ? 1 : 0)) < 1e-9)) {
                    throw new DataException(
                            "whitening: expected orthonormal eigenvectors, found a product of " + product
                                    + "; the linear algebra library is faulty on this processor, try with the environment"
                                    + " variable OPENBLAS_CORETYPE=HASWELL");
                }
            }
        }
    }

    private float[] inverseRoot(double[] variances, DoublePointer vectors, INDArray product) {
        report("computing the whitening");
        // What is left of a variance of zero after rounding; only with ε = 0 does it matter.
        double nothing = variances[size - 1] * size * Math.ulp(1.0);
        double[] column = new double[size];
        for (int k = 0; k < size; k++) {
            double variance = Math.max(0, variances[k]) + epsilon;
            // The fourth root, since the product below puts it in twice.
            double root = variance > nothing ? Math.pow(variance, -0.25) : 0;
            vectors.position((long) k * size).get(column, 0, size);
            for (int i = 0; i < size; i++) {
                column[i] *= root;
            }
            vectors.put(column, 0, size);
        }
        vectors.position(0);
        float[] whitening = new float[size * size];
        DoublePointer columns = (DoublePointer) product.data().addressPointer();
        Covariance.addProduct(size, vectors, size, 1, 0, columns);
        for (int k = 0; k < size; k++) {
            columns.position((long) k * size).get(column, 0, size);
            for (int i = k; i < size; i++) {
                whitening[k * size + i] = (float) column[i];
                whitening[i * size + k] = (float) column[i];
            }
        }
        columns.position(0);
        return whitening;
    }

    private void report(String what) {
        if (!progress.report(what, 0, -1)) {
            throw new CancellationException();
        }
    }
}
