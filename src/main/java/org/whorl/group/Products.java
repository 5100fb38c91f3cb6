package org.whorl.group;

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
            double factor = factors[i];
            double[] row = rows[i];
            for (int j = 0; j < sum.length; j++) {
                sum[j] += factor * row[j];
            }
        }
    }

    /** Adds factors · rowᵀ to a matrix. */
    static void addOuter(double[] factors, double[] row, double[][] sum) {
        for (int i = 0; i < factors.length; i++) {
            double factor = factors[i];
            double[] target = sum[i];
            for (int j = 0; j < row.length; j++) {
                target[j] += factor * row[j];
            }
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
