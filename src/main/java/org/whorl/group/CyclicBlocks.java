package org.whorl.group;

import java.util.Arrays;

/**
 * What every orthogonal matrix with C^N = I is in a suitable frame: C = blockdiag(1 …, rot(2πk/N) …, −1 …), the last for even N. The k
 * of the planes are as often as each other, or once more, as in a space of which every direction has N copies.
 */
final class CyclicBlocks {
    private final int order;

    /** k by coordinate; the second of a plane has {@link #SECOND}. */
    private final int[] multiples;

    private final double[] cosines;
    private final double[] sines;

    private static final int SECOND = -1;

    /**
     * @param order N, at least 1
     * @param size the coordinates
     */
    CyclicBlocks(int order, int size) {
        this.order = order;
        multiples = new int[size];
        int at = 0;
        for (int k = 0; at < size; k = k >= order / 2 ? 0 : k + 1) {
            boolean line = 2 * k % order == 0;
            if (line) {
                multiples[at++] = k;
            } else if (at + 2 <= size) {
                multiples[at++] = k;
                multiples[at++] = SECOND;
            } else {
                // One coordinate is left, and no plane fits: it stays as it is.
                multiples[at++] = 0;
            }
        }
        cosines = new double[order];
        sines = new double[order];
        for (int i = 0; i < order; i++) {
            cosines[i] = cosine(i);
            sines[i] = cosine(Math.floorMod(4 * i - order, 4 * order) / 4.0);
        }
    }

    /** cos(2πi/N), whose quarters are exact. */
    private double cosine(double i) {
        double quarters = 4 * i / order;
        if (quarters == Math.rint(quarters)) {
            return new double[] {1, 0, -1, 0}[Math.floorMod((int) quarters, 4)];
        }
        return StrictMath.cos(2 * Math.PI * i / order);
    }

    /** The k of all blocks, ascending. */
    int[] multiples() {
        return Arrays.stream(multiples).filter(k -> k != SECOND).sorted().toArray();
    }

    /** Writes Cʳ x, also for a negative r. */
    void turn(double[] x, int r, double[] turned) {
        for (int i = 0; i < x.length; i++) {
            int place = Math.floorMod((long) multiples[i] * r, order);
            double cosine = cosines[place];
            if (i + 1 < x.length && multiples[i + 1] == SECOND) {
                double sine = sines[place];
                double first = x[i];
                double second = x[i + 1];
                turned[i] = cosine * first - sine * second;
                turned[i + 1] = sine * first + cosine * second;
                i++;
            } else {
                turned[i] = cosine * x[i];
            }
        }
    }
}
