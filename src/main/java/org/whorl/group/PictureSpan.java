package org.whorl.group;

import java.util.ArrayList;
import java.util.List;

import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/** The space that few pictures and their partners span: what is found in it holds in the whole one, where all else stays as it is. */
final class PictureSpan {
    /** A picture of which less than this is new adds no direction but its rounding. */
    private static final double NEW = 1e-7;

    /** [directions, values], orthonormal. */
    private final double[][] basis;

    PictureSpan(double[][] from, double[][] to) {
        List<double[]> found = new ArrayList<>();
        for (double[][] pictures : List.of(from, to)) {
            for (double[] picture : pictures) {
                add(picture, found);
            }
        }
        basis = found.toArray(double[][]::new);
    }

    private static void add(double[] picture, List<double[]> basis) {
        double whole = Math.sqrt(Products.dot(picture, picture));
        double[] rest = picture.clone();
        double length = Products.reduce(basis, rest);
        if (length > NEW * whole) {
            for (int i = 0; i < rest.length; i++) {
                rest[i] /= length;
            }
            basis.add(rest);
        }
    }

    /** How many directions there are. */
    int dimension() {
        return basis.length;
    }

    /** Pictures by their coordinates. */
    double[][] coordinates(double[][] pictures) {
        double[][] coordinates = new double[pictures.length][basis.length];
        for (int n = 0; n < pictures.length; n++) {
            for (int i = 0; i < basis.length; i++) {
                coordinates[n][i] = Products.dot(basis[i], pictures[n]);
            }
        }
        return coordinates;
    }

    /** What was found in the span, in the whole space. */
    GeneratorFit lift(GeneratorFit within) {
        RealMatrix orthogonal = whole(within.orthogonal().subtract(MatrixUtils.createRealIdentityMatrix(basis.length)));
        List<CanonicalForm.Plane> planes = within.form().planes().stream()
                .map(plane -> new CanonicalForm.Plane(
                        whole(plane.first()), plane.second() == null ? null : whole(plane.second()), plane.angle()))
                .toList();
        return new GeneratorFit(
                whole(within.leastSquares()),
                orthogonal.add(MatrixUtils.createRealIdentityMatrix(basis[0].length)),
                new CanonicalForm(planes),
                whole(within.covariance()),
                within.energies());
    }

    private double[] whole(double[] coordinates) {
        double[] picture = new double[basis[0].length];
        Products.addCombination(coordinates, basis, picture);
        return picture;
    }

    /** Bᵀ M B, with the directions as B's rows. */
    private RealMatrix whole(RealMatrix within) {
        return MatrixUtils.createRealMatrix(
                Products.of(Products.transposed(basis), Products.of(within.getData(), basis)));
    }
}
