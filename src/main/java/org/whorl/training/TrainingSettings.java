package org.whorl.training;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

import org.whorl.data.Augmentation;
import org.whorl.data.Preparation;
import org.whorl.data.Whitening;

/**
 * How a network is trained. Checked when made.
 *
 * @param epochs passes over the training images, 1 to 10,000
 * @param batch images a step, 1 to 4,096
 * @param learningRate Adam's, &gt; 0
 * @param schedule how it changes
 * @param clip the gradient's greatest norm, &gt; 0 (infinite for none)
 * @param whitening how inputs are whitened
 * @param augmentation random changes of the training images, made in the order of the constants; none where null
 * @param seed of parameters, order of images and everything else that is random
 * @param threads worker threads; the result does not depend on it
 * @param testEvery epochs from one test to the next, ≥ 1 (null means 1); the last epoch is always tested
 * @param epsilon what is added to every variance before whitening, in units of a standardised pixel's, 0 to 1,000 (null means
 *     {@link Preparation#DEFAULT_EPSILON})
 */
public record TrainingSettings(
        int epochs,
        int batch,
        double learningRate,
        Schedule schedule,
        double clip,
        Whitening whitening,
        Set<Augmentation> augmentation,
        long seed,
        int threads,
        Integer testEvery,
        Double epsilon) {
    /** 10 epochs, batch 64, rate 0.01, cosine, clipped at 2, neither whitened nor augmented, seed 1, 2 threads. */
    public static final TrainingSettings DEFAULT =
            new TrainingSettings(10, 64, 0.01, Schedule.COSINE, 2, Whitening.NONE, Set.of(), 1, 2);

    /** The same with a test after every epoch. */
    public TrainingSettings(
            int epochs,
            int batch,
            double learningRate,
            Schedule schedule,
            double clip,
            Whitening whitening,
            Set<Augmentation> augmentation,
            long seed,
            int threads) {
        this(epochs, batch, learningRate, schedule, clip, whitening, augmentation, seed, threads, 1);
    }

    /** The same with the default ε. */
    public TrainingSettings(
            int epochs,
            int batch,
            double learningRate,
            Schedule schedule,
            double clip,
            Whitening whitening,
            Set<Augmentation> augmentation,
            long seed,
            int threads,
            int testEvery) {
        this(epochs, batch, learningRate, schedule, clip, whitening, augmentation, seed, threads, testEvery, null);
    }

    public TrainingSettings {
        // A run.json of before there were these settings does not say them.
        testEvery = testEvery == null ? Integer.valueOf(1) : testEvery;
        epsilon = epsilon == null ? Double.valueOf(Preparation.DEFAULT_EPSILON) : epsilon;
        check(schedule != null, "schedule", "how the rate changes", "none");
        check(whitening != null, "whitening", "how inputs are whitened", "nothing");
        check(testEvery >= 1, "test-every", "at least 1", testEvery);
        Set<Augmentation> sorted = EnumSet.noneOf(Augmentation.class);
        if (augmentation != null) {
            sorted.addAll(augmentation);
        }
        augmentation = Collections.unmodifiableSet(sorted);
        check(epochs >= 1 && epochs <= 10_000, "epochs", "1 to 10000", epochs);
        check(batch >= 1 && batch <= 4096, "batch", "1 to 4096", batch);
        check(learningRate > 0 && learningRate <= 10, "lr", "a number above 0, at most 10", learningRate);
        check(clip > 0, "clip", "a number above 0", clip);
        check(epsilon >= 0 && epsilon <= 1000, "epsilon", "0 to 1000", epsilon);
        check(threads >= 1 && threads <= 256, "threads", "1 to 256", threads);
    }

    /** The same with another seed. */
    public TrainingSettings withSeed(long newSeed) {
        return new TrainingSettings(
                epochs,
                batch,
                learningRate,
                schedule,
                clip,
                whitening,
                augmentation,
                newSeed,
                threads,
                testEvery,
                epsilon);
    }

    private static void check(boolean holds, String field, String expected, Object found) {
        if (!holds) {
            throw new IllegalArgumentException(field + ": expected " + expected + ", found " + found);
        }
    }
}
