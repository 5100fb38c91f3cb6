package org.whorl.ui.view.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.whorl.data.DatasetInfo;
import org.whorl.data.set.Datasets;
import org.whorl.network.NetworkSpec;
import org.whorl.network.ParameterCount;
import org.whorl.paper.Experiment;
import org.whorl.paper.Measure;
import org.whorl.paper.Outcome;
import org.whorl.paper.Result;
import org.whorl.training.TrainingSettings;
import org.whorl.ui.control.Pace;
import org.whorl.ui.model.Fact;

/** What there is to say about a cell, line by line. */
final class CellFacts {
    private final Comparison comparison;
    private final Entry entry;
    private final Experiment experiment;
    private final Optional<DatasetInfo> set;

    private CellFacts(Comparison comparison, Entry entry) {
        this.comparison = comparison;
        this.entry = entry;
        experiment = entry.cell().experiment();
        String data = experiment.data(experiment.seeds().get(0));
        set = Optional.ofNullable(comparison.sets().get(data)).or(() -> Datasets.made(data));
    }

    /** How the network of a cell is made. */
    static List<Fact> training(Comparison comparison, Entry entry) {
        return new CellFacts(comparison, entry).training();
    }

    /** What the cell came to, seed by seed. */
    static List<Fact> values(Comparison comparison, Entry entry) {
        return new CellFacts(comparison, entry).values();
    }

    private List<Fact> training() {
        TrainingSettings settings = experiment.training();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("settings", experiment.preset().label()));
        parameters().ifPresent(count -> {
            facts.add(new Fact("parameters", number(count.total())));
            facts.add(new Fact("of these in filters", number(count.filters())));
            String fixed = experiment.network().thresholdLearned() ? "" : " (fixed)";
            facts.add(new Fact("thresholds", number(count.lambda()) + fixed));
            facts.add(new Fact("norms", number(count.norm())));
            facts.add(new Fact("head", number(count.head())));
        });
        facts.add(new Fact("epochs", settings.epochs() + ", batch " + settings.batch()));
        facts.add(new Fact("whitening", lower(settings.whitening())));
        facts.add(new Fact(
                "augmentation",
                settings.augmentation().isEmpty()
                        ? "none"
                        : settings.augmentation().stream()
                                .map(CellFacts::lower)
                                .sorted()
                                .collect(Collectors.joining(", "))));
        images().ifPresent(words -> facts.add(new Fact("images", words)));
        return facts;
    }

    private Optional<ParameterCount> parameters() {
        Optional<ParameterCount> counted =
                entry.ours().map(r -> r.outcomes().get(0).parameters());
        return counted.or(() -> set.map(info -> {
            NetworkSpec spec = experiment.network();
            return ParameterCount.of(spec.withInput(info.shape(), spec.classes()));
        }));
    }

    private Optional<String> images() {
        return set.map(info -> {
            int train = experiment.limit() > 0 ? Math.min(experiment.limit(), info.train()) : info.train();
            return (train < info.train() ? "first " : "") + number(train) + " to train, " + number(info.test())
                    + " to test";
        });
    }

    private List<Fact> values() {
        Measure measure = entry.cell().measure();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("measured", measure.label() + (measure.share() ? ", %" : "")));
        facts.add(
                new Fact("paper", entry.inPaper() ? measure.format(entry.cell().published()) : "has no such number"));
        facts.add(new Fact(
                "Whorl, published", entry.published().map(Result::format).orElse("none yet")));
        entry.published().ifPresent(result -> seeds(facts, result));
        facts.add(new Fact(
                entry.quick() ? "quick run here" : "run here",
                entry.here().map(Result::format).orElse(unmade())));
        entry.here().ifPresent(result -> seeds(facts, result));
        return facts;
    }

    private String unmade() {
        return comparison.begun().contains(experiment) ? "stopped on the way" : "not yet";
    }

    private void seeds(List<Fact> facts, Result result) {
        for (Outcome outcome : result.outcomes()) {
            double value = outcome.measured().get(entry.cell().measure());
            String time = outcome.seconds() > 0 ? ", " + Pace.duration(outcome.seconds()) : "";
            facts.add(
                    new Fact("  seed " + outcome.seed(), entry.cell().measure().format(value) + time));
        }
    }

    private static String number(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
