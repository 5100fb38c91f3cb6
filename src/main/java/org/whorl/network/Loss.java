package org.whorl.network;

import java.util.List;

/**
 * A part of the objective: a function of one image and of its last code, with its gradient by that code, by the last filter bank and by
 * the head. Objectives are weighted sums of these ({@link Objective#losses}). For one thread at a time through its workspace, which is
 * all that changes.
 */
interface Loss {
    /**
     * Its value for one image.
     *
     * @param images prepared images
     * @param imageAt where the image begins
     * @param label the image's class
     * @param code the last layer's, as kernels keep it
     */
    double value(float[] images, int imageAt, int label, float[] code, Workspace work);

    /**
     * The same in training: adds the gradient by the code in {@code work.code}, times {@code factor}, to {@code work.gradient}, and what the
     * head and the last bank have of it to the slice's sums.
     *
     * @param factor the loss's weight over the images of the batch
     */
    double addGradient(
            Parameters parameters,
            float[] images,
            int imageAt,
            int label,
            double factor,
            SliceSums slice,
            Workspace work);

    /** One with its weight in an objective, above 0. */
    record Weighted(double weight, Loss loss) {}

    /** The objective's value for one image. */
    static double sum(List<Weighted> losses, float[] images, int imageAt, int label, float[] code, Workspace work) {
        double sum = 0;
        for (Weighted each : losses) {
            sum += each.weight() * each.loss().value(images, imageAt, label, code, work);
        }
        return sum;
    }
}
