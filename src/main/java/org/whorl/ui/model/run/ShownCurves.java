package org.whorl.ui.model.run;

import java.util.List;
import java.util.Optional;

import org.whorl.network.Objective;
import org.whorl.training.EpochMetrics;

/**
 * The curves of a training that is over: of a kept run, or of a model that comes with Whorl.
 *
 * @param objective what was learned
 * @param epochs how many they reach over, at least one; a fraction where the last was interrupted
 */
record ShownCurves(Curves curves, Objective objective, double epochs) {
    /** A point an epoch; empty where nothing is known of any. */
    static Optional<ShownCurves> of(List<EpochMetrics> epochs, Objective objective) {
        return epochs.isEmpty()
                ? Optional.empty()
                : Optional.of(new ShownCurves(Curves.of(epochs), objective, last(epochs)));
    }

    /** Those of a kept run. */
    static ShownCurves of(SavedRun run) {
        Curves curves = run.curves();
        Curve steps = curves.trainLoss();
        // What was interrupted within an epoch has steps beyond the last whole one.
        double end = steps.size() == 0 ? 0 : steps.x(steps.size() - 1);
        return new ShownCurves(curves, run.model().spec().objective(), Math.max(last(run.epochs()), end));
    }

    private static int last(List<EpochMetrics> epochs) {
        return epochs.stream().mapToInt(EpochMetrics::epoch).reduce(1, Math::max);
    }
}
