package org.whorl.ui.run;

import java.util.Optional;

import org.whorl.training.EpochMetrics;
import org.whorl.ui.settings.Plan;

/**
 * A kept run that is shown in place of the window's own.
 *
 * @param kept the run
 * @param curves of it
 * @param plan that it was begun with; empty where its folder does not say
 */
record OpenedRun(KeptRun kept, Curves curves, Optional<Plan> plan) {
    /** How many epochs its curves reach over, at least one. */
    int epochs() {
        return kept.epochs().stream().mapToInt(EpochMetrics::epoch).reduce(1, Math::max);
    }
}
