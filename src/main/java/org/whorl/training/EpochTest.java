package org.whorl.training;

import org.whorl.network.Evaluation;

/**
 * What the test after an epoch found, image by image. Treat the arrays as read-only.
 *
 * @param epoch from 1
 * @param labels the class of each test image
 * @param result what was found for each
 */
public record EpochTest(int epoch, int[] labels, Evaluation.Result result) {}
