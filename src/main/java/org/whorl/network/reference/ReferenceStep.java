package org.whorl.network.reference;

/**
 * What one batch teaches.
 *
 * @param loss the objective
 * @param correct images whose highest score is that of their label; 0 where the objective does not classify
 * @param gradient of the loss by everything learned, arranged as the learned part of the parameters' layout
 * @param updated all parameters as they were, but for running statistics that have seen this batch
 * @param pass what the batch went through, in training mode
 */
public record ReferenceStep(double loss, int correct, double[] gradient, double[] updated, ReferencePass pass) {}
