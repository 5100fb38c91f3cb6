package org.whorl.training;

import java.util.List;

import org.whorl.data.Preparation;
import org.whorl.network.NetworkSpec;

/** Training steps on prepared images without a run around them, for measuring. For one thread. */
public final class TrainingSteps implements AutoCloseable {
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
                spec, settings, new PreparedData(images, labels, images, labels, nothing, List.of(), "memory", ""));
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
