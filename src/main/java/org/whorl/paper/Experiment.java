package org.whorl.paper;

import java.util.List;
import java.util.Locale;

import org.whorl.network.NetworkSpec;
import org.whorl.training.TrainingSettings;

/**
 * A training and everything that decides its outcome.
 *
 * @param name of its runs and its model: {@code rot-mnist-c4-invariant}
 * @param preset whose settings these are
 * @param data the data set's name; in that of a set that is drawn {@code {seed}} stands for the run's seed
 * @param network the network, but for input and classes, which the data decide
 * @param training how it is trained; the seed is replaced by each of {@code seeds}
 * @param limit training images, the first so many; 0 for all
 * @param seeds one run each
 */
public record Experiment(
        String name,
        Preset preset,
        String data,
        NetworkSpec network,
        TrainingSettings training,
        int limit,
        List<Long> seeds) {
    static final String SEED = "{seed}";

    public Experiment {
        seeds = List.copyOf(seeds);
        if (seeds.isEmpty() || limit < 0) {
            throw new IllegalArgumentException(
                    name + ": expected seeds and a limit of at least 0, found " + seeds + " and " + limit);
        }
    }

    /** The set of one run. */
    public String data(long seed) {
        return data.replace(SEED, Long.toString(seed));
    }

    /** The settings of one run. */
    public TrainingSettings training(long seed) {
        return training.withSeed(seed);
    }

    /** Where a run is kept, below a folder of runs. */
    public String folder(long seed) {
        return preset.name().toLowerCase(Locale.ROOT) + "/" + name + (limit > 0 ? "-first" + limit : "") + "/seed"
                + seed;
    }

    /** The command that makes the same run. */
    public String command(long seed) {
        return TrainWords.of(this, seed);
    }
}
