package org.whorl.paper;

import java.util.Set;

import org.whorl.data.Augmentation;
import org.whorl.data.whitening.Whitening;
import org.whorl.training.Schedule;
import org.whorl.training.Start;
import org.whorl.training.TrainingSettings;

/** How the networks of the tables are trained. Quick versions are short enough to be run again and again. */
final class Recipes {
    private static final int BATCH = 64;
    private static final int MIDDLE_BATCH = 32;
    private static final int SMALL_BATCH = 16;
    private static final double RATE = 0.01;
    private static final double MIDDLE_RATE = 0.004;
    private static final double LOW_RATE = 0.003;

    /** rot-MNIST has four times as many test images as training images: tested rarely. */
    private static final int SELDOM = 10;

    private Recipes() {}

    static TrainingSettings of(Preset preset, String data, boolean dense, boolean quick) {
        return switch (preset) {
            case BEST -> dense ? fromNoise(dense(quick)) : best(data, quick);
            // The paper trains for 100 epochs from noise; these show where its settings lead in a few.
            case PAPER -> fromNoise(few(data, dense, Whitening.TRAIN));
            case AUTHORS -> fromNoise(few(data, dense, Whitening.EACH));
        };
    }

    private static TrainingSettings few(String data, boolean dense, Whitening whitening) {
        int epochs = dense || data.equals(Tables.ROT_MNIST) ? 3 : 1;
        return settings(epochs, BATCH, RATE, Schedule.STEP, whitening, Set.of(), 1);
    }

    private static TrainingSettings dense(boolean quick) {
        return settings(
                quick ? 2 : 12,
                BATCH,
                LOW_RATE,
                Schedule.COSINE,
                Whitening.NONE,
                Set.of(Augmentation.SHIFT),
                quick ? 1 : SELDOM);
    }

    private static TrainingSettings best(String data, boolean quick) {
        return switch (data) {
            case Tables.MNIST -> settings(quick ? 2 : 6, BATCH, RATE, Schedule.COSINE, Whitening.NONE, Set.of(), 1);
            case Tables.ROT_MNIST ->
                fromNoise(settings(
                        quick ? 3 : 40,
                        MIDDLE_BATCH,
                        MIDDLE_RATE,
                        Schedule.COSINE,
                        Whitening.NONE,
                        Set.of(Augmentation.TURN),
                        SELDOM));
            default ->
                fromNoise(settings(
                        quick ? 2 : 25,
                        BATCH,
                        MIDDLE_RATE,
                        Schedule.COSINE,
                        Whitening.NONE,
                        Set.of(Augmentation.FLIP),
                        quick ? 2 : 5));
        };
    }

    /**
     * For the invariant head.
     *
     * @param turned whether it is trained on turned digits
     */
    static TrainingSettings invariant(boolean turned, boolean quick) {
        return turned
                ? fromNoise(settings(
                        quick ? 2 : 30,
                        BATCH,
                        RATE,
                        Schedule.COSINE,
                        Whitening.NONE,
                        Set.of(Augmentation.TURN),
                        SELDOM))
                : settings(quick ? 2 : 6, BATCH, RATE, Schedule.COSINE, Whitening.NONE, Set.of(), 1);
    }

    static TrainingSettings reconstruct(boolean quick) {
        return fromNoise(settings(quick ? 2 : 6, SMALL_BATCH, RATE, Schedule.COSINE, Whitening.NONE, Set.of(), 1));
    }

    private static TrainingSettings settings(
            int epochs,
            int batch,
            double rate,
            Schedule schedule,
            Whitening whitening,
            Set<Augmentation> augmentation,
            int testEvery) {
        TrainingSettings usual = TrainingSettings.DEFAULT;
        return TrainingSettings.DEFAULT
                .with(TrainingSettings.EPOCHS, epochs)
                .with(TrainingSettings.BATCH, batch)
                .with(TrainingSettings.LEARNING_RATE, rate)
                .with(TrainingSettings.SCHEDULE, schedule)
                .with(TrainingSettings.WHITENING, whitening)
                .with(TrainingSettings.AUGMENTATION, augmentation)
                .with(TrainingSettings.TEST_EVERY, testEvery);
    }

    /** As the paper's begin, so that what stands beside its numbers differs from them by what is said and no more. */
    private static TrainingSettings fromNoise(TrainingSettings settings) {
        return settings.with(TrainingSettings.START, Start.NOISE);
    }
}
