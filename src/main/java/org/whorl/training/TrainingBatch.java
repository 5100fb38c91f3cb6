package org.whorl.training;

import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;

import org.whorl.data.Augmentation;
import org.whorl.data.ImageShape;
import org.whorl.data.whitening.Preparation;
import org.whorl.network.Batch;
import org.whorl.network.WorkerPool;

/**
 * A batch's training images, prepared and varied. Which variant is a function of seed, epoch and image alone, so that a resumed run sees
 * the same on any number of threads. Memory is kept from batch to batch.
 */
final class TrainingBatch {
    private final Set<Augmentation> augmentation;
    private final PreparedData data;
    private final WorkerPool pool;
    private final ImageShape shape;
    private final float[] background;
    private final float[][] scratch;
    private final float[] images;
    private final int[] labels;
    private final int[] order;

    TrainingBatch(Set<Augmentation> augmentation, PreparedData data, WorkerPool pool, int capacity) {
        this.augmentation = augmentation;
        this.data = data;
        this.pool = pool;
        Preparation preparation = data.preparation();
        shape = preparation.shape();
        background = new float[shape.channels()];
        if (preparation.whitening() == null) {
            // Pixels of value 0, as they look when prepared. Whitened images lie around 0 themselves.
            for (int c = 0; c < background.length; c++) {
                background[c] = -preparation.mean()[c] / preparation.std()[c];
            }
        }
        scratch = new float[pool.threads()][shape.size()];
        images = new float[capacity * shape.size()];
        labels = new int[capacity];
        order = new int[capacity];
        Arrays.setAll(order, i -> i);
    }

    /**
     * The batch of {@code count} images, those at {@code from} and after in an epoch's order.
     *
     * @return whose arrays are filled anew by the next call
     */
    Batch of(int[] orderOfEpoch, int from, int count, long seed, int epoch) {
        long base = (seed * 0x9e3779b97f4a7c15L + epoch) * 0xd1342543de82ef95L;
        pool.run(count, (task, worker) -> {
            int image = orderOfEpoch[from + task];
            int at = task * shape.size();
            data.copyTrain(image, images, at);
            labels[task] = data.trainLabels()[image];
            if (!augmentation.isEmpty()) {
                SplittableRandom random = new SplittableRandom(base + image);
                for (Augmentation each : augmentation) {
                    each.apply(images, at, shape, background, scratch[worker], random);
                }
            }
        });
        return new Batch(images, labels, order, 0, count);
    }
}
