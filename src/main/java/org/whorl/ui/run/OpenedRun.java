package org.whorl.ui.run;

import org.whorl.training.EpochMetrics;

/** A kept run that is shown in place of the window's own, with its curves. */
record OpenedRun(KeptRun kept, Curves curves) {
    /** How many epochs its curves reach over, at least one. */
    int epochs() {
        return kept.epochs().stream().mapToInt(EpochMetrics::epoch).reduce(1, Math::max);
    }
}
