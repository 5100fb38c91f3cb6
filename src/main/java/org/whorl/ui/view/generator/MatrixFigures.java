package org.whorl.ui.view.generator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import org.apache.commons.math3.linear.RealMatrix;
import org.whorl.figure.Coloring;
import org.whorl.figure.ColumnsFigure;
import org.whorl.figure.Figure;
import org.whorl.figure.Numbers;
import org.whorl.figure.Palette;
import org.whorl.figure.SpectrumFigure;
import org.whorl.figure.Tiles;
import org.whorl.figure.TilesFigure;
import org.whorl.group.CanonicalForm;
import org.whorl.group.CyclicGroup;
import org.whorl.group.GeneratorFit;
import org.whorl.group.GeneratorMeasures;
import org.whorl.insight.LearnedGenerator;

/** The pictures of a matrix that was learned from pairs. */
final class MatrixFigures {
    private static final int MOST_COPIES = 12;

    private final LearnedGenerator learned;
    private final Palette palette;

    MatrixFigures(LearnedGenerator learned, Palette palette) {
        this.learned = learned;
        this.palette = palette;
    }

    /** A as a picture, a row for each pixel of the partner, a column for each of the picture. */
    Figure heatMap() {
        int n = learned.matrix().getRowDimension();
        float[] values = new float[n * n];
        for (int i = 0; i < n * n; i++) {
            values[i] = (float) learned.matrix().getEntry(i / n, i % n);
        }
        Tiles tiles = new Tiles(values, 1, 1, n, n);
        double limit = Math.max(1e-12, tiles.peak());
        return TilesFigure.of(
                "A as a heat map",
                String.format(
                        Locale.ROOT,
                        "%d × %d numbers from −%.2f to %.2f: each row says of which pixels a pixel of the partner is made.",
                        n,
                        n,
                        limit,
                        limit),
                tiles,
                new int[] {0},
                1,
                List.of(),
                List.of(),
                new double[] {limit},
                new Coloring(palette, false, true));
    }

    /** The eigenvalues before they are rounded, among the roots. */
    SpectrumFigure spectrum() {
        GeneratorFit fit = learned.fit();
        List<CanonicalForm.Plane> planes = fit.form().planes();
        return new SpectrumFigure(
                IntStream.range(0, planes.size())
                        .mapToObj(i -> new SpectrumFigure.Value(
                                planes.get(i).angle(),
                                planes.get(i).dimension() == 2,
                                fit.energies().get(i)))
                        .toList(),
                learned.order());
    }

    /** How far N steps of the matrix that keeps lengths, before rounding, are from leading back. */
    ColumnsFigure closure() {
        RealMatrix orthogonal = learned.fit().orthogonal();
        List<ColumnsFigure.Column> columns = new ArrayList<>();
        int least = 1;
        double[] values = new double[GeneratorFit.MAX_ORDER + 1];
        for (int n = 1; n <= GeneratorFit.MAX_ORDER; n++) {
            values[n] = GeneratorMeasures.closure(orthogonal, n);
            least = values[n] < values[least] ? n : least;
        }
        OptionalInt order = learned.order();
        for (int n = 1; n <= GeneratorFit.MAX_ORDER; n++) {
            columns.add(new ColumnsFigure.Column(
                    Integer.toString(n), values[n], order.isPresent() && n % order.getAsInt() == 0));
        }
        String found = order.isPresent()
                ? String.format(
                        Locale.ROOT,
                        "%.3f at the group’s order %d, whose multiples are marked, and %s after rounding",
                        values[order.getAsInt()],
                        order.getAsInt(),
                        Numbers.format(learned.closure().orElseThrow()))
                : String.format(Locale.ROOT, "least at %d with %.3f, which makes no group", least, values[least]);
        return new ColumnsFigure(
                "Closure by N", "‖Aᴺ − I‖/√n of the orthogonal A for N from 1 to 24: " + found + ".", columns);
    }

    /** By how much each copy of a filter is turned that is a rotation; empty where A is none. */
    private Optional<Double> angle() {
        return learned.recoveredAngle().isPresent()
                ? Optional.of(learned.recoveredAngle().getAsDouble())
                : Optional.empty();
    }

    /**
     * The orbit of a filter under A, and below it, where A is a rotation, the filter rotated by interpolation.
     *
     * @param filter [side · side]
     * @param name of it, for people
     */
    Figure orbit(float[] filter, String name) {
        int side = learned.pairs().side();
        int[] support = learned.pairs().support();
        int copies = Math.min(MOST_COPIES, learned.order().orElse(MOST_COPIES / 2));
        Optional<Double> angle = angle();
        int rows = angle.isPresent() ? 2 : 1;
        float[] values = new float[rows * copies * side * side];
        double[] seen = IntStream.of(support).mapToDouble(i -> filter[i]).toArray();
        double[] turned = seen.clone();
        for (int r = 0; r < copies; r++) {
            put(turned, support, values, r * side * side);
            turned = learned.matrix().operate(turned);
            if (angle.isPresent()) {
                RealMatrix rotation = GeneratorMeasures.rotation(side, r * angle.get(), support);
                put(rotation.operate(seen), support, values, (copies + r) * side * side);
            }
        }
        Tiles tiles = new Tiles(values, rows * copies, 1, side, side);
        double[] limits = new double[rows * copies];
        Arrays.fill(limits, Math.max(1e-12, tiles.peak()));
        String rotated = angle.map(a -> String.format(
                        Locale.ROOT, " Below it the filter rotated by multiples of %.2f°, bicubically.", a))
                .orElse(" A is no rotation, so that none stands beside it.");
        return TilesFigure.of(
                "The orbit of a filter under A",
                name + " and what A makes of it, " + (copies - 1) + " times." + rotated,
                tiles,
                IntStream.range(0, rows * copies).toArray(),
                copies,
                rows == 2 ? List.of("A", "rotated") : List.of("A"),
                IntStream.range(0, copies)
                        .mapToObj(r -> angle.map(a -> CyclicGroup.format(Math.rint(r * a * 10) / 10) + "°")
                                .orElse(r == 0 ? "w" : r == 1 ? "A w" : "A" + Numbers.superscript(r) + " w"))
                        .toList(),
                limits,
                new Coloring(palette, false, true));
    }

    private static void put(double[] seen, int[] support, float[] values, int at) {
        for (int i = 0; i < support.length; i++) {
            values[at + support[i]] = (float) seen[i];
        }
    }
}
