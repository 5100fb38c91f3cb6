package org.whorl.training;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.whorl.group.Interpolation;
import org.whorl.group.Support;
import org.whorl.network.GeneratorKind;
import org.whorl.network.NetworkSettings;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Normalization;
import org.whorl.network.WeightTying;
import org.whorl.setting.Values;

/**
 * What is usual, where nothing else was said, when one generator is learned for the network, a rotation angle or a cyclic matrix: bicubic
 * on the disc; and when that is done by reconstruction, few tied filters without norms, a step near 1/σ_max of such a bank, and a threshold
 * at which codes are sparse.
 */
public final class AngleDefaults {
    private static final int BASE_FILTERS = 3;

    /** α times the filters of a bank: σ_max of smooth banks on the disc was about twice as many as these. */
    private static final double STEP_OF_ALL = 0.5;

    private static final double LAMBDA = 2;
    private static final double LEARNING_RATE = 0.01;

    /** Radians: the search has found the floor of a valley. */
    private static final double ANGLE_RATE = 0.002;

    private AngleDefaults() {}

    /**
     * The network with these.
     *
     * @param said whether the user has set what is called by an option's name, {@code filters}
     */
    public static NetworkSpec in(Values<NetworkSpec> from, Predicate<String> said) {
        Values<NetworkSpec> values = from;
        GeneratorKind generator = values.get(NetworkSettings.GENERATOR);
        if (generator.learnsOne()) {
            if (generator.learnsAngle() && !said.test("interpolation")) {
                values = values.with(NetworkSettings.INTERPOLATION, Interpolation.BICUBIC);
            }
            if (!said.test("support")) {
                values = values.with(NetworkSettings.SUPPORT, Support.DISC);
            }
            if (values.get(NetworkSettings.OBJECTIVE).classify() == 0) {
                values = reconstructing(values, said);
            }
        }
        return NetworkSettings.ALL.make(values);
    }

    private static Values<NetworkSpec> reconstructing(Values<NetworkSpec> from, Predicate<String> said) {
        Values<NetworkSpec> values = from;
        if (values.get(NetworkSettings.GENERATOR) != GeneratorKind.LEARNED_BY_LAYER) {
            values = values.with(NetworkSettings.TYING, WeightTying.TIED);
        }
        if (!said.test("filters")) {
            values = values.with(NetworkSettings.BASE_FILTERS, BASE_FILTERS);
        }
        if (!said.test("norm")) {
            values = values.with(NetworkSettings.NORM, Normalization.NONE);
        }
        if (!said.test("step")) {
            int filters = values.get(NetworkSettings.BASE_FILTERS)
                    * values.get(NetworkSettings.GROUP).order();
            values = values.with(NetworkSettings.STEP, Math.rint(1000 * STEP_OF_ALL / filters) / 1000);
        }
        return said.test("lambda") ? values : values.with(NetworkSettings.THRESHOLD, LAMBDA);
    }

    /** How to train it. */
    public static TrainingSettings in(TrainingSettings settings, NetworkSpec spec, Predicate<String> said) {
        boolean reconstructs = spec.generator().learnsOne() && spec.objective().classify() == 0;
        if (!reconstructs) {
            return settings;
        }
        TrainingSettings rated =
                said.test("angle-rate") ? settings : settings.with(TrainingSettings.ANGLE_RATE, ANGLE_RATE);
        return said.test("lr") ? rated : rated.with(TrainingSettings.LEARNING_RATE, LEARNING_RATE);
    }

    /** What was chosen, for people. */
    public static String describe(NetworkSpec spec, TrainingSettings settings) {
        return String.format(
                Locale.ROOT,
                "%s%nfilters %s, on the %s, norm %s, α %s, λ %s, learning rate %s",
                spec.generator().learnsAngle() ? angle(spec, settings) : "matrix learned: A = Q C Qᵀ from a random Q",
                spec.tying().name().toLowerCase(Locale.ROOT),
                spec.support().name().toLowerCase(Locale.ROOT),
                spec.norm().name().toLowerCase(Locale.ROOT),
                spec.stepSize(),
                spec.thresholdLearned() ? "learned" : String.valueOf(spec.threshold()),
                settings.learningRate());
    }

    private static String angle(NetworkSpec spec, TrainingSettings settings) {
        return String.format(
                Locale.ROOT,
                "angle learned%s: from %s°, rate %s rad%s",
                spec.generator() == GeneratorKind.LEARNED ? "" : ", one a layer",
                settings.get(TrainingSettings.START_ANGLES).degrees().stream()
                        .map(a -> String.format(Locale.ROOT, "%.4g", a))
                        .collect(Collectors.joining(", ")),
                settings.get(TrainingSettings.ANGLE_RATE),
                settings.get(TrainingSettings.NO_SNAP) ? ", without snap" : "");
    }
}
