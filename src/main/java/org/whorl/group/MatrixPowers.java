package org.whorl.group;

import java.util.Arrays;

/**
 * The pictures w, A w, A² w … of a square matrix A, one after the other, and the way back through them. Nothing comes from or goes to the
 * pixels outside a support. All pictures are n values, with n = side². In double precision, since errors grow with the power.
 */
final class MatrixPowers {
    private final int order;
    private final int area;
    private final int[] outside;
    private final double[] now;
    private final double[] next;

    /** A by rows, and Aᵀ, whose row j is what pixel j becomes, so that all products run along rows; made when there is an A. */
    private double[][] rows;

    private double[][] columns;

    /** @param order the pictures, with w itself */
    MatrixPowers(int order, int side, Support support) {
        this.order = order;
        area = side * side;
        outside = support.outside(side);
        now = new double[area];
        next = new double[area];
    }

    /** Where the n² values of A come from. */
    @FunctionalInterface
    interface Source {
        double at(int index);
    }

    /** Takes over A, n² values row by row. */
    void load(Source matrix) {
        if (rows == null) {
            rows = new double[area][area];
            columns = new double[area][area];
        }
        for (int i = 0; i < area; i++) {
            for (int j = 0; j < area; j++) {
                rows[i][j] = matrix.at(i * area + j);
            }
        }
        for (int pixel : outside) {
            for (int i = 0; i < area; i++) {
                rows[pixel][i] = 0;
                rows[i][pixel] = 0;
            }
        }
        for (int i = 0; i < area; i++) {
            for (int j = 0; j < area; j++) {
                columns[j][i] = rows[i][j];
            }
        }
    }

    /**
     * Writes Aʳ w for every r.
     *
     * @param bank receives them at {@code bankOffset}, {@code bankOffset + stride} and so on
     */
    void expand(float[] base, int baseOffset, float[] bank, int bankOffset, int stride) {
        read(base, baseOffset);
        for (int r = 0; r < order; r++) {
            if (r > 0) {
                step(columns);
            }
            for (int i = 0; i < area; i++) {
                bank[bankOffset + r * stride + i] = (float) now[i];
            }
        }
    }

    /** Writes Σ_r (Aᵀ)ʳ g_r, from the last to the first: h_r = g_r + Aᵀ h_{r+1}. */
    void pullBack(float[] bankGradient, int bankOffset, int stride, float[] baseGradient, int baseOffset) {
        read(bankGradient, bankOffset + (order - 1) * stride);
        for (int r = order - 2; r >= 0; r--) {
            step(rows);
            add(bankGradient, bankOffset + r * stride);
        }
        for (int i = 0; i < area; i++) {
            baseGradient[baseOffset + i] = (float) now[i];
        }
    }

    /**
     * Adds the gradient by A, Σ_{r≥1} h_r (A^{r−1} w)ᵀ.
     *
     * @param gradient n² values, added to
     */
    void addGradient(
            float[] bankGradient, int bankOffset, int stride, float[] base, int baseOffset, double[] gradient) {
        double[][] before = new double[order][];
        read(base, baseOffset);
        for (int r = 0; r < order - 1; r++) {
            before[r] = now.clone();
            step(columns);
        }
        read(bankGradient, bankOffset + (order - 1) * stride);
        for (int r = order - 1; r >= 1; r--) {
            for (int i = 0; i < area; i++) {
                double slope = now[i];
                double[] picture = before[r - 1];
                for (int j = 0; j < area; j++) {
                    gradient[i * area + j] += slope * picture[j];
                }
            }
            step(rows);
            add(bankGradient, bankOffset + (r - 1) * stride);
        }
    }

    /** Reads a picture without what lies outside the support. */
    private void read(float[] from, int offset) {
        for (int i = 0; i < area; i++) {
            now[i] = from[offset + i];
        }
        clear();
    }

    private void add(float[] from, int offset) {
        for (int i = 0; i < area; i++) {
            now[i] += from[offset + i];
        }
        clear();
    }

    private void clear() {
        for (int pixel : outside) {
            now[pixel] = 0;
        }
    }

    /** The sum of a matrix's rows, each times a value of the picture. */
    private void step(double[][] matrix) {
        Arrays.fill(next, 0);
        for (int i = 0; i < area; i++) {
            double factor = now[i];
            double[] row = matrix[i];
            for (int j = 0; j < area; j++) {
                next[j] += factor * row[j];
            }
        }
        System.arraycopy(next, 0, now, 0, area);
    }
}
