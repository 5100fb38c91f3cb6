package org.whorl.ui.view.codes;

import java.util.Arrays;
import java.util.Locale;

import org.whorl.figure.Computation;
import org.whorl.figure.FilterBank;
import org.whorl.figure.Numbers;
import org.whorl.figure.Tiles;
import org.whorl.kernel.Geometry;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Parameters;
import org.whorl.network.Shrinkage;
import org.whorl.network.Trace;

/**
 * How one element of a code comes about: u = S(v + α · ⟨patch, filter⟩, α·λ).
 *
 * @param patch the part of the residual under the filter, zeros outside the image
 * @param filter the filter
 * @param correlation a = ⟨patch, filter⟩
 * @param momentum v
 * @param step α
 * @param preThreshold v + α·a
 * @param threshold α·λ
 * @param result u
 * @param shrinkage S
 */
record ElementSum(
        Tiles patch,
        Tiles filter,
        double correlation,
        double momentum,
        double step,
        double preThreshold,
        double threshold,
        double result,
        Shrinkage shrinkage) {
    /**
     * The sum behind an element.
     *
     * @param layer from 0
     * @param k the filter
     * @param row of the code map
     * @param column of the code map
     */
    static ElementSum of(Parameters parameters, FilterBank bank, Trace trace, int layer, int k, int row, int column) {
        NetworkSpec spec = parameters.spec();
        Geometry g = trace.geometry();
        Trace.Layer held = trace.layers().get(layer);
        float[] patch = new float[g.filterSize()];
        for (int c = 0; c < g.channels(); c++) {
            for (int i = 0; i < g.kernelHeight(); i++) {
                for (int j = 0; j < g.kernelWidth(); j++) {
                    int y = row + i - g.padding();
                    int x = column + j - g.padding();
                    if (y >= 0 && x >= 0 && y < g.height() && x < g.width()) {
                        patch[(c * g.kernelHeight() + i) * g.kernelWidth() + j] =
                                held.residual()[(c * g.height() + y) * g.width() + x];
                    }
                }
            }
        }
        float[] filter = bank.tiles().tile(k);
        double correlation = 0;
        for (int i = 0; i < filter.length; i++) {
            correlation += (double) patch[i] * filter[i];
        }
        int at = k * g.mapSize() + row * g.codeWidth() + column;
        double momentum = held.momentum()[at];
        double pre = momentum + spec.stepSize() * correlation;
        double threshold = held.threshold()[k];
        double result = spec.shrinkage() == Shrinkage.SOFT
                ? Math.signum(pre) * Math.max(Math.abs(pre) - threshold, 0)
                : Math.max(pre - threshold, 0);
        return new ElementSum(
                new Tiles(patch, 1, g.channels(), g.kernelHeight(), g.kernelWidth()),
                new Tiles(filter, 1, g.channels(), g.kernelHeight(), g.kernelWidth()),
                correlation,
                momentum,
                spec.stepSize(),
                pre,
                threshold,
                result,
                spec.shrinkage());
    }

    /**
     * The same as something that can be seen to happen.
     *
     * @param layer from 0
     * @param k the filter
     * @param row of the code map
     * @param column of the code map
     */
    Computation computation(Trace trace, int layer, int k, int row, int column) {
        Geometry g = trace.geometry();
        Trace.Layer held = trace.layers().get(layer);
        float[] map = Arrays.copyOfRange(held.code(), k * g.mapSize(), (k + 1) * g.mapSize());
        return new Computation(
                new Tiles(held.residual(), 1, g.channels(), g.height(), g.width()),
                row - g.padding(),
                column - g.padding(),
                patch,
                filter,
                momentum,
                step * correlation,
                threshold,
                result,
                shrinkage == Shrinkage.SOFT,
                new Tiles(map, 1, 1, g.codeHeight(), g.codeWidth()),
                row,
                column);
    }

    /** ⟨patch, filter⟩ with its number. */
    String correlationText() {
        return "a = ⟨patch, filter⟩ = " + Numbers.format(correlation);
    }

    /** v + α·a with its numbers. */
    String preThresholdText() {
        return "v + α·a = " + Numbers.format(momentum) + " + " + plain(step) + " · " + bracketed(correlation) + " = "
                + Numbers.format(preThreshold);
    }

    /** The shrinkage with its numbers. */
    String resultText() {
        String t = Numbers.format(threshold);
        return shrinkage == Shrinkage.SOFT
                ? "u = sign · max(|" + Numbers.format(preThreshold) + "| − " + t + ", 0) = " + Numbers.format(result)
                : "u = max(" + Numbers.format(preThreshold) + " − " + t + ", 0) = " + Numbers.format(result);
    }

    /** All of it in one sentence. */
    String words() {
        return "The patch of the residual under the filter correlates with it by " + Numbers.format(correlation)
                + "; times the step " + plain(step) + ", added to " + Numbers.format(momentum)
                + ", that makes " + Numbers.format(preThreshold) + ", which the threshold " + Numbers.format(threshold)
                + (result == 0 ? " makes zero." : " shrinks to " + Numbers.format(result) + ".");
    }

    private static String bracketed(double value) {
        return value < 0 ? "(" + Numbers.format(value) + ")" : Numbers.format(value);
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : String.valueOf((float) value);
    }
}
