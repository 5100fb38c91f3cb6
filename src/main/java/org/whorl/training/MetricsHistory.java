package org.whorl.training;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * The metrics of a run, in order: every epoch, and the newest {@value #STEPS_KEPT} steps, so that a run may go on for days. Thread-safe:
 * the trainer appends, others read what is new since they last looked.
 */
public final class MetricsHistory {
    /** More than any reader falls behind: the better part of an hour of small steps. */
    static final int STEPS_KEPT = 1 << 16;

    private final Deque<StepMetrics> steps = new ArrayDeque<>();
    private final List<EpochMetrics> epochs = new ArrayList<>();

    synchronized void add(StepMetrics metrics) {
        if (steps.size() == STEPS_KEPT) {
            steps.removeFirst();
        }
        steps.addLast(metrics);
    }

    synchronized void add(EpochMetrics metrics) {
        epochs.add(metrics);
    }

    /** The steps after this one, as far as they are kept: pass the number of the last that was seen, or 0. */
    public synchronized List<StepMetrics> stepsAfter(int step) {
        List<StepMetrics> newest = new ArrayList<>();
        for (Iterator<StepMetrics> backwards = steps.descendingIterator(); backwards.hasNext(); ) {
            StepMetrics metrics = backwards.next();
            if (metrics.step() <= step) {
                break;
            }
            newest.add(metrics);
        }
        Collections.reverse(newest);
        return newest;
    }

    /** The epochs from index {@code from} on: pass how many were seen. */
    public synchronized List<EpochMetrics> epochsFrom(int from) {
        return List.copyOf(epochs.subList(Math.min(from, epochs.size()), epochs.size()));
    }
}
