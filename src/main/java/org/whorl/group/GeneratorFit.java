package org.whorl.group;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * The linear map that takes pictures to their partners, x′ = A x, learned from pairs in closed form.
 *
 * <p>Least squares has the smallest error; Procrustes' is the nearest that keeps lengths, whose eigen-angles tell the order of the group
 * that it generates; with these rounded to multiples of 2π/N it is exactly cyclic, A^N = I.
 *
 * @param leastSquares minimises Σ‖x′ − A x‖² (with a ridge of {@value #RIDGE} of the mean variance)
 * @param orthogonal minimises the same among orthogonal matrices (Procrustes)
 * @param form the canonical form of the orthogonal one
 * @param covariance Σ x xᵀ / pairs, the energies of the directions
 * @param energies the images' in each of the form's planes, in their order
 */
public record GeneratorFit(
        RealMatrix leastSquares,
        RealMatrix orthogonal,
        CanonicalForm form,
        RealMatrix covariance,
        List<Double> energies) {
    /** Of the mean variance, added to every variance: directions without energy in the images are not invented. */
    public static final double RIDGE = 1e-4;

    /** Of the mean variance, what pulls the orthogonal map to the identity: it decides only where there is next to no energy. */
    private static final double STILL = 1e-8;

    /** The largest order looked for. */
    public static final int MAX_ORDER = 24;

    /** Patches of a few pixels have no finer circular harmonics. */
    private static final int MAX_HARMONIC = 6;

    /** An eigen-angle below this, in radians, says nothing of the order: what it belongs to stays as it is in every group. */
    private static final double INVARIANT = 0.05;

    /** A spectrum further than this from N-th roots of one is not that of a group of order N; 1 is what random angles have. */
    private static final double CYCLIC = 0.16;

    public GeneratorFit {
        energies = List.copyOf(energies);
    }

    /** The same, of which the energies are to be measured. */
    GeneratorFit(RealMatrix leastSquares, RealMatrix orthogonal, CanonicalForm form, RealMatrix covariance) {
        this(
                leastSquares,
                orthogonal,
                form,
                covariance,
                form.planes().stream().map(plane -> plane.trace(covariance)).toList());
    }

    /**
     * Fits the map to pairs.
     *
     * @param from pictures x, [pairs][values]
     * @param to their partners x′, likewise
     * @param tell told what is being done, in a few words
     */
    public static GeneratorFit of(double[][] from, double[][] to, Consumer<String> tell) {
        if (from.length != to.length || from.length == 0 || from[0].length != to[0].length) {
            throw new IllegalArgumentException("pairs: expected as many partners as pictures and of one size, found "
                    + from.length + " and " + to.length);
        }
        int size = from[0].length;
        if (2 * from.length < size) {
            tell.accept("what the pairs span");
            PictureSpan span = new PictureSpan(from, to);
            if (span.dimension() > 0) {
                return span.lift(inWhole(span.coordinates(from), span.coordinates(to), size, tell));
            }
        }
        return inWhole(from, to, size, tell);
    }

    /** By matrices of all values, of which {@code directions} are there in all. */
    static GeneratorFit inWhole(double[][] from, double[][] to, int directions, Consumer<String> tell) {
        int size = from[0].length;
        tell.accept("correlations");
        double[][] auto = new double[size][size];
        double[][] cross = new double[size][size];
        for (int n = 0; n < from.length; n++) {
            Products.addOuter(from[n], from[n], auto);
            Products.addOuter(to[n], from[n], cross);
        }
        RealMatrix covariance = MatrixUtils.createRealMatrix(auto).scalarMultiply(1.0 / from.length);
        RealMatrix correlation = MatrixUtils.createRealMatrix(cross).scalarMultiply(1.0 / from.length);
        double variance = covariance.getTrace() / directions;
        if (!(variance > 0)) {
            throw new IllegalArgumentException("pairs: expected pictures that differ, found all alike");
        }
        RealMatrix regular =
                covariance.add(MatrixUtils.createRealIdentityMatrix(size).scalarMultiply(RIDGE * variance));
        tell.accept("least squares");
        // A (C + ε) = D, both sides transposed since the solver takes columns.
        RealMatrix leastSquares = new CholeskyDecomposition(regular, 1e-9, 0)
                .getSolver()
                .solve(correlation.transpose())
                .transpose();
        // Nothing is known of directions in which the pictures have no energy, such as their mean: they stay as they
        // are.
        tell.accept("the nearest orthogonal matrix");
        var svd = new SingularValueDecomposition(
                correlation.add(MatrixUtils.createRealIdentityMatrix(size).scalarMultiply(STILL * variance)));
        RealMatrix orthogonal = svd.getU().multiply(svd.getVT());
        tell.accept("eigen-angles");
        return new GeneratorFit(leastSquares, orthogonal, CanonicalForm.of(orthogonal), covariance);
    }

    /**
     * How far the eigen-angles are from multiples of 2π/N, weighted by the images' energy in their planes: 0 for a group of order N, and
     * about 1 for angles that have nothing to do with it.
     */
    public double distance(int order) {
        double sum = 0;
        double energy = 0;
        for (int i = 0; i < energies.size(); i++) {
            CanonicalForm.Plane plane = form.planes().get(i);
            if (plane.angle() < INVARIANT) {
                continue;
            }
            double weight = energies.get(i);
            double turns = plane.angle() * order / (2 * Math.PI);
            sum += weight * Math.abs(turns - Math.rint(turns));
            energy += weight;
        }
        // Angles without a relation are a quarter away in the mean.
        return energy == 0 ? 0 : 4 * sum / energy;
    }

    /** Whether the eigen-angles are those of a group of an order, as near as pairs tell. */
    public boolean fits(int order) {
        return distance(order) < CYCLIC;
    }

    /** The order of the group, read off the spectrum: the smallest that the eigen-angles fit; none where there is no such up to {@value #MAX_ORDER}. */
    public OptionalInt order() {
        for (int order = 1; order <= MAX_ORDER; order++) {
            if (fits(order) && (order > 1 || form.planes().stream().allMatch(p -> p.angle() < INVARIANT))) {
                return OptionalInt.of(order);
            }
        }
        return OptionalInt.empty();
    }

    /**
     * The angle of a rotation, from the eigen-angles: a rotation by φ turns the plane of the m-th circular harmonic by mφ, so that φ is where
     * the eigen-angles are nearest to its multiples. Sharper than the nearest rotation, whose interpolation blurs.
     *
     * @param near roughly the angle, in radians, in (−π, π]
     */
    public double angle(double near) {
        double angle = Math.abs(near);
        for (int pass = 0; pass < 8; pass++) {
            double products = 0;
            double squares = 0;
            for (int i = 0; i < energies.size(); i++) {
                CanonicalForm.Plane plane = form.planes().get(i);
                int harmonic = 0;
                double off = plane.angle();
                for (int m = 1; m <= MAX_HARMONIC; m++) {
                    double candidate = off(plane.angle(), m * angle);
                    if (Math.abs(candidate) < Math.abs(off)) {
                        harmonic = m;
                        off = candidate;
                    }
                }
                double weight = energies.get(i);
                products += weight * harmonic * off;
                squares += weight * harmonic * harmonic;
            }
            angle += squares == 0 ? 0 : products / squares;
        }
        return Math.copySign(angle, near);
    }

    /** How much must be added to a multiple of the angle to fold onto an eigen-angle in [0, π]. */
    private static double off(double eigenAngle, double multiple) {
        double up = Math.IEEEremainder(eigenAngle - multiple, 2 * Math.PI);
        double down = Math.IEEEremainder(-eigenAngle - multiple, 2 * Math.PI);
        return Math.abs(up) <= Math.abs(down) ? up : down;
    }

    /** The orthogonal map with its eigen-angles rounded to multiples of 2π/N: A^N = I to rounding, for odd N too. */
    public RealMatrix cyclic(int order) {
        return rounded(form, order);
    }

    static RealMatrix rounded(CanonicalForm form, int order) {
        if (order < 1) {
            throw new IllegalArgumentException("order: expected at least 1, found " + order);
        }
        double step = 2 * Math.PI / order;
        // Half a circle is between two multiples where the order is odd: the lower one, so that the angle stays within
        // [0, π].
        return form.compose(angle -> Math.min(Math.rint(angle / step), Math.floor(order / 2.0)) * step);
    }
}
