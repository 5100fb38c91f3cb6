package org.whorl.training;

/** Adam (Kingma and Ba, 2015) with β₁ 0.9, β₂ 0.999 and ε 1e-8, over one flat vector. */
final class Adam {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    private final float[] first;
    private final float[] second;
    private long steps;

    Adam(int size) {
        first = new float[size];
        second = new float[size];
    }

    /** Begins an update, in which every value is moved once. */
    void begin() {
        steps++;
    }

    /** Moves the values from one place to before another, of which those learned come first. */
    void move(float[] values, float[] gradient, int from, int to, double learningRate) {
        double correction1 = 1 - Math.pow(BETA1, steps);
        double correction2 = 1 - Math.pow(BETA2, steps);
        float rate = (float) (learningRate / correction1);
        float scale = (float) (1 / Math.sqrt(correction2));
        for (int i = from; i < to; i++) {
            float g = gradient[i];
            first[i] = (float) BETA1 * first[i] + (float) (1 - BETA1) * g;
            second[i] = (float) BETA2 * second[i] + (float) (1 - BETA2) * g * g;
            values[i] -= rate * first[i] / ((float) Math.sqrt(second[i]) * scale + (float) EPSILON);
        }
    }

    float[] first() {
        return first;
    }

    float[] second() {
        return second;
    }

    long steps() {
        return steps;
    }

    /** Continues as after so many steps; the moments are overwritten by whoever restores. */
    void resumeAt(long stepsDone) {
        steps = stepsDone;
    }
}
