package org.whorl.paper;

import org.whorl.training.TrainingSnapshot;

/** Looks on while a table is being filled. */
@FunctionalInterface
public interface Watch {
    /**
     * What is going on.
     *
     * @param experiment whose run it is
     * @param seed of the run
     * @param run its number, from 0
     * @param runs how many there are
     * @param snapshot the run as it is
     * @param secondsLeft for the runs that are left and this one; NaN where not known yet
     */
    record Moment(Experiment experiment, long seed, int run, int runs, TrainingSnapshot snapshot, double secondsLeft) {}

    /** Told a few times a second; false asks to stop, after a checkpoint. */
    boolean at(Moment moment);
}
