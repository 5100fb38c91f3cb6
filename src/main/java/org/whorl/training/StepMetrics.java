package org.whorl.training;

import java.util.List;

/**
 * What one training step measured.
 *
 * @param step from 1
 * @param loss the objective's mean over the batch
 * @param accuracy share of the batch that was classified rightly before the update, 0 to 1; NaN without labels
 * @param learningRate the rate that was used
 * @param gradientNorm of all parameters together, before clipping
 * @param form how far the first layer's filters have form, {@link org.whorl.insight.BankForm#median}; NaN where it was not measured
 * @param layers how the filters of each layer were changed; of the one bank where weights are tied
 */
public record StepMetrics(
        int step,
        double loss,
        double accuracy,
        double learningRate,
        double gradientNorm,
        double form,
        List<LayerUpdate> layers) {
    public StepMetrics {
        layers = List.copyOf(layers);
    }
}
