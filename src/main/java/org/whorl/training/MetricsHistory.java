package org.whorl.training;

import java.util.ArrayList;
import java.util.List;

/** All metrics of a run, in order. Thread-safe: the trainer appends, others read what is new since they last looked. */
public final class MetricsHistory {
    private final List<StepMetrics> steps = new ArrayList<>();
    private final List<EpochMetrics> epochs = new ArrayList<>();

    synchronized void add(StepMetrics metrics) {
        steps.add(metrics);
    }

    synchronized void add(EpochMetrics metrics) {
        epochs.add(metrics);
    }

    /** The steps from index {@code from} on: pass the number already seen. */
    public synchronized List<StepMetrics> stepsFrom(int from) {
        return List.copyOf(steps.subList(Math.min(from, steps.size()), steps.size()));
    }

    /** The epochs from index {@code from} on. */
    public synchronized List<EpochMetrics> epochsFrom(int from) {
        return List.copyOf(epochs.subList(Math.min(from, epochs.size()), epochs.size()));
    }
}
