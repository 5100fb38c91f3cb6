package org.whorl.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.whorl.data.Whitening;
import org.whorl.group.CyclicGroup;
import org.whorl.group.DihedralGroup;
import org.whorl.group.Interpolation;
import org.whorl.group.Support;
import org.whorl.network.HeadKind;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Normalization;
import org.whorl.network.Objective;
import org.whorl.network.Sharing;
import org.whorl.network.Shrinkage;
import org.whorl.network.Unfolding;
import org.whorl.network.WeightTying;
import org.whorl.training.TrainingSettings;

/** An experiment as the command that repeats it; options at their defaults are left out. */
final class TrainWords {
    private final List<String> words = new ArrayList<>(List.of("whorl", "train"));

    private TrainWords() {}

    static String of(Experiment experiment, long seed) {
        TrainWords words = new TrainWords();
        words.option(true, "data", experiment.data());
        words.network(experiment.network());
        words.training(experiment.training(seed));
        words.option(experiment.limit() > 0, "limit", experiment.limit());
        words.option(true, "seed", seed);
        words.option(true, "out", experiment.name());
        return String.join(" ", words.words);
    }

    private void network(NetworkSpec spec) {
        option(spec.group() instanceof DihedralGroup, "group", "dihedral");
        option(true, "angle", CyclicGroup.format(spec.group().generatorAngle()));
        option(spec.support() != Support.usualFor(spec.group()), "support", lower(spec.support()));
        flag(spec.dense(), "dense");
        option(spec.filters() != 60, "filters", spec.filters());
        option(spec.layers() != 4, "layers", spec.layers());
        option(!spec.dense() && spec.kernel() != 8, "kernel", spec.kernel());
        flag(spec.tying() == WeightTying.TIED, "tied");
        option(spec.unfolding() == Unfolding.ISTA, "unfolding", "ista");
        option(spec.shrinkage() == Shrinkage.SOFT, "shrinkage", "soft");
        option(spec.stepSize() != 0.01, "step", number(spec.stepSize()));
        if (spec.thresholdLearned()) {
            option(true, "lambda", spec.threshold() == 1 ? "learned" : "learned:" + number(spec.threshold()));
        } else {
            option(spec.threshold() != 0.5, "lambda", number(spec.threshold()));
        }
        option(spec.head() == HeadKind.INVARIANT, "head", "invariant");
        Sharing usual = spec.head() == HeadKind.INVARIANT ? Sharing.ORBIT : Sharing.FILTER;
        option(spec.sharing() != usual, "sharing", lower(spec.sharing()));
        option(spec.norm() == Normalization.NONE, "norm", "none");
        option(spec.interpolation() != Interpolation.BILINEAR, "interpolation", lower(spec.interpolation()));
        Objective objective = spec.objective();
        if (objective.equals(Objective.RECONSTRUCT)) {
            option(true, "objective", "reconstruct");
        } else if (!objective.equals(Objective.CLASSIFY)) {
            option(
                    true,
                    "objective",
                    "classify:" + number(objective.classify()) + ",reconstruct:" + number(objective.reconstruct()));
        }
    }

    private void training(TrainingSettings settings) {
        TrainingSettings usual = TrainingSettings.DEFAULT;
        option(settings.whitening() != Whitening.NONE, "whiten", lower(settings.whitening()));
        option(
                !settings.augmentation().isEmpty(),
                "augment",
                settings.augmentation().stream().map(TrainWords::lower).collect(Collectors.joining(",")));
        option(true, "epochs", settings.epochs());
        option(settings.testEvery() != 1, "test-every", settings.testEvery());
        option(settings.batch() != usual.batch(), "batch", settings.batch());
        option(settings.learningRate() != usual.learningRate(), "lr", number(settings.learningRate()));
        option(settings.schedule() != usual.schedule(), "schedule", lower(settings.schedule()));
        option(settings.clip() != usual.clip(), "clip", number(settings.clip()));
    }

    private void flag(boolean wanted, String name) {
        if (wanted) {
            words.add("--" + name);
        }
    }

    private void option(boolean wanted, String name, Object value) {
        if (wanted) {
            words.add("--" + name);
            words.add(value.toString());
        }
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String number(double value) {
        return Double.isInfinite(value)
                ? "Infinity"
                : new java.math.BigDecimal(Double.toString(value))
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
