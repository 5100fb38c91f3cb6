package org.whorl.group;

import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;

/**
 * An orthogonal matrix of free numbers: P = (I − S/2)⁻¹ (I + S/2) with S = K − Kᵀ, which near K = 0 is the exponential of S. (A. Cayley,
 * <i>Sur quelques propriétés des déterminants gauches</i>, 1846.)
 */
final class CayleyTransform {
    /** X = (I − S/2)⁻¹, so that P = 2X − I. */
    private final double[][] inverse;

    /** @param free K, square */
    CayleyTransform(double[][] free) {
        int size = free.length;
        double[][] matrix = new double[size][size];
        boolean still = true;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                double skew = free[i][j] - free[j][i];
                still &= skew == 0;
                matrix[i][j] = (i == j ? 1 : 0) - skew / 2;
            }
        }
        inverse = still
                ? matrix
                : new LUDecomposition(MatrixUtils.createRealMatrix(matrix))
                        .getSolver()
                        .getInverse()
                        .getData();
    }

    /** P. */
    double[][] orthogonal() {
        int size = inverse.length;
        double[][] values = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                values[i][j] = 2 * inverse[i][j] - (i == j ? 1 : 0);
            }
        }
        return values;
    }

    /** A gradient by P as one by K: H − Hᵀ with H = Xᵀ (∂P) Xᵀ, since dP = X dS X. */
    double[][] pullBack(double[][] gradient) {
        double[][] turned = Products.transposed(inverse);
        double[][] half = Products.of(Products.of(turned, gradient), turned);
        int size = half.length;
        double[][] byFree = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                byFree[i][j] = half[i][j] - half[j][i];
            }
        }
        return byFree;
    }
}
