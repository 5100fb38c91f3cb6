package org.whorl.training;

import java.util.List;
import java.util.Optional;

import org.whorl.network.Parameters;

/**
 * A training session as it was at one moment. The parameters are a copy, not to be changed.
 *
 * @param state what it was doing
 * @param activity the same in a few words for people: “training”, “testing”, “whitening 40 %”
 * @param step steps done
 * @param stepsPerEpoch steps in an epoch
 * @param epoch epochs completed
 * @param epochs epochs in all
 * @param imagesPerSecond recent training speed; 0 before the first step
 * @param secondsLeft estimate for the whole run; NaN where unknown
 * @param activeFractions share of non-zeros in each layer's code at the last step; empty before
 * @param settings those that can change on the way, with their changes up to now
 * @param parameters as they were; empty before the network exists
 * @param failure one line for people, where it failed
 */
public record TrainingSnapshot(
        TrainingState state,
        String activity,
        int step,
        int stepsPerEpoch,
        int epoch,
        int epochs,
        double imagesPerSecond,
        double secondsLeft,
        List<Double> activeFractions,
        SettingsHistory settings,
        Optional<Parameters> parameters,
        Optional<String> failure) {}
