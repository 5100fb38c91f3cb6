package org.whorl.ui.run;

import java.util.List;

import org.whorl.training.EpochMetrics;
import org.whorl.training.MetricsHistory;
import org.whorl.training.StepMetrics;

/** The curves of one run, and the pace at which they grow. FX thread only. */
public final class Curves {
    private static final double MEMORY = 0.93;

    private final Curve trainLoss = new Curve(MEMORY);
    private final Curve trainAccuracy = new Curve(MEMORY);
    private final Curve testLoss = new Curve(0);
    private final Curve testAccuracy = new Curve(0);
    private int steps;
    private int epochs;

    /**
     * Takes over what is new.
     *
     * @param stepsPerEpoch so that steps can be drawn in epochs
     * @return whether there was anything
     */
    public boolean take(MetricsHistory history, int stepsPerEpoch) {
        if (stepsPerEpoch <= 0) {
            return false;
        }
        List<StepMetrics> newSteps = history.stepsFrom(steps);
        for (StepMetrics step : newSteps) {
            double at = (double) step.step() / stepsPerEpoch;
            trainLoss.add(at, step.loss());
            trainAccuracy.add(at, step.accuracy());
        }
        List<EpochMetrics> newEpochs = history.epochsFrom(epochs);
        for (EpochMetrics epoch : newEpochs) {
            if (!Double.isNaN(epoch.testLoss())) {
                testLoss.add(epoch.epoch(), epoch.testLoss());
                testAccuracy.add(epoch.epoch(), epoch.testAccuracy());
            }
        }
        steps += newSteps.size();
        epochs += newEpochs.size();
        return !newSteps.isEmpty() || !newEpochs.isEmpty();
    }

    public Curve trainLoss() {
        return trainLoss;
    }

    public Curve trainAccuracy() {
        return trainAccuracy;
    }

    public Curve testLoss() {
        return testLoss;
    }

    public Curve testAccuracy() {
        return testAccuracy;
    }
}
