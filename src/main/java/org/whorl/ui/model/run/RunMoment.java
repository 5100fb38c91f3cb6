package org.whorl.ui.model.run;

import java.util.List;

import org.whorl.network.Model;
import org.whorl.training.EpochMetrics;

/**
 * The run in the window as it is at a moment.
 *
 * @param name for people: “digits, C6”
 * @param model with the parameters of that moment
 * @param epochs what was measured after each so far
 */
public record RunMoment(String name, Model model, List<EpochMetrics> epochs) {
    public RunMoment {
        epochs = List.copyOf(epochs);
    }
}
