package org.whorl.training;

import java.util.SplittableRandom;

/** The order in which an epoch takes its images: a function of seed and epoch alone, so that a resumed run takes the same. */
final class Order {
    private Order() {}

    /** A permutation of 0 … count − 1. */
    static int[] of(int count, long seed, int epoch) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = i;
        }
        SplittableRandom random = new SplittableRandom(seed * 0x9e3779b97f4a7c15L + epoch);
        for (int i = count - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
        return order;
    }
}
