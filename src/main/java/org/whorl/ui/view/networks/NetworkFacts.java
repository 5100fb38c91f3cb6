package org.whorl.ui.view.networks;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.whorl.network.HeadKind;
import org.whorl.network.Model;
import org.whorl.network.NetworkSpec;
import org.whorl.network.ParameterCount;
import org.whorl.training.EpochMetrics;

/**
 * What a card says of a network.
 *
 * @param group “C6 · 60°”
 * @param objective what it learned, in a few words
 * @param accuracy on test images, 0 to 1; empty where it names no classes or was not tested
 * @param parameters numbers that are learned
 * @param data the set that it was trained on; empty where the file does not say
 * @param epochs that it has been trained for
 * @param planned epochs that it was to have; empty where that is not known
 * @param goesOn whether there is a checkpoint from where it can go on
 */
record NetworkFacts(
        String group,
        String objective,
        OptionalDouble accuracy,
        int parameters,
        Optional<String> data,
        OptionalInt epochs,
        OptionalInt planned,
        boolean goesOn) {
    /**
     * Of a model, and what its run measured.
     *
     * @param measured an epoch each; empty where no run is kept
     */
    static NetworkFacts of(Model model, List<EpochMetrics> measured, OptionalInt planned, boolean goesOn) {
        NetworkSpec spec = model.spec();
        Optional<EpochMetrics> last = measured.stream().reduce((a, b) -> b);
        OptionalDouble accuracy =
                last.map(e -> OptionalDouble.of(e.testAccuracy())).orElseGet(() -> said(model, "testAccuracy"));
        boolean tested = spec.objective().classifies() && accuracy.isPresent() && !Double.isNaN(accuracy.getAsDouble());
        OptionalDouble epochs = last.map(e -> OptionalDouble.of(e.epoch())).orElseGet(() -> said(model, "epochs"));
        return new NetworkFacts(
                group(spec),
                objective(spec),
                tested ? accuracy : OptionalDouble.empty(),
                ParameterCount.of(spec).total(),
                Optional.ofNullable(model.provenance().get("data")).map(String::valueOf),
                epochs.isPresent() ? OptionalInt.of((int) epochs.getAsDouble()) : OptionalInt.empty(),
                planned,
                goesOn);
    }

    private static OptionalDouble said(Model model, String key) {
        return model.provenance().get(key) instanceof Number number
                ? OptionalDouble.of(number.doubleValue())
                : OptionalDouble.empty();
    }

    private static String group(NetworkSpec spec) {
        return spec.group().order() == 1 ? "baseline" : spec.describeOrbits();
    }

    private static String objective(NetworkSpec spec) {
        String learns = !spec.objective().classifies()
                ? "autoencoder"
                : spec.objective().reconstructs() ? "classes and reconstruction" : "classes";
        return learns
                + (spec.objective().classifies() && spec.head() == HeadKind.INVARIANT ? ", invariant head" : "")
                + (spec.dense() ? ", dense" : "");
    }

    /** “97.8 %”; empty where there is none. */
    String percent() {
        return accuracy.isPresent() ? String.format(Locale.ROOT, "%.1f %%", 100 * accuracy.getAsDouble()) : "";
    }

    /** “13,600 parameters”. */
    String size() {
        return String.format(Locale.ROOT, "%,d parameters", parameters);
    }

    /** Whether it was stopped before it had all its epochs. */
    boolean isInterrupted() {
        return goesOn && planned.isPresent() && epochs.orElse(0) < planned.getAsInt();
    }

    /** “12 epochs”, or how far it came; empty where that is not known. */
    String training() {
        if (isInterrupted()) {
            return "stopped after epoch " + epochs.orElse(0) + " of " + planned.getAsInt();
        }
        return epochs.isEmpty() ? "" : epochs.getAsInt() + (epochs.getAsInt() == 1 ? " epoch" : " epochs");
    }

    /** All of it, for a search and for a screen reader. */
    String words() {
        return Stream.of(group, data.orElse(""), percent(), objective, size(), training())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
