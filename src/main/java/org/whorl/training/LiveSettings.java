package org.whorl.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.whorl.network.NetworkSpec;

/**
 * The settings that a run can change while it goes on, since they ask for no other parameters.
 *
 * @param epochs passes over the training images
 * @param learningRate Adam's
 * @param schedule how it changes over all epochs
 * @param clip the gradient's greatest norm
 * @param threshold λ of every filter, where it is fixed; where it is learned, what learning started from, which nothing changes
 * @param stepSize α
 */
public record LiveSettings(
        int epochs, double learningRate, Schedule schedule, double clip, double threshold, double stepSize) {
    public LiveSettings {
        if (schedule == null) {
            throw new IllegalArgumentException("schedule: expected one of "
                    + String.join(", ", TrainingSettings.SCHEDULE.kind().words()) + ", found null");
        }
    }

    /** Those of a run. */
    public static LiveSettings of(TrainingSettings training, NetworkSpec network) {
        return new LiveSettings(
                training.epochs(),
                training.learningRate(),
                training.schedule(),
                training.clip(),
                network.threshold(),
                network.stepSize());
    }

    /**
     * A run's settings with these in their place.
     *
     * @throws IllegalArgumentException where one of these is out of range
     */
    public TrainingSettings in(TrainingSettings training) {
        return training.with(v -> v.with(TrainingSettings.EPOCHS, epochs)
                .with(TrainingSettings.LEARNING_RATE, learningRate)
                .with(TrainingSettings.SCHEDULE, schedule)
                .with(TrainingSettings.CLIP, clip));
    }

    /**
     * A network with these in their place.
     *
     * @throws IllegalArgumentException where one of these is out of range
     */
    public NetworkSpec in(NetworkSpec network) {
        double lambda = network.thresholdLearned() ? network.threshold() : threshold;
        return network.withThreshold(lambda, network.thresholdLearned())
                .withIteration(network.unfolding(), network.tying(), network.shrinkage(), stepSize);
    }

    /** What is other than before, for people: “learning rate 0.003, clip 1”. */
    public String changedFrom(LiveSettings before) {
        List<String> words = new ArrayList<>();
        add(words, "epochs", before.epochs, epochs);
        add(words, "learning rate", before.learningRate, learningRate);
        add(words, "schedule", before.schedule, schedule);
        add(words, "clip", before.clip, clip);
        add(words, "λ", before.threshold, threshold);
        add(words, "α", before.stepSize, stepSize);
        return String.join(", ", words);
    }

    private static void add(List<String> words, String name, Object before, Object now) {
        if (!Objects.equals(before, now)) {
            String value = now instanceof Double number
                    ? new java.math.BigDecimal(number.toString())
                            .stripTrailingZeros()
                            .toPlainString()
                    : now.toString().toLowerCase(Locale.ROOT);
            words.add(name + " " + value);
        }
    }
}
