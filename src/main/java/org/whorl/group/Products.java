package org.whorl.group;

import java.util.List;

/** Products of dense matrices by rows, always in the same order, so that they are the same bits everywhere. */
final class Products {
    private Products() {}

    /** A B. */
    static double[][] of(double[][] a, double[][] b) {
        int columns = b[0].length;
        double[][] product = new double[a.length][columns];
        for (int i = 0; i < a.length; i++) {
            addCombination(a[i], b, product[i]);
        }
        return product;
    }

    /** Adds Σ_i factors_i · rows_i to a sum: with A's rows Aᵀ x. */
    static void addCombination(double[] factors, double[][] rows, double[] sum) {
        for (int i = 0; i < rows.length; i++) {
            add(rows[i], factors[i], sum);
        }
    }

    /** Adds factor · vector to a sum. */
    static void add(double[] vector, double factor, double[] sum) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += factor * vector[j];
        }
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /**
     * Takes out of a vector what lies along others, by Gram and Schmidt, twice, which is enough.
     *
     * @param directions orthonormal
     * @return the length of what is left
     */
    static double reduce(List<double[]> directions, double[] vector) {
        for (int pass = 0; pass < 2; pass++) {
            for (double[] direction : directions) {
                add(direction, -dot(direction, vector), vector);
            }
        }
        return Math.sqrt(dot(vector, vector));
    }

    /** Adds factors · rowᵀ to a matrix. */
    static void addOuter(double[] factors, double[] row, double[][] sum) {
        addOuter(factors, row, 1, sum);
    }

    /** Adds factor · factors · rowᵀ to a matrix. */
    static void addOuter(double[] factors, double[] row, double factor, double[][] sum) {
        for (int i = 0; i < factors.length; i++) {
            add(row, factor * factors[i], sum[i]);
        }
    }

    static double[][] transposed(double[][] a) {
        double[][] turned = new double[a[0].length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[i].length; j++) {
                turned[j][i] = a[i][j];
            }
        }
        return turned;
    }
}
