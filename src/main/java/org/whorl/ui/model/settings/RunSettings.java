package org.whorl.ui.model.settings;

import java.util.OptionalInt;

import org.whorl.data.TrainTest;
import org.whorl.network.NetworkSpec;
import org.whorl.training.TrainingSettings;

/**
 * Everything that decides a run.
 *
 * @param data which images
 * @param limit how many of the training images to use, from the first; empty for all
 * @param network the network
 * @param training how to train it
 */
public record RunSettings(DataChoice data, OptionalInt limit, NetworkSpec network, TrainingSettings training) {
    /** With all images. */
    public RunSettings(DataChoice data, NetworkSpec network, TrainingSettings training) {
        this(data, OptionalInt.empty(), network, training);
    }

    /** What is trained on of a set: the first images, where there is a limit. */
    public TrainTest limited(TrainTest all) {
        return limit.isPresent() ? all.limited(limit.getAsInt()) : all;
    }
}
