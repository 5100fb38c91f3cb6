package org.whorl.training;

import java.util.ArrayList;
import java.util.List;

/**
 * How far a run has come, with the running epoch's sums.
 *
 * @param step steps done
 * @param epoch epochs completed
 * @param stepInEpoch steps done in the running epoch
 * @param lossSum of the running epoch's images
 * @param correct images of the running epoch that were classified rightly
 * @param images of the running epoch
 * @param gradientNormSum of the running epoch's steps
 * @param seconds that the running epoch's steps took
 * @param updateSums update : parameter of each layer, of the running epoch's steps; empty before the first
 * @param activeFractions share of non-zeros in each layer's code at the last step; empty before it
 */
record Position(
        int step,
        int epoch,
        int stepInEpoch,
        double lossSum,
        long correct,
        long images,
        double gradientNormSum,
        double seconds,
        List<Double> updateSums,
        List<Double> activeFractions) {
    static final Position START = new Position(0, 0, 0, 0, 0, 0, 0, 0, List.of(), List.of());

    Position {
        if (step < 0 || epoch < 0 || stepInEpoch < 0 || stepInEpoch > step || images < 0) {
            throw new IllegalArgumentException("position: expected steps, epochs and images of at least 0, found step "
                    + step + ", " + stepInEpoch + " of epoch " + epoch + ", " + images + " images");
        }
        // Checkpoints of before these were kept have none.
        updateSums = updateSums == null ? List.of() : List.copyOf(updateSums);
        activeFractions = activeFractions == null ? List.of() : List.copyOf(activeFractions);
    }

    /** After one more step. */
    Position after(StepMetrics metrics, int correctImages, int count, List<Double> active, double stepSeconds) {
        List<Double> updates = new ArrayList<>(metrics.layers().size());
        for (int l = 0; l < metrics.layers().size(); l++) {
            double before = l < updateSums.size() ? updateSums.get(l) : 0;
            updates.add(before + metrics.layers().get(l).ratio());
        }
        return new Position(
                step + 1,
                epoch,
                stepInEpoch + 1,
                lossSum + metrics.loss() * count,
                correct + correctImages,
                images + count,
                gradientNormSum + metrics.gradientNorm(),
                seconds + stepSeconds,
                updates,
                active);
    }

    Position nextEpoch() {
        return new Position(step, epoch + 1, 0, 0, 0, 0, 0, 0, List.of(), activeFractions);
    }
}
