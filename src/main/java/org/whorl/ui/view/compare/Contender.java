package org.whorl.ui.view.compare;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.whorl.network.Model;
import org.whorl.network.NetworkSpec;
import org.whorl.network.ParameterCount;
import org.whorl.training.EpochMetrics;

/**
 * One of the networks that are compared.
 *
 * @param source where it came from
 * @param model the network
 * @param epochs what its training measured, a line an epoch; empty where nothing was kept
 */
record Contender(Source source, Model model, List<EpochMetrics> epochs) {
    Contender {
        epochs = List.copyOf(epochs);
    }

    NetworkSpec spec() {
        return model.spec();
    }

    ParameterCount count() {
        return ParameterCount.of(spec());
    }

    /** The accuracy on upright test images that its training measured last, 0 to 1. */
    OptionalDouble accuracy() {
        return model.provenance().get("testAccuracy") instanceof Number accuracy
                ? OptionalDouble.of(accuracy.doubleValue())
                : OptionalDouble.empty();
    }

    /** What the model's file says of where it came from; empty where it does not. */
    Optional<String> said(String key) {
        Object value = model.provenance().get(key);
        return value == null ? Optional.empty() : Optional.of(String.valueOf(value));
    }

    /** A setting of its training. */
    Optional<String> trained(String key) {
        return model.provenance().get("training") instanceof Map<?, ?> settings && settings.get(key) != null
                ? Optional.of(String.valueOf(settings.get(key)))
                : Optional.empty();
    }
}
