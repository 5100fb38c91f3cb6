package org.whorl.paper;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.whorl.data.DatasetInfo;
import org.whorl.data.set.Datasets;
import org.whorl.network.NetworkSpec;

/** How much work runs are, so that the time left can be told from the speed so far. */
final class Effort {
    private final Map<String, Optional<DatasetInfo>> sets = new HashMap<>();

    private double secondsPerUnit = Double.NaN;

    /** Work in units that cost about the same time on one machine: floating-point operations of the training steps. */
    double of(Experiment experiment) {
        return sets.computeIfAbsent(experiment.data(experiment.seeds().get(0)), Datasets::info)
                .map(info -> of(experiment, info))
                .orElse(0.0);
    }

    private static double of(Experiment experiment, DatasetInfo info) {
        NetworkSpec spec = experiment
                .network()
                .withInput(info.shape(), experiment.network().classes());
        int images = experiment.limit() > 0 ? Math.min(experiment.limit(), info.train()) : info.train();
        return (double) experiment.training().epochs() * images * spec.trainingFlops();
    }

    /** A run has taken so long. */
    void took(Experiment experiment, double seconds) {
        double work = of(experiment);
        if (work > 0 && seconds > 0) {
            secondsPerUnit = seconds / work;
        }
    }

    /** Seconds for runs to come, at the speed of the last one, or of the one that is running; NaN where neither is known. */
    double seconds(List<Experiment> toCome, Experiment running, double secondsOfRunning) {
        double rate = secondsOfRunning > 0 && of(running) > 0 ? secondsOfRunning / of(running) : secondsPerUnit;
        return toCome.isEmpty()
                ? 0
                : rate * toCome.stream().mapToDouble(this::of).sum();
    }
}
