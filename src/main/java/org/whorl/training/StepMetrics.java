package org.whorl.training;

/**
 * What one training step measured.
 *
 * @param step from 1
 * @param loss the objective's mean over the batch
 * @param accuracy share of the batch that was classified rightly before the update, 0 to 1; NaN without labels
 * @param learningRate the rate that was used
 * @param gradientNorm before clipping
 */
public record StepMetrics(int step, double loss, double accuracy, double learningRate, double gradientNorm) {}
