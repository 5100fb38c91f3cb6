package org.whorl.network;

import java.util.Arrays;

import org.whorl.network.ParameterLayout.Kind;

/** The objective of one image and its gradient by the final code. */
final class Losses {
    private final NetworkSpec spec;
    private final Weights weights;

    Losses(NetworkSpec spec, Weights weights) {
        this.spec = spec;
        this.weights = weights;
    }

    /**
     * Adds an image's share of the loss, of the head's gradient and of the last bank's to the slice's sums, and leaves the gradient by the
     * code that is in {@code work} in its gradient.
     *
     * @param count images of the batch, over which the loss is a mean
     */
    void add(
            Parameters parameters, float[] images, int imageAt, int label, int count, SliceSums slice, Workspace work) {
        if (spec.objective().classify() > 0) {
            classify(parameters, label, count, slice, work);
        } else {
            Arrays.fill(work.gradient, 0);
        }
        if (spec.objective().reconstruct() > 0) {
            reconstruct(images, imageAt, count, slice, work);
        }
    }

    private void classify(Parameters parameters, int label, int count, SliceSums slice, Workspace work) {
        ParameterLayout layout = parameters.layout();
        int weight = layout.offset(Kind.HEAD_WEIGHT, 0);
        int bias = layout.offset(Kind.HEAD_BIAS, 0);
        double[] logits = work.head.forward(work.passes, work.maps, work.code, parameters.values(), weight, bias);
        double max = Double.NEGATIVE_INFINITY;
        int best = 0;
        for (int c = 0; c < logits.length; c++) {
            if (logits[c] > max) {
                max = logits[c];
                best = c;
            }
        }
        double sum = 0;
        for (double logit : logits) {
            sum += Math.exp(logit - max);
        }
        double weightOfLoss = spec.objective().classify();
        slice.loss += weightOfLoss * (max + Math.log(sum) - logits[label]);
        slice.correct += best == label ? 1 : 0;
        double[] byLogits = work.head.byLogits();
        for (int c = 0; c < logits.length; c++) {
            byLogits[c] = weightOfLoss / count * (Math.exp(logits[c] - max) / sum - (c == label ? 1 : 0));
        }
        work.head.backward(work.passes, work.maps, parameters.values(), weight, slice.headGradient, work.gradient);
    }

    /** ½‖x − x̂‖² + λ‖z‖₁, where x̂ is synthesized by the last layer's bank. */
    private void reconstruct(float[] images, int imageAt, int count, SliceSums slice, Workspace work) {
        int l = spec.layers() - 1;
        double share = spec.objective().reconstruct();
        float factor = (float) (share / count);
        float step = (float) spec.stepSize();
        work.convolution.synthesize(work.code, 0, weights.filters(l), work.image, 0);
        double loss = 0;
        for (int i = 0; i < work.image.length; i++) {
            float error = work.image[i] - images[imageAt + i];
            loss += (double) error * error / 2;
            work.residual[i] = factor * error;
        }
        work.convolution.analyze(work.residual, 0, weights.filters(l), work.correlations, 0);
        for (int k = 0; k < work.maps.count(); k++) {
            float lambda = weights.thresholds(l)[k] / step;
            double sum = 0;
            for (int i = k * work.maps.stride(); i < (k + 1) * work.maps.stride(); i++) {
                float z = work.code[i];
                work.gradient[i] += work.correlations[i] + factor * lambda * Math.signum(z);
                sum += Math.abs(z);
            }
            loss += lambda * sum;
        }
        // The layer's own gradient is scaled by the step size when it is taken, this part is not.
        for (int i = 0; i < work.image.length; i++) {
            work.residual[i] /= step;
        }
        work.convolution.correlate(work.residual, 0, work.code, 0, 1);
        slice.loss += share * loss;
    }
}
