package org.whorl.training;

import java.util.List;
import java.util.SplittableRandom;

import org.whorl.data.whitening.Preparation;
import org.whorl.network.NetworkSpec;
import org.whorl.random.NormalNumbers;

/** Training steps on prepared images without a run around them, for measuring. For one thread. */
public final class TrainingSteps implements AutoCloseable {
    private static final long WARM_UP_NANOS = 2_000_000_000L;

    private final Trainer trainer;

    /**
     * Steps on images that are in memory.
     *
     * @param images prepared, [count, C, H, W]
     * @param labels a class for each
     */
    public TrainingSteps(NetworkSpec spec, TrainingSettings settings, float[] images, int[] labels) {
        Preparation nothing = Preparation.identity(spec.input());
        trainer = new Trainer(
                spec,
                settings,
                new PreparedData(images, true, labels, images, labels, nothing, List.of(), "memory", ""));
    }

    /**
     * Lets the virtual machine see the step at work, and so compile it, before the user waits for it: steps on noise, on one thread, for
     * about two seconds.
     */
    public static void warmUp(NetworkSpec spec) {
        int count = 8;
        SplittableRandom random = new SplittableRandom(1);
        NormalNumbers normal = new NormalNumbers(random);
        float[] images = new float[count * spec.input().size()];
        for (int i = 0; i < images.length; i++) {
            images[i] = (float) normal.next();
        }
        TrainingSettings d = TrainingSettings.DEFAULT;
        TrainingSettings settings = TrainingSettings.DEFAULT
                .with(TrainingSettings.EPOCHS, 1)
                .with(TrainingSettings.BATCH, count)
                .with(TrainingSettings.THREADS, 1);
        long start = System.nanoTime();
        try (TrainingSteps steps = new TrainingSteps(spec, settings, images, new int[count])) {
            while (System.nanoTime() - start < WARM_UP_NANOS) {
                steps.step();
            }
        }
    }

    /** One step, without end: epochs follow one another untested. */
    public void step() {
        if (trainer.atEndOfEpoch()) {
            trainer.skipTest();
        }
        trainer.step();
    }

    @Override
    public void close() {
        trainer.close();
    }
}
