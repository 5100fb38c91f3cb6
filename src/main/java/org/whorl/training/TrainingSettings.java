package org.whorl.training;

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
 * @param epsilon what is added to every variance before whitening, in units of a standardised pixel's variance, 0 to 1,000
 * @param seed of parameters, order of images and everything else that is random
 * @param threads worker threads; the result does not depend on it
 */
public record TrainingSettings(
        int epochs,
        int batch,
        double learningRate,
        Schedule schedule,
        double clip,
        Whitening whitening,
        double epsilon,
        long seed,
        int threads) {
    /** 10 epochs, batch 64, rate 0.01, cosine, clipped at 2, not whitened, seed 1, 2 threads. */
    public static final TrainingSettings DEFAULT =
            new TrainingSettings(10, 64, 0.01, Schedule.COSINE, 2, Whitening.NONE, Preparation.DEFAULT_EPSILON, 1, 2);

    public TrainingSettings {
        check(epochs >= 1 && epochs <= 10_000, "epochs", "1 to 10000", epochs);
        check(batch >= 1 && batch <= 4096, "batch", "1 to 4096", batch);
        check(learningRate > 0 && learningRate <= 10, "lr", "a number above 0, at most 10", learningRate);
        check(clip > 0, "clip", "a number above 0", clip);
        check(epsilon >= 0 && epsilon <= 1000, "epsilon", "0 to 1000", epsilon);
        check(threads >= 1 && threads <= 256, "threads", "1 to 256", threads);
    }

    /** The same with the default ε. */
    public TrainingSettings(
            int epochs,
            int batch,
            double learningRate,
            Schedule schedule,
            double clip,
            Whitening whitening,
            long seed,
            int threads) {
        this(epochs, batch, learningRate, schedule, clip, whitening, Preparation.DEFAULT_EPSILON, seed, threads);
    }

    private static void check(boolean holds, String field, String expected, Object found) {
        if (!holds) {
            throw new IllegalArgumentException(field + ": expected " + expected + ", found " + found);
        }
    }
}
