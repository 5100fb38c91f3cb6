package org.whorl.insight;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.whorl.data.Dataset;
import org.whorl.data.Progress;
import org.whorl.group.CyclicGroup;
import org.whorl.group.FiniteGroup;
import org.whorl.network.Model;

/**
 * How a network's codes and its accuracy follow when images turn.
 *
 * @param angles what was measured, by ascending angle; no angle twice
 */
public record SymmetryProfile(List<Angle> angles) {
    /** Nothing measured yet. */
    public static final SymmetryProfile EMPTY = new SymmetryProfile(List.of());

    /** Above so many rotations, their angles are not measured one by one. */
    private static final int MOST_ELEMENTS = 36;

    /**
     * At one angle.
     *
     * @param degrees counter-clockwise
     * @param errors each layer's equivariance error; empty where only the accuracy was measured
     * @param accuracy 0 to 1; NaN for a network that was not trained to classify
     */
    public record Angle(double degrees, List<Double> errors, double accuracy) {
        public Angle {
            errors = List.copyOf(errors);
        }
    }

    public SymmetryProfile {
        angles = List.copyOf(angles);
    }

    /**
     * Measures.
     *
     * @param forErrors images whose codes are compared; none where only the accuracy is wanted
     * @param forAccuracy images that are classified; none where only the errors are wanted
     * @throws CancellationException where the progress asks to stop
     */
    public static SymmetryProfile of(
            Model model, Dataset forErrors, Dataset forAccuracy, List<Double> degrees, Progress progress) {
        List<EquivarianceError> errors =
                forErrors.size() == 0 ? List.of() : EquivarianceError.of(model, forErrors, degrees, progress);
        List<Double> accuracies = forAccuracy.size() == 0
                ? Collections.nCopies(degrees.size(), Double.NaN)
                : AccuracyByAngle.of(model, forAccuracy, degrees, progress);
        return EMPTY.with(new SymmetryProfile(IntStream.range(0, degrees.size())
                .mapToObj(i -> new Angle(
                        degrees.get(i),
                        errors.isEmpty() ? List.of() : errors.get(i).layers(),
                        accuracies.get(i)))
                .toList()));
    }

    /** What was measured apart, joined: errors and accuracies at the same angles. */
    public static SymmetryProfile of(List<EquivarianceError> errors, List<Double> accuracies) {
        return EMPTY.with(new SymmetryProfile(IntStream.range(0, errors.size())
                .mapToObj(i -> new Angle(errors.get(i).degrees(), errors.get(i).layers(), accuracies.get(i)))
                .toList()));
    }

    /** The same with more angles. */
    public SymmetryProfile with(SymmetryProfile more) {
        TreeMap<Double, Angle> all = new TreeMap<>();
        angles.forEach(angle -> all.put(angle.degrees(), angle));
        more.angles.forEach(angle -> all.put(angle.degrees(), angle));
        return new SymmetryProfile(List.copyOf(all.values()));
    }

    /**
     * The angles that show how a group's networks behave, in portions from coarse to fine: first every 30° and the group's own, then every
     * 15°, then every 5°. No angle comes twice.
     */
    public static List<List<Double>> portions(FiniteGroup group) {
        List<List<Double>> portions = new ArrayList<>();
        TreeSet<Double> taken = new TreeSet<>();
        for (int step : new int[] {30, 15, 5}) {
            TreeSet<Double> portion = new TreeSet<>();
            for (int degrees = 0; degrees < 360; degrees += step) {
                portion.add((double) degrees);
            }
            if (portions.isEmpty() && group.order() <= MOST_ELEMENTS) {
                IntStream.range(0, group.order()).forEach(r -> portion.add(group.angle(r)));
            }
            portion.removeAll(taken);
            taken.addAll(portion);
            portions.add(List.copyOf(portion));
        }
        return portions;
    }

    /** A table: the angle, each layer's error, the accuracy; numbers with a point, a line an angle. */
    public String toCsv() {
        int layers = angles.isEmpty() ? 0 : angles.get(0).errors().size();
        StringBuilder csv = new StringBuilder("degrees");
        IntStream.rangeClosed(1, layers)
                .forEach(l -> csv.append(",equivariance_error_").append(l));
        csv.append(",accuracy\n");
        for (Angle angle : angles) {
            csv.append(CyclicGroup.format(angle.degrees()));
            angle.errors().forEach(e -> csv.append(String.format(Locale.ROOT, ",%.6g", e)));
            csv.append(Double.isNaN(angle.accuracy()) ? "," : String.format(Locale.ROOT, ",%.6g", angle.accuracy()))
                    .append('\n');
        }
        return csv.toString();
    }
}
