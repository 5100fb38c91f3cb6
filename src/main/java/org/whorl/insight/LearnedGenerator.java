package org.whorl.insight;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import org.apache.commons.math3.linear.RealMatrix;
import org.whorl.data.Progress;
import org.whorl.data.patch.PatchPairs;
import org.whorl.group.Generator;
import org.whorl.group.GeneratorFit;
import org.whorl.group.GeneratorMeasures;

/**
 * A generator that was learned from pairs, and what there is to say of it.
 *
 * @param pairs what it was learned from
 * @param test other pairs of the same kind
 * @param fit the maps that explain them
 * @param order of the group, given or read off the eigen-angles; empty where they fit none
 * @param matrix A on the pixels of the support, [n, n]: exactly cyclic where there is an order, else orthogonal
 * @param nearest the rotation that does most alike
 */
public record LearnedGenerator(
        PatchPairs pairs,
        PatchPairs test,
        GeneratorFit fit,
        OptionalInt order,
        RealMatrix matrix,
        GeneratorMeasures.NearestRotation nearest) {
    /** With a smaller cosine to the nearest rotation a matrix is none, and has no angle. */
    private static final double ROTATION = 0.9;

    /** From this share of the other partners' energy on a matrix has not been found. */
    private static final double UNEXPLAINED = 0.5;

    /** That are told, about. */
    private static final int STEPS = 7;

    /**
     * Learns from pairs in closed form.
     *
     * @param test measures the error
     * @param order of the group; empty to read it off the eigen-angles
     * @param progress told of each of the steps, between which it may cancel
     */
    public static LearnedGenerator of(PatchPairs pairs, PatchPairs test, OptionalInt order, Progress progress) {
        int[] done = {0};
        Consumer<String> tell = what -> {
            if (!progress.report("solving for A: " + what, done[0]++, STEPS)) {
                throw new CancellationException();
            }
        };
        GeneratorFit fit = GeneratorFit.of(pairs.from(), pairs.to(), tell);
        tell.accept("order");
        OptionalInt found = order.isPresent() ? order : fit.order();
        RealMatrix matrix = found.isPresent() ? fit.cyclic(found.getAsInt()) : fit.orthogonal();
        tell.accept("the nearest rotation");
        var nearest =
                GeneratorMeasures.nearestRotation(fit.leastSquares(), fit.covariance(), pairs.side(), pairs.support());
        return new LearnedGenerator(pairs, test, fit, found, matrix, nearest);
    }

    /** The same on whole pictures. */
    public Generator generator() {
        return Generator.of(pairs.side(), pairs.support(), matrix, order.orElse(0));
    }

    /** What there is to say against it: too few pairs to tell a matrix by, partners that none makes, or an order that is not theirs. */
    public Optional<String> doubt() {
        double unexplained = error(fit.leastSquares());
        if (unexplained < UNEXPLAINED) {
            return order.isPresent() && !fit.fits(order.getAsInt())
                    ? Optional.of(String.format(
                            Locale.ROOT,
                            "its eigen-angles are not those of a group of order %d: rounded to these it leaves %.2f of other"
                                    + " partners unexplained",
                            order.getAsInt(),
                            error(matrix)))
                    : Optional.empty();
        }
        int pixels = pairs.support().length;
        return Optional.of(String.format(
                Locale.ROOT,
                "the best matrix leaves %.2f of other partners unexplained: %s",
                unexplained,
                pairs.from().length < 4 * pixels
                        ? (pairs.from().length == 1 ? "1 pair is" : pairs.from().length + " pairs are") + " few for "
                                + pixels + " pixels; give " + 4 * pixels
                        : "no matrix makes them"));
    }

    /** The angle of the rotation that it is, in degrees; empty where it is none, or there is {@link #doubt}. */
    public OptionalDouble recoveredAngle() {
        return doubt().isPresent() || nearest.cosine() < ROTATION
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.toDegrees(fit.angle(Math.toRadians(nearest.degrees()))));
    }

    /** ‖A^N − I‖ / √n of the matrix; empty where there is no N. */
    public OptionalDouble closure() {
        return order.isPresent()
                ? OptionalDouble.of(GeneratorMeasures.closure(matrix, order.getAsInt()))
                : OptionalDouble.empty();
    }

    /**
     * The share of the other partners' energy that is not explained, by the map's name.
     *
     * @param degrees of the bicubic rotation that is measured beside them; empty for the nearest
     */
    public Map<String, Double> errors(OptionalDouble degrees) {
        RealMatrix bicubic = GeneratorMeasures.rotation(test.side(), degrees.orElse(nearest.degrees()), test.support());
        Map<String, Double> errors = new LinkedHashMap<>();
        errors.put("least_squares", error(fit.leastSquares()));
        errors.put("orthogonal", error(fit.orthogonal()));
        errors.put("cyclic", order.isPresent() ? error(matrix) : Double.NaN);
        errors.put("bicubic", error(bicubic));
        return errors;
    }

    private double error(RealMatrix map) {
        return GeneratorMeasures.error(map, test.from(), test.to());
    }

    /**
     * All that was measured, by the keys that files and programs know.
     *
     * @param degrees by which the partners are turned; empty where they are not
     */
    public Map<String, Object> about(OptionalDouble degrees) {
        Map<String, Object> spectrum = new LinkedHashMap<>();
        for (int n = 2; n <= GeneratorFit.MAX_ORDER; n++) {
            spectrum.put(String.valueOf(n), fit.distance(n));
        }
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("angle", boxed(degrees));
        about.put("nearest_angle", nearest.degrees());
        about.put("nearest_cosine", nearest.cosine());
        about.put("recovered_angle", boxed(recoveredAngle()));
        about.put("order", order.isPresent() ? order.getAsInt() : null);
        about.put("generator_angle", order.isPresent() ? 360.0 / order.getAsInt() : null);
        about.put("closure", closure().orElse(Double.NaN));
        about.put(
                "closure_least_squares",
                order.isPresent() ? GeneratorMeasures.closure(fit.leastSquares(), order.getAsInt()) : Double.NaN);
        about.put("test_error", errors(degrees));
        about.put("order_distance", spectrum);
        about.put(
                "eigen_angles",
                fit.form().planes().stream()
                        .map(plane -> Math.toDegrees(plane.angle()))
                        .sorted()
                        .toList());
        doubt().ifPresent(words -> about.put("doubt", words));
        about.put("kernel", test.side());
        about.put("pairs", pairs.from().length);
        return about;
    }

    private static Double boxed(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
