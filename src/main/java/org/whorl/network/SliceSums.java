package org.whorl.network;

import java.util.Arrays;

/**
 * What a slice of the batch sums up in one phase. Adding up slices in their order gives the same bits whichever threads made them.
 *
 * <p>{@code first} and {@code second} are what the layer's batch norm needs, by filter: Σ w and Σ w² on the way forward, Σ dv and
 * Σ dv·(w − mean) on the way back.
 */
final class SliceSums {
    final float[] bankGradient;
    final float[] headGradient;
    final double[] first;
    final double[] second;
    final double[] threshold;
    double loss;
    int correct;
    long active;

    SliceSums(int bank, int head, int filters) {
        bankGradient = new float[bank];
        headGradient = new float[head];
        first = new double[filters];
        second = new double[filters];
        threshold = new double[filters];
    }

    void clear() {
        Arrays.fill(headGradient, 0);
        Arrays.fill(first, 0);
        Arrays.fill(second, 0);
        Arrays.fill(threshold, 0);
        loss = 0;
        correct = 0;
        active = 0;
    }
}
