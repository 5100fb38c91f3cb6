package org.whorl.network;

import java.util.Arrays;

import org.whorl.network.ParameterLayout.Kind;

/**
 * The batch norm between a layer and the next as it is for one batch: v = γ (w − mean)/deviation + β, with a value for each filter, also
 * where the filters of an orbit share one. Fitted forward, then back. In networks without norms it is and stays the identity.
 */
final class BatchNorm {
    /** v = scale · w + shift, where w is the code with its momentum. */
    final PointMap map;

    final float[] mean;
    /** ∂loss/∂w = a · ∂loss/∂v + b · w + c. */
    final float[] a;

    final float[] b;
    final float[] c;

    private final int layer;
    private final double[] deviation;
    private final boolean learned;

    BatchNorm(NetworkSpec spec, int layer) {
        int filters = spec.filters();
        this.layer = layer;
        map = new PointMap((float) spec.momentum(layer), new float[filters], new float[filters]);
        mean = new float[filters];
        deviation = new double[filters];
        a = new float[filters];
        b = new float[filters];
        c = new float[filters];
        learned = spec.norm() == Normalization.BATCH;
        if (!learned) {
            Arrays.fill(map.scale(), 1);
            Arrays.fill(a, 1);
        }
    }

    /**
     * Takes the batch's statistics, and moves the running ones towards them.
     *
     * @param sums Σ w of each channel
     * @param squares Σ w²
     * @param size values of a channel in the batch
     * @param towards how far running statistics move, 0 to 1
     */
    void fit(Parameters parameters, double[] sums, double[] squares, double size, double towards) {
        if (!learned) {
            return;
        }
        float[] values = parameters.values();
        int gamma = parameters.layout().offset(Kind.NORM_SCALE, layer);
        int beta = parameters.layout().offset(Kind.NORM_SHIFT, layer);
        int runningMean = parameters.layout().offset(Kind.NORM_MEAN, layer);
        int runningVariance = parameters.layout().offset(Kind.NORM_VARIANCE, layer);
        for (int channel = 0; channel < sums.length; channel++) {
            double average = sums[channel] / size;
            double variance = Math.max(0, squares[channel] / size - average * average);
            double root = Math.sqrt(variance + Weights.NORM_EPSILON);
            double unbiased = size > 1 ? variance * size / (size - 1) : variance;
            values[runningMean + channel] += (float) (towards * (average - values[runningMean + channel]));
            values[runningVariance + channel] += (float) (towards * (unbiased - values[runningVariance + channel]));
            double factor = values[gamma + channel] / root;
            for (int k = channel; k < mean.length; k += sums.length) {
                mean[k] = (float) average;
                deviation[k] = root;
                map.scale()[k] = (float) factor;
                map.shift()[k] = (float) (values[beta + channel] - average * factor);
            }
        }
    }

    /**
     * The way back: with ŵ = (w − mean)/deviation, ∂w = γ/deviation · (∂v − mean(∂v) − ŵ · mean(∂v·ŵ)), which is linear in ∂v and w.
     *
     * @param sums Σ ∂v of each channel
     * @param products Σ ∂v · (w − mean)
     * @param gradient receives the gradients by γ and β
     */
    void fitGradient(Parameters parameters, double[] sums, double[] products, double size, float[] gradient) {
        if (!learned) {
            return;
        }
        int gamma = parameters.layout().offset(Kind.NORM_SCALE, layer);
        int beta = parameters.layout().offset(Kind.NORM_SHIFT, layer);
        for (int channel = 0; channel < sums.length; channel++) {
            double root = deviation[channel];
            double factor = parameters.values()[gamma + channel] / root;
            double slope = products[channel] / (size * root * root);
            gradient[beta + channel] = (float) sums[channel];
            gradient[gamma + channel] = (float) (products[channel] / root);
            for (int k = channel; k < mean.length; k += sums.length) {
                a[k] = (float) factor;
                b[k] = (float) (-factor * slope);
                c[k] = (float) (factor * (slope * mean[k] - sums[channel] / size));
            }
        }
    }
}
