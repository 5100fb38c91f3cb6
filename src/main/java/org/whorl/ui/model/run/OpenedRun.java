package org.whorl.ui.model.run;

import java.util.Optional;

import org.whorl.training.EpochMetrics;
import org.whorl.ui.model.settings.RunSettings;

/**
 * A kept run that is shown in place of the window's own.
 *
 * @param kept the run
 * @param curves of it
 * @param plan that it was begun with; empty where its folder does not say
 */
record OpenedRun(SavedRun kept, Curves curves, Optional<RunSettings> plan) {
    /** How many epochs its curves reach over, at least one. */
    int epochs() {
        return kept.epochs().stream().mapToInt(EpochMetrics::epoch).reduce(1, Math::max);
    }
}
