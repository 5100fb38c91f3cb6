package org.whorl.group;

import java.util.SplittableRandom;

/** Numbers that linear maps are tried with. */
final class Vectors {
    private Vectors() {}

    /** Evenly from −½ to ½. */
    static float[] noise(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (random.nextDouble() - 0.5);
        }
        return values;
    }

    static double inner(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
