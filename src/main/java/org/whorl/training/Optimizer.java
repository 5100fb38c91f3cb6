package org.whorl.training;

import java.util.ArrayList;
import java.util.List;

import org.whorl.network.ParameterLayout;
import org.whorl.network.ParameterLayout.Kind;
import org.whorl.network.Parameters;

/** What is done with a gradient: clipped, given to Adam, filters scaled to unit norm, thresholds kept at or above zero. */
final class Optimizer {
    private final Adam adam;
    private final List<ParameterLayout.Entry> filters;
    private final List<ParameterLayout.Entry> thresholds;
    private final float[] before;

    /**
     * What an update did.
     *
     * @param gradientNorm of the whole gradient, before clipping
     * @param layers how each layer's filters were changed
     */
    record Update(double gradientNorm, List<LayerUpdate> layers) {}

    Optimizer(ParameterLayout layout) {
        adam = new Adam(layout.learnedSize());
        List<ParameterLayout.Entry> learned =
                layout.entries().stream().filter(ParameterLayout.Entry::learned).toList();
        filters = learned.stream().filter(e -> e.kind() == Kind.FILTERS).toList();
        thresholds = learned.stream().filter(e -> e.kind() == Kind.THRESHOLDS).toList();
        before = new float[layout.learnedSize()];
    }

    Adam adam() {
        return adam;
    }

    /** A gradient's Euclidean norm. */
    static double norm(float[] gradient) {
        return norm(gradient, 0, gradient.length);
    }

    /**
     * Updates the parameters. The gradient is overwritten.
     *
     * @param norm the gradient's, finite
     * @param clip its greatest norm
     */
    Update update(Parameters parameters, float[] gradient, double norm, double learningRate, double clip) {
        float[] values = parameters.values();
        List<LayerUpdate> layers = new ArrayList<>(filters.size());
        for (ParameterLayout.Entry bank : filters) {
            System.arraycopy(values, bank.offset(), before, bank.offset(), bank.length());
            layers.add(new LayerUpdate(norm(gradient, bank.offset(), bank.length()), 0));
        }
        if (norm > clip) {
            float scale = (float) (clip / norm);
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] *= scale;
            }
        }
        adam.step(values, gradient, learningRate);
        parameters.normalizeFilters();
        for (ParameterLayout.Entry entry : thresholds) {
            for (int i = entry.offset(); i < entry.end(); i++) {
                values[i] = Math.max(0, values[i]);
            }
        }
        for (int l = 0; l < layers.size(); l++) {
            layers.set(l, new LayerUpdate(layers.get(l).gradientNorm(), ratio(values, filters.get(l))));
        }
        return new Update(norm, layers);
    }

    private static double norm(float[] values, int from, int count) {
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += (double) values[i] * values[i];
        }
        return Math.sqrt(sum);
    }

    private double ratio(float[] values, ParameterLayout.Entry bank) {
        double moved = 0;
        double all = 0;
        for (int i = bank.offset(); i < bank.end(); i++) {
            double difference = (double) values[i] - before[i];
            moved += difference * difference;
            all += (double) before[i] * before[i];
        }
        return all > 0 ? Math.sqrt(moved / all) : 0;
    }
}
