package org.whorl.network;

/**
 * The images of one training step.
 *
 * @param images prepared images, [·, C, H, W]
 * @param labels a class for each
 * @param order numbers of images, of which the batch has {@code count} from {@code from}
 * @param from the first of them
 * @param count at least 1
 */
public record Batch(float[] images, int[] labels, int[] order, int from, int count) {
    /** The number among {@link #images} of the batch's n-th. */
    int image(int n) {
        return order[from + n];
    }
}
