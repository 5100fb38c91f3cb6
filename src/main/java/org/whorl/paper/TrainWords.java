package org.whorl.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.whorl.network.NetworkSettings;
import org.whorl.training.TrainingSettings;

/** An experiment as the command that repeats it; options at their defaults are left out. */
final class TrainWords {
    private final List<String> words = new ArrayList<>(List.of("whorl", "train"));

    private TrainWords() {}

    static String of(Experiment experiment, long seed) {
        TrainWords words = new TrainWords();
        words.option("data", experiment.data(seed));
        words.options(NetworkSettings.ALL.write(experiment.network()));
        words.options(TrainingSettings.ALL.write(experiment.training(seed)));
        if (experiment.limit() > 0) {
            words.option("limit", Integer.toString(experiment.limit()));
        }
        words.option("out", experiment.name());
        return String.join(" ", words.words);
    }

    private void options(Map<String, String> typed) {
        typed.forEach(this::option);
    }

    private void option(String name, String value) {
        words.add("--" + name);
        if (!value.isEmpty()) {
            words.add(value);
        }
    }
}
