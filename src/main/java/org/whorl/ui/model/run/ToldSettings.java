package org.whorl.ui.model.run;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.whorl.data.set.Datasets;
import org.whorl.file.StrictJson;
import org.whorl.network.NetworkSpec;
import org.whorl.training.TrainingSettings;
import org.whorl.ui.model.settings.DataChoice;
import org.whorl.ui.model.settings.RunSettings;

/** The settings that a run or a model tells it was trained with. */
final class ToldSettings {
    private ToldSettings() {}

    /**
     * Those of a run.
     *
     * @param images how many it was trained on; empty where that is not known
     * @param now the set that is chosen: a run does not say in which folder its images were, but these may be the same
     */
    static RunSettings of(
            String data, OptionalInt images, NetworkSpec network, TrainingSettings training, DataChoice now) {
        DataChoice set = now.name().equals(data) ? now : new DataChoice(data, Optional.empty());
        boolean all = Datasets.info(data)
                .filter(info -> OptionalInt.of(info.train()).equals(images))
                .isPresent();
        return new RunSettings(set, all ? OptionalInt.empty() : images, network, training);
    }

    /**
     * Those of a model, on as many threads as now; how it was trained is as usual where its file does not say. Empty where it does not name
     * its set.
     *
     * @param provenance as its file has it
     * @param now the settings that there are
     */
    static Optional<RunSettings> of(NetworkSpec network, Map<String, Object> provenance, RunSettings now) {
        if (!(provenance.get("data") instanceof String data) || data.isBlank()) {
            return Optional.empty();
        }
        TrainingSettings training = training(provenance.get("training"))
                .with(TrainingSettings.THREADS, now.training().threads());
        OptionalInt images = provenance.get("trainImages") instanceof Number count && count.intValue() > 0
                ? OptionalInt.of(count.intValue())
                : OptionalInt.empty();
        return Optional.of(of(data, images, network, training, now.data()));
    }

    /** A model's file may be of a version that had other settings, or not be Whorl's own. */
    private static TrainingSettings training(Object told) {
        if (!(told instanceof Map<?, ?>)) {
            return TrainingSettings.DEFAULT;
        }
        try {
            byte[] json = StrictJson.builder().build().writeValueAsBytes(told);
            return StrictJson.parse("spec.json", json, TrainingSettings.class, "settings of training");
        } catch (IOException e) {
            return TrainingSettings.DEFAULT;
        }
    }
}
