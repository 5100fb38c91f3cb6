package org.whorl.group;

import java.util.Arrays;

/**
 * The rotation of a square picture as a sparse linear operator.
 *
 * <p>Counter-clockwise as seen on a screen (rows point down), about the centre (size − 1)/2, with zeros outside. Multiples of 90° are
 * exact permutations in every interpolation. Rows are stored one after another: output value i is the sum over j of
 * weights[j] · input[columns[j]] for rowStart[i] ≤ j &lt; rowStart[i+1].
 */
public final class Rotation {
    private final int size;
    private final int[] rowStart;
    private final int[] columns;
    private final double[] weights;

    private Rotation(int size, int[] rowStart, int[] columns, double[] weights) {
        this.size = size;
        this.rowStart = rowStart;
        this.columns = columns;
        this.weights = weights;
    }

    /**
     * A rotation.
     *
     * @param size the picture's side in pixels
     * @param degrees any finite angle, counter-clockwise
     * @param interpolation how values between pixels are taken
     */
    public static Rotation of(int size, double degrees, Interpolation interpolation) {
        return of(size, degrees, interpolation, false);
    }

    /** The same of the mirror image: left and right are exchanged first. */
    public static Rotation ofMirrored(int size, double degrees, Interpolation interpolation) {
        return of(size, degrees, interpolation, true);
    }

    /**
     * The derivative of a bicubic rotation by its angle in radians, R′ in dR(φ) = R′(φ) dφ. Continuous in φ, also at quarter turns.
     *
     * @param size the picture's side in pixels
     * @param degrees any finite angle, counter-clockwise
     */
    public static Rotation slope(int size, double degrees) {
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        double centre = (size - 1) / 2.0;
        Builder builder = new Builder(size, false);
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                double x = column - centre;
                double y = row - centre;
                builder.addSlope(
                        centre + sin * x + cos * y, centre + cos * x - sin * y, cos * x - sin * y, -sin * x - cos * y);
                builder.endRow();
            }
        }
        return builder.build();
    }

    private static Rotation of(int size, double degrees, Interpolation interpolation, boolean mirrored) {
        if (size < 1 || !Double.isFinite(degrees)) {
            throw new IllegalArgumentException(
                    "rotation: expected a side of at least 1 and a finite angle, found " + size + " and " + degrees);
        }
        double turned = degrees - 360 * Math.floor(degrees / 360);
        double quarters = turned / 90;
        boolean exact = Math.abs(quarters - Math.rint(quarters)) < 1e-12;
        double cos = exact ? EXACT_COS[(int) Math.rint(quarters) % 4] : Math.cos(Math.toRadians(turned));
        double sin = exact ? EXACT_COS[((int) Math.rint(quarters) + 3) % 4] : Math.sin(Math.toRadians(turned));
        double centre = (size - 1) / 2.0;
        Builder builder = new Builder(size, mirrored);
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                double x = column - centre;
                double y = row - centre;
                // The source of each output pixel: the inverse rotation, with the row axis pointing down.
                double sourceColumn = centre + cos * x - sin * y;
                double sourceRow = centre + sin * x + cos * y;
                if (exact || interpolation == Interpolation.NEAREST) {
                    // A hair below .5 so that both sides of an exact half round alike.
                    builder.add(
                            (int) Math.floor(sourceRow + 0.5 - 1e-9), (int) Math.floor(sourceColumn + 0.5 - 1e-9), 1);
                } else {
                    builder.addKernel(sourceRow, sourceColumn, interpolation);
                }
                builder.endRow();
            }
        }
        return builder.build();
    }

    /** The same from and to the pixels of a support; nothing comes from outside it, and what goes there is lost. */
    public Rotation on(Support support) {
        if (support == Support.SQUARE) {
            return this;
        }
        int[] starts = new int[rowStart.length];
        int[] from = new int[columns.length];
        double[] by = new double[columns.length];
        int count = 0;
        for (int i = 0; i < size * size; i++) {
            for (int j = rowStart[i]; j < rowStart[i + 1] && support.holds(size, i); j++) {
                if (support.holds(size, columns[j])) {
                    from[count] = columns[j];
                    by[count++] = weights[j];
                }
            }
            starts[i + 1] = count;
        }
        return new Rotation(size, starts, Arrays.copyOf(from, count), Arrays.copyOf(by, count));
    }

    private static final double[] EXACT_COS = {1, 0, -1, 0};

    /** The picture's side in pixels. */
    public int size() {
        return size;
    }

    /** Rotates one picture: out = R · in. Both are size² values, row by row, starting at their offsets. */
    public void apply(float[] in, int inOffset, float[] out, int outOffset) {
        for (int i = 0; i < size * size; i++) {
            double sum = 0;
            for (int j = rowStart[i]; j < rowStart[i + 1]; j++) {
                sum += weights[j] * in[inOffset + columns[j]];
            }
            out[outOffset + i] = (float) sum;
        }
    }

    /** Adds the adjoint: out += Rᵀ · in, which is how gradients return through a rotation. */
    public void addTransposed(float[] in, int inOffset, float[] out, int outOffset) {
        for (int i = 0; i < size * size; i++) {
            float value = in[inOffset + i];
            for (int j = rowStart[i]; j < rowStart[i + 1]; j++) {
                out[outOffset + columns[j]] += (float) (weights[j] * value);
            }
        }
    }

    /** ⟨a, R · b⟩ of two pictures, each size² values from its offset. */
    double product(float[] a, int aOffset, float[] b, int bOffset) {
        double product = 0;
        for (int i = 0; i < size * size; i++) {
            double sum = 0;
            for (int j = rowStart[i]; j < rowStart[i + 1]; j++) {
                sum += weights[j] * b[bOffset + columns[j]];
            }
            product += a[aOffset + i] * sum;
        }
        return product;
    }

    /**
     * ⟨M, R⟩, the sum of the products of elements, between some pixels.
     *
     * @param matrix M on these pixels
     * @param place of each of the picture's pixels among them, or negative
     */
    double product(double[][] matrix, int[] place) {
        double sum = 0;
        for (int i = 0; i < size * size; i++) {
            for (int j = rowStart[i]; j < rowStart[i + 1] && place[i] >= 0; j++) {
                sum += place[columns[j]] < 0 ? 0 : weights[j] * matrix[place[i]][place[columns[j]]];
            }
        }
        return sum;
    }

    /** ⟨R C, R⟩ likewise: the energy of what a rotation makes of pictures of covariance C. */
    double energy(double[][] covariance, int[] place) {
        double sum = 0;
        for (int i = 0; i < size * size; i++) {
            for (int j = rowStart[i]; j < rowStart[i + 1] && place[i] >= 0; j++) {
                for (int k = rowStart[i]; k < rowStart[i + 1] && place[columns[j]] >= 0; k++) {
                    sum += place[columns[k]] < 0
                            ? 0
                            : weights[j] * weights[k] * covariance[place[columns[j]]][place[columns[k]]];
                }
            }
        }
        return sum;
    }

    /** The operator as a full matrix, [size²][size²], for inspection and for the reference in double precision. */
    public double[][] toMatrix() {
        double[][] matrix = new double[size * size][size * size];
        for (int i = 0; i < size * size; i++) {
            for (int j = rowStart[i]; j < rowStart[i + 1]; j++) {
                matrix[i][columns[j]] += weights[j];
            }
        }
        return matrix;
    }

    private static final class Builder {
        private final int size;
        private final boolean mirrored;
        private final int[] rowStart;
        private int[] columns;
        private double[] weights;
        private int row;
        private int count;

        Builder(int size, boolean mirrored) {
            this.size = size;
            this.mirrored = mirrored;
            rowStart = new int[size * size + 1];
            columns = new int[size * size * 4];
            weights = new double[size * size * 4];
        }

        void addKernel(double sourceRow, double sourceColumn, Interpolation interpolation) {
            int firstRow = (int) Math.floor(sourceRow);
            int firstColumn = (int) Math.floor(sourceColumn);
            int reach = interpolation == Interpolation.BICUBIC ? 1 : 0;
            for (int i = firstRow - reach; i <= firstRow + 1 + reach; i++) {
                for (int j = firstColumn - reach; j <= firstColumn + 1 + reach; j++) {
                    add(i, j, weight(sourceRow - i, interpolation) * weight(sourceColumn - j, interpolation));
                }
            }
        }

        /** The slope of a bicubic value whose source moves by these, a radian. */
        void addSlope(double sourceRow, double sourceColumn, double rowMoves, double columnMoves) {
            int firstRow = (int) Math.floor(sourceRow);
            int firstColumn = (int) Math.floor(sourceColumn);
            for (int i = firstRow - 1; i <= firstRow + 2; i++) {
                for (int j = firstColumn - 1; j <= firstColumn + 2; j++) {
                    double byRow = slope(sourceRow - i) * weight(sourceColumn - j, Interpolation.BICUBIC);
                    double byColumn = weight(sourceRow - i, Interpolation.BICUBIC) * slope(sourceColumn - j);
                    add(i, j, byRow * rowMoves + byColumn * columnMoves);
                }
            }
        }

        void add(int i, int j, double weight) {
            if (i < 0 || j < 0 || i >= size || j >= size || weight == 0) {
                return;
            }
            if (count == columns.length) {
                columns = Arrays.copyOf(columns, 2 * count);
                weights = Arrays.copyOf(weights, 2 * count);
            }
            columns[count] = i * size + (mirrored ? size - 1 - j : j);
            weights[count++] = weight;
        }

        void endRow() {
            rowStart[++row] = count;
        }

        Rotation build() {
            return new Rotation(size, rowStart, Arrays.copyOf(columns, count), Arrays.copyOf(weights, count));
        }

        /** Of the bicubic weight, by the distance. */
        private static double slope(double distance) {
            double d = Math.abs(distance);
            double slope = d <= 1 ? (4.5 * d - 5) * d : d < 2 ? (-1.5 * d + 5) * d - 4 : 0;
            return distance < 0 ? -slope : slope;
        }

        private static double weight(double distance, Interpolation interpolation) {
            double d = Math.abs(distance);
            if (interpolation == Interpolation.BILINEAR) {
                return Math.max(0, 1 - d);
            }
            if (d <= 1) {
                return (1.5 * d - 2.5) * d * d + 1;
            }
            return d < 2 ? ((-0.5 * d + 2.5) * d - 4) * d + 2 : 0;
        }
    }
}
