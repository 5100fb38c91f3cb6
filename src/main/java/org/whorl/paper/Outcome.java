package org.whorl.paper;

import java.util.Map;
import java.util.Objects;

import org.whorl.network.ParameterCount;

/**
 * What one run of an experiment came to.
 *
 * @param seed the run's
 * @param measured by what was measured; shares of 1, or decibels
 * @param parameters of the network
 * @param trainImages images it was trained on
 * @param testImages images it was measured on
 * @param seconds the training took, on the machine that it ran on; NaN where not known
 * @param command makes the same run
 */
public record Outcome(
        long seed,
        Map<Measure, Double> measured,
        ParameterCount parameters,
        int trainImages,
        int testImages,
        double seconds,
        String command) {
    public Outcome {
        if (measured == null
                || measured.values().stream().anyMatch(Objects::isNull)
                || parameters == null
                || command == null) {
            throw new IllegalArgumentException(
                    (command == null ? "command" : parameters == null ? "parameters" : "measured")
                            + ": expected what a run came to, found none");
        }
        measured = Map.copyOf(measured);
    }
}
