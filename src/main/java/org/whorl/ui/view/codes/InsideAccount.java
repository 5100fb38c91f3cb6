package org.whorl.ui.view.codes;

import java.util.ArrayList;
import java.util.List;

import org.whorl.figure.LayerMaps;
import org.whorl.figure.Numbers;
import org.whorl.figure.Tiles;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Normalization;
import org.whorl.network.Shrinkage;
import org.whorl.network.Trace;
import org.whorl.network.Unfolding;
import org.whorl.ui.model.FilterInspection;
import org.whorl.ui.model.InsideStep;
import org.whorl.ui.model.InsideStep.Stage;
import org.whorl.ui.model.input.Codes;

/**
 * What there is to show of one computation inside a network.
 *
 * @param step which
 * @param equations of its whole layer, in order
 * @param pictures what goes in and what comes out; the last is the result
 * @param words one sentence on what happens
 */
record InsideAccount(InsideStep step, List<Equation> equations, List<Picture> pictures, String words) {
    /**
     * One line of the algorithm.
     *
     * @param formula with the layer's numbers as subscripts
     * @param numbers what came of it for this image
     */
    record Equation(Stage stage, String formula, String numbers) {}

    /**
     * A picture, or a bank's maps.
     *
     * @param caption what it is, as in the formula
     */
    record Picture(String caption, Tiles tiles) {
        /** Whether there is one for each filter. */
        boolean maps() {
            return tiles.count() > 1;
        }
    }

    InsideAccount {
        equations = List.copyOf(equations);
        pictures = List.copyOf(pictures);
    }

    /** The account of a computation that the network makes. */
    static InsideAccount of(Codes codes, InsideStep step) {
        NetworkSpec spec = codes.shown().spec();
        Trace trace = codes.trace();
        List<Equation> equations = InsideStep.stages(spec, step.layer()).stream()
                .map(stage -> equation(spec, trace, step.layer(), stage))
                .toList();
        return new InsideAccount(step, equations, pictures(codes, step), words(spec, step));
    }

    private static Equation equation(NetworkSpec spec, Trace trace, int l, Stage stage) {
        Trace.Layer held = trace.layers().get(l);
        String i = subscript(l + 1);
        boolean momentum = spec.unfolding() == Unfolding.FISTA;
        boolean norm = spec.norm() == Normalization.BATCH;
        String step = Numbers.format(spec.stepSize());
        return switch (stage) {
            case RESIDUAL ->
                new Equation(
                        stage,
                        l == 0
                                ? "r₁ = x"
                                : "r" + i + " = x − W" + i + " v" + i
                                        + (norm || momentum ? "" : ", v" + i + " = u" + subscript(l)),
                        "½‖r‖² = " + Numbers.format(halfSquares(held.residual())));
            case CORRELATION ->
                new Equation(stage, "a" + i + " = W" + i + "ᵀ r" + i, greatest("a", held.correlation()));
            case PRE_THRESHOLD ->
                new Equation(
                        stage,
                        "p" + i + " = " + (l == 0 ? "" : "v" + i + " + ") + "α · a" + i,
                        "α = " + step + ", " + greatest("p", held.preThreshold()));
            case CODE ->
                new Equation(
                        stage,
                        spec.shrinkage() == Shrinkage.SOFT
                                ? "u" + i + " = sign(p" + i + ") · max(|p" + i + "| − αλ, 0)"
                                : "u" + i + " = max(p" + i + " − αλ, 0)",
                        "αλ = " + thresholds(held) + ", " + FilterInspection.percent(held.activeFraction())
                                + " active");
            case MOMENTUM ->
                new Equation(
                        stage,
                        (norm ? "" : "v" + subscript(l + 2) + " = ") + "w" + i + " = u" + i + " + β · "
                                + (l == 0 ? "u₁" : "(u" + i + " − u" + subscript(l) + ")"),
                        "β = " + Numbers.format(held.momentumFactor()));
            case NORM ->
                new Equation(
                        stage,
                        "v" + subscript(l + 2) + " = BatchNorm" + i + "(" + (momentum ? "w" : "u") + i + ")",
                        greatest("v", trace.layers().get(l + 1).momentum()));
        };
    }

    private static List<Picture> pictures(Codes codes, InsideStep step) {
        Trace trace = codes.trace();
        int l = step.layer();
        String i = subscript(l + 1);
        Trace.Layer held = trace.layers().get(l);
        List<Picture> pictures = new ArrayList<>();
        switch (step.stage()) {
            case RESIDUAL -> {
                pictures.add(new Picture("x", image(trace, codes.prepared())));
                if (l > 0) {
                    float[] explained = new float[codes.prepared().length];
                    for (int p = 0; p < explained.length; p++) {
                        explained[p] = codes.prepared()[p] - held.residual()[p];
                    }
                    pictures.add(new Picture("W" + i + " v" + i, image(trace, explained)));
                }
                pictures.add(new Picture("r" + i, image(trace, held.residual())));
            }
            case CORRELATION -> {
                pictures.add(new Picture("r" + i, image(trace, held.residual())));
                pictures.add(new Picture("a" + i, LayerMaps.CORRELATION.of(trace, l)));
            }
            case PRE_THRESHOLD -> {
                pictures.add(
                        l == 0
                                ? new Picture("a₁", LayerMaps.CORRELATION.of(trace, l))
                                : new Picture("v" + i, LayerMaps.MOMENTUM.of(trace, l)));
                pictures.add(new Picture("p" + i, LayerMaps.PRE_THRESHOLD.of(trace, l)));
            }
            case CODE -> {
                pictures.add(new Picture("p" + i, LayerMaps.PRE_THRESHOLD.of(trace, l)));
                pictures.add(new Picture("u" + i, LayerMaps.CODE.of(trace, l)));
            }
            case MOMENTUM -> {
                pictures.add(new Picture("u" + i, LayerMaps.CODE.of(trace, l)));
                pictures.add(new Picture("w" + i, LayerMaps.EXTRAPOLATED.of(trace, l)));
            }
            case NORM -> {
                boolean momentum = codes.shown().spec().unfolding() == Unfolding.FISTA;
                pictures.add(new Picture((momentum ? "w" : "u") + i, LayerMaps.EXTRAPOLATED.of(trace, l)));
                pictures.add(new Picture("v" + subscript(l + 2), LayerMaps.MOMENTUM.of(trace, l + 1)));
            }
        }
        return pictures;
    }

    private static String words(NetworkSpec spec, InsideStep step) {
        int l = step.layer();
        return switch (step.stage()) {
            case RESIDUAL ->
                l == 0
                        ? "The first layer starts from nothing: all of the image has still to be explained."
                        : "What the filters make of v is taken away from the image; what is left has still to be explained.";
            case CORRELATION -> "Every filter is held against every place of the residual: how alike are they?";
            case PRE_THRESHOLD ->
                l == 0
                        ? "A small step α in the direction in which the error falls."
                        : "A small step α from v in the direction in which the error falls.";
            case CODE ->
                spec.shrinkage() == Shrinkage.SOFT
                        ? "What is nearer to zero than αλ becomes zero, the rest moves towards zero by αλ: the code is sparse."
                        : "What is not above αλ becomes zero, the rest is made smaller by αλ: the code is sparse.";
            case MOMENTUM ->
                l == 0
                        ? "FISTA's momentum begins with β = 0: the code goes on as it is."
                        : "FISTA's momentum: the code goes on in the direction in which it has just moved.";
            case NORM ->
                "Every map is shifted and scaled by numbers that were learned; the next layer starts from there.";
        };
    }

    private static Tiles image(Trace trace, float[] values) {
        var g = trace.geometry();
        return new Tiles(values, 1, g.channels(), g.height(), g.width());
    }

    private static String greatest(String name, float[] values) {
        float peak = 0;
        for (float v : values) {
            peak = Math.max(peak, Math.abs(v));
        }
        return "greatest |" + name + "| = " + Numbers.format(peak);
    }

    private static double halfSquares(float[] values) {
        double sum = 0;
        for (float v : values) {
            sum += (double) v * v;
        }
        return sum / 2;
    }

    /** α·λ: one number, or from the least to the greatest where every filter has its own. */
    static String thresholds(Trace.Layer held) {
        float least = held.threshold()[0];
        float greatest = least;
        for (float t : held.threshold()) {
            least = Math.min(least, t);
            greatest = Math.max(greatest, t);
        }
        return least == greatest ? Numbers.format(least) : Numbers.format(least) + " to " + Numbers.format(greatest);
    }

    private static String subscript(int number) {
        StringBuilder text = new StringBuilder();
        for (char c : Integer.toString(number).toCharArray()) {
            text.append((char) ('₀' + c - '0'));
        }
        return text.toString();
    }
}
