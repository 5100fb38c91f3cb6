package org.whorl.training;

import org.whorl.network.ParameterLayout;
import org.whorl.network.Parameters;

/** What is done with a gradient: clipped, given to Adam, filters scaled to unit norm, thresholds kept at or above zero. */
final class Optimizer {
    private final Parameters parameters;
    private final Adam adam;
    private final double clip;

    Optimizer(Parameters parameters, double clip) {
        this.parameters = parameters;
        this.clip = clip;
        adam = new Adam(parameters.layout().learnedSize());
    }

    Adam adam() {
        return adam;
    }

    /** Updates the parameters; returns the gradient's norm before clipping. The gradient is overwritten. */
    double update(float[] gradient, double learningRate) {
        double sum = 0;
        for (float g : gradient) {
            sum += (double) g * g;
        }
        double norm = Math.sqrt(sum);
        if (norm > clip) {
            float scale = (float) (clip / norm);
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] *= scale;
            }
        }
        adam.step(parameters.values(), gradient, learningRate);
        parameters.normalizeFilters();
        for (ParameterLayout.Entry entry : parameters.layout().entries()) {
            if (entry.learned() && entry.name().endsWith("/lambda")) {
                for (int i = entry.offset(); i < entry.offset() + entry.length(); i++) {
                    parameters.values()[i] = Math.max(0, parameters.values()[i]);
                }
            }
        }
        return norm;
    }
}
