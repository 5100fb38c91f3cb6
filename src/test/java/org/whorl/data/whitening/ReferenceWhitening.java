package org.whorl.data.whitening;

import java.util.Arrays;

/** What whitening is made of in double precision, slow and simple. */
final class ReferenceWhitening {
    private ReferenceWhitening() {}

    /** Covariance in double precision, [D, D], divided by images − 1. */
    static double[] covariance(float[] values, int size) {
        int count = values.length / size;
        double[] mean = new double[size];
        for (int i = 0; i < values.length; i++) {
            mean[i % size] += values[i] / (double) count;
        }
        double[] sum = new double[size * size];
        for (int image = 0; image < count; image++) {
            for (int a = 0; a < size; a++) {
                double x = values[image * size + a] - mean[a];
                for (int b = 0; b <= a && x != 0; b++) {
                    sum[a * size + b] += x * (values[image * size + b] - mean[b]) / (count - 1);
                }
            }
        }
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < a; b++) {
                sum[b * size + a] = sum[a * size + b];
            }
        }
        return sum;
    }

    /** Eigenvectors as rows of the second array, by Jacobi's rotations: slow, simple, and nothing from LAPACK. */
    static double[] jacobi(double[] matrix, double[][] vectors) {
        int n = vectors.length;
        double[] a = matrix.clone();
        for (int i = 0; i < n; i++) {
            vectors[i] = new double[n];
            vectors[i][i] = 1;
        }
        for (int sweep = 0; sweep < 30; sweep++) {
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    if (Math.abs(a[p * n + q]) < 1e-18) {
                        continue;
                    }
                    double theta = (a[q * n + q] - a[p * n + p]) / (2 * a[p * n + q]);
                    double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
                    double c = 1 / Math.sqrt(t * t + 1);
                    double s = t * c;
                    for (int k = 0; k < n; k++) {
                        double x = a[k * n + p];
                        double y = a[k * n + q];
                        a[k * n + p] = c * x - s * y;
                        a[k * n + q] = s * x + c * y;
                    }
                    for (int k = 0; k < n; k++) {
                        double x = a[p * n + k];
                        double y = a[q * n + k];
                        a[p * n + k] = c * x - s * y;
                        a[q * n + k] = s * x + c * y;
                        x = vectors[p][k];
                        y = vectors[q][k];
                        vectors[p][k] = c * x - s * y;
                        vectors[q][k] = s * x + c * y;
                    }
                }
            }
        }
        double[] values = new double[n];
        Arrays.setAll(values, i -> a[i * n + i]);
        return values;
    }
}
