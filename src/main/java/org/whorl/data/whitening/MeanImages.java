package org.whorl.data.whitening;

import java.util.concurrent.CancellationException;

import org.whorl.data.Dataset;
import org.whorl.data.ImageShape;
import org.whorl.data.Progress;

/**
 * The mean image of a set, and that of each of its classes.
 *
 * @param shape of each
 * @param overall [channels, height, width], in [0, 1]
 * @param byClass [classes, channels, height, width]; zeros for a class without images
 */
public record MeanImages(ImageShape shape, float[] overall, float[] byClass) {
    private static final int BATCH = 1_000;

    /**
     * The means of a set.
     *
     * @throws CancellationException where the progress asks to stop
     */
    public static MeanImages of(Dataset set, Progress progress) {
        int size = set.shape().size();
        int classes = set.classNames().size();
        // A million images in single precision would lose the last ones.
        double[] sums = new double[classes * size];
        int[] counts = new int[classes];
        for (int image = 0; image < set.size(); image++) {
            if (image % BATCH == 0 && !progress.report("computing mean images", image, set.size())) {
                throw new CancellationException();
            }
            int label = set.labels()[image];
            counts[label]++;
            for (int i = 0, from = image * size, to = label * size; i < size; i++) {
                sums[to + i] += set.pixels()[from + i];
            }
        }
        float[] overall = new float[size];
        float[] byClass = new float[sums.length];
        for (int i = 0; i < size; i++) {
            double all = 0;
            for (int label = 0; label < classes; label++) {
                double sum = sums[label * size + i];
                all += sum;
                byClass[label * size + i] = (float) (sum / Math.max(1, counts[label]));
            }
            overall[i] = (float) (all / Math.max(1, set.size()));
        }
        return new MeanImages(set.shape(), overall, byClass);
    }
}
