package org.whorl.group;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * The real canonical form of an orthogonal matrix: A = Qᵀ C Q, where C turns planes by the eigen-angles and keeps or reverses lines.
 *
 * @param planes the planes and lines, mutually orthogonal; what they do not span stays as it is
 */
public record CanonicalForm(List<Plane> planes) {
    /** Cosines nearer than this belong to one eigenspace of the symmetric part. */
    private static final double SAME = 1e-9;

    /** Below this sine a vector is kept or reversed, not turned. */
    private static final double STILL = 1e-7;

    /**
     * A plane that is turned into itself, or a line.
     *
     * @param first a unit vector
     * @param second a unit vector at right angles to the first, towards which the first is turned; {@code null} for a line
     * @param angle the eigen-angle in radians, in [0, π]; for a line 0 or π
     */
    public record Plane(double[] first, double[] second, double angle) {
        /** Its dimension: 2, or 1 for a line. */
        public int dimension() {
            return second == null ? 1 : 2;
        }

        /** How much of a symmetric form lies in it: the trace of its restriction. */
        public double trace(RealMatrix form) {
            return product(first, form) + (second == null ? 0 : product(second, form));
        }

        private static double product(double[] vector, RealMatrix form) {
            double[] image = form.operate(vector);
            return IntStream.range(0, image.length)
                    .mapToDouble(i -> vector[i] * image[i])
                    .sum();
        }
    }

    public CanonicalForm {
        planes = List.copyOf(planes);
    }

    /**
     * Decomposes a matrix.
     *
     * @param orthogonal a square matrix with A Aᵀ = I to rounding
     * @throws IllegalArgumentException where it is not orthogonal
     */
    public static CanonicalForm of(RealMatrix orthogonal) {
        int size = orthogonal.getRowDimension();
        double off = orthogonal
                .multiply(orthogonal.transpose())
                .subtract(MatrixUtils.createRealIdentityMatrix(size))
                .getNorm();
        if (!(off < 1e-8)) {
            throw new IllegalArgumentException(
                    "generator: expected an orthogonal matrix, found A·Aᵀ − I of norm " + off);
        }
        // Symmetric and skew part commute, so that each eigenspace of the first, where the cosine is one number, is
        // mapped into itself by
        // the second, which is there the sine times a quarter turn.
        RealMatrix transposed = orthogonal.transpose();
        RealMatrix skew = orthogonal.subtract(transposed).scalarMultiply(0.5);
        // Shifted by twice the identity it is positive, so that its singular vectors are its eigenvectors:
        // commons-math's own iteration for
        // symmetric matrices does not converge where many eigenvalues are alike.
        var svd = new SingularValueDecomposition(orthogonal
                .add(transposed)
                .scalarMultiply(0.5)
                .add(MatrixUtils.createRealIdentityMatrix(size).scalarMultiply(2)));
        double[] values = svd.getSingularValues();
        List<Plane> planes = new ArrayList<>();
        for (int from = 0; from < size; ) {
            int to = from + 1;
            while (to < size && values[to - 1] - values[to] < SAME) {
                to++;
            }
            List<double[]> space = new ArrayList<>();
            double cosine = 0;
            for (int i = from; i < to; i++) {
                space.add(svd.getU().getColumn(i));
                cosine += (values[i] - 2) / (to - from);
            }
            split(space, cosine, skew, planes);
            from = to;
        }
        return new CanonicalForm(planes);
    }

    /** Parts an eigenspace of the symmetric part into planes that the skew part turns by a quarter. */
    private static void split(List<double[]> space, double cosine, RealMatrix skew, List<Plane> planes) {
        while (!space.isEmpty()) {
            double[] first = space.remove(space.size() - 1);
            double[] image = skew.operate(first);
            double sine = norm(image);
            if (sine < STILL || space.isEmpty()) {
                // Two reversed lines are a plane turned by half a circle, which can be rounded to other angles as well.
                boolean pair = cosine < 0 && !space.isEmpty();
                planes.add(new Plane(first, pair ? space.remove(space.size() - 1) : null, cosine > 0 ? 0 : Math.PI));
                continue;
            }
            double[] second = scaled(project(image, space), 1);
            planes.add(new Plane(first, second, Math.atan2(sine, cosine)));
            reduce(space, second);
        }
    }

    /** The projection of a vector on a space with an orthonormal basis. */
    private static double[] project(double[] vector, List<double[]> basis) {
        double[] sum = new double[vector.length];
        for (double[] direction : basis) {
            Products.add(direction, Products.dot(vector, direction), sum);
        }
        return sum;
    }

    /** Takes one direction out of a space: leaves an orthonormal basis of what is at right angles to it. */
    private static void reduce(List<double[]> basis, double[] direction) {
        int nearest = 0;
        for (int i = 1; i < basis.size(); i++) {
            if (Math.abs(Products.dot(basis.get(i), direction))
                    > Math.abs(Products.dot(basis.get(nearest), direction))) {
                nearest = i;
            }
        }
        basis.remove(nearest);
        List<double[]> done = new ArrayList<>(List.of(direction));
        for (int i = 0; i < basis.size(); i++) {
            double[] vector = basis.get(i).clone();
            // Twice is enough.
            for (int pass = 0; pass < 2; pass++) {
                for (double[] other : done) {
                    Products.add(other, -Products.dot(vector, other), vector);
                }
                vector = scaled(vector, 1);
            }
            basis.set(i, vector);
            done.add(vector);
        }
    }

    /**
     * The matrix with the same planes and other angles.
     *
     * @param angle from an angle of this one to that of the other; a line is reversed where it gives π, and kept otherwise
     */
    public RealMatrix compose(DoubleUnaryOperator angle) {
        int size = planes.get(0).first().length;
        double[][] sum = new double[size][size];
        if (planes.stream().mapToInt(Plane::dimension).sum() < size) {
            for (int i = 0; i < size; i++) {
                sum[i][i] = 1;
            }
            for (Plane plane : planes) {
                Products.addOuter(plane.first(), plane.first(), -1, sum);
                if (plane.second() != null) {
                    Products.addOuter(plane.second(), plane.second(), -1, sum);
                }
            }
        }
        for (Plane plane : planes) {
            double to = angle.applyAsDouble(plane.angle());
            double cos = Math.cos(to);
            if (plane.second() == null) {
                Products.addOuter(plane.first(), plane.first(), cos < -1 + 1e-12 ? -1 : 1, sum);
                continue;
            }
            double sin = Math.sin(to);
            Products.addOuter(plane.first(), plane.first(), cos, sum);
            Products.addOuter(plane.second(), plane.second(), cos, sum);
            Products.addOuter(plane.second(), plane.first(), sin, sum);
            Products.addOuter(plane.first(), plane.second(), -sin, sum);
        }
        return MatrixUtils.createRealMatrix(sum);
    }

    private static double norm(double[] a) {
        return Math.sqrt(Products.dot(a, a));
    }

    private static double[] scaled(double[] vector, double length) {
        double[] copy = vector.clone();
        double factor = length / norm(vector);
        for (int i = 0; i < copy.length; i++) {
            copy[i] *= factor;
        }
        return copy;
    }
}
