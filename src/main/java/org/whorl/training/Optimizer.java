package org.whorl.training;

import java.util.ArrayList;
import java.util.List;

import org.whorl.network.ParameterLayout;
import org.whorl.network.ParameterLayout.Kind;
import org.whorl.network.Parameters;

/** What is done with a gradient: clipped, given to Adam, filters and matrices scaled to unit norm, thresholds kept at or above zero. */
final class Optimizer {
    private final Adam adam;
    private final List<ParameterLayout.Entry> filters;
    private final List<ParameterLayout.Entry> thresholds;
    private final List<ParameterLayout.Entry> angles;
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
        angles = layout.angles();
        before = new float[layout.learnedSize()];
    }

    Adam adam() {
        return adam;
    }

    /**
     * Takes from a gradient what would only change the norms of filters, which are scaled to 1 after every step. Under a strong threshold
     * that is most of it, since larger filters need smaller codes; and as Adam gives every value the same pace, it would make the values of
     * a filter alike.
     */
    void keepNorms(Parameters parameters, float[] gradient) {
        float[] values = parameters.values();
        for (ParameterLayout.Entry bank : filters) {
            int area = bank.shape().get(2) * bank.shape().get(3);
            for (int at = bank.offset(); at < bank.end(); at += area) {
                double along = 0;
                double square = 0;
                for (int i = at; i < at + area; i++) {
                    along += (double) gradient[i] * values[i];
                    square += (double) values[i] * values[i];
                }
                double share = square > 0 ? along / square : 0;
                for (int i = at; i < at + area; i++) {
                    gradient[i] -= (float) (share * values[i]);
                }
            }
        }
    }

    /** A gradient's Euclidean norm, without learned angles, which have a unit of their own. */
    double norm(float[] gradient) {
        double sum = 0;
        int from = 0;
        for (ParameterLayout.Entry angle : angles) {
            sum = addSquares(sum, gradient, from, angle.offset());
            from = angle.end();
        }
        return Math.sqrt(addSquares(sum, gradient, from, gradient.length));
    }

    /**
     * Updates the parameters. The gradient is overwritten.
     *
     * @param norm the gradient's, finite
     * @param angleRate the learning rate of angles, in radians; their gradient is not clipped
     * @param clip its greatest norm
     */
    Update update(
            Parameters parameters, float[] gradient, double norm, double learningRate, double angleRate, double clip) {
        float[] values = parameters.values();
        List<LayerUpdate> layers = new ArrayList<>(filters.size());
        for (ParameterLayout.Entry bank : filters) {
            System.arraycopy(values, bank.offset(), before, bank.offset(), bank.length());
            layers.add(new LayerUpdate(norm(gradient, bank.offset(), bank.length()), 0));
        }
        if (norm > clip) {
            scale(gradient, (float) (clip / norm));
        }
        move(values, gradient, learningRate, angleRate);
        parameters.normalizeFilters();
        parameters.constrainOrbits();
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

    private void scale(float[] gradient, float factor) {
        int from = 0;
        for (ParameterLayout.Entry angle : angles) {
            scale(gradient, from, angle.offset(), factor);
            from = angle.end();
        }
        scale(gradient, from, gradient.length, factor);
    }

    private static void scale(float[] gradient, int from, int to, float factor) {
        for (int i = from; i < to; i++) {
            gradient[i] *= factor;
        }
    }

    private void move(float[] values, float[] gradient, double learningRate, double angleRate) {
        adam.begin();
        int from = 0;
        for (ParameterLayout.Entry angle : angles) {
            adam.move(values, gradient, from, angle.offset(), learningRate);
            adam.move(values, gradient, angle.offset(), angle.end(), angleRate);
            from = angle.end();
        }
        adam.move(values, gradient, from, gradient.length, learningRate);
    }

    private static double norm(float[] values, int from, int count) {
        return Math.sqrt(addSquares(0, values, from, from + count));
    }

    private static double addSquares(double to, float[] values, int from, int end) {
        double sum = to;
        for (int i = from; i < end; i++) {
            sum += (double) values[i] * values[i];
        }
        return sum;
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
