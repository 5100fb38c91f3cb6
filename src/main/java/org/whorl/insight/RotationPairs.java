package org.whorl.insight;

import org.whorl.group.Interpolation;
import org.whorl.group.Rotation;

/**
 * How many filters of a bank are turns of one another: what a network spends on orientations that a group would give it.
 *
 * <p>Two filters count as a pair where the correlation coefficient of one and the other turned, bilinearly, by some multiple of 15° (none
 * included) is at least {@value #CORRELATION}, over all channels, inside the circle that fits into the filter.
 *
 * @param filters how many filters there are
 * @param pairs how many of the filters · (filters − 1) / 2 pairs are turns of one another
 */
public record RotationPairs(int filters, int pairs) {
    /** What a pair has to reach. */
    public static final double CORRELATION = 0.9;

    private static final double STEP = 15;

    /**
     * Counts them.
     *
     * @param bank [filters, channels, size, size]
     */
    public static RotationPairs of(float[] bank, int filters, int channels, int size) {
        int plane = size * size;
        int length = channels * plane;
        int[] inside = disc(size);
        double[][] upright = new double[filters][];
        for (int i = 0; i < filters; i++) {
            upright[i] = normalized(bank, i * length, channels, plane, inside);
        }
        boolean[] paired = new boolean[filters * filters];
        float[] turned = new float[length];
        for (double angle = 0; angle < 360; angle += STEP) {
            Rotation rotation = Rotation.of(size, angle, Interpolation.BILINEAR);
            for (int i = 0; i < filters; i++) {
                for (int c = 0; c < channels; c++) {
                    rotation.apply(bank, i * length + c * plane, turned, c * plane);
                }
                double[] one = normalized(turned, 0, channels, plane, inside);
                for (int j = 0; j < filters; j++) {
                    if (i != j && dot(one, upright[j]) >= CORRELATION) {
                        paired[Math.min(i, j) * filters + Math.max(i, j)] = true;
                    }
                }
            }
        }
        int pairs = 0;
        for (boolean pair : paired) {
            pairs += pair ? 1 : 0;
        }
        return new RotationPairs(filters, pairs);
    }

    /** All pairs that there are. */
    public int all() {
        return filters * (filters - 1) / 2;
    }

    /** The pixels inside the circle that touches the outer edges of the filter: radius size/2 about its centre. */
    private static int[] disc(int size) {
        double centre = (size - 1) / 2.0;
        return java.util.stream.IntStream.range(0, size * size)
                .filter(i -> Math.hypot(i / size - centre, i % size - centre) <= size / 2.0)
                .toArray();
    }

    /** The values inside the circle, less their mean, of norm 1; zeros where they are all the same. */
    private static double[] normalized(float[] values, int at, int channels, int plane, int[] inside) {
        double[] out = new double[channels * inside.length];
        double sum = 0;
        for (int c = 0; c < channels; c++) {
            for (int i = 0; i < inside.length; i++) {
                out[c * inside.length + i] = values[at + c * plane + inside[i]];
                sum += out[c * inside.length + i];
            }
        }
        double squares = 0;
        for (int i = 0; i < out.length; i++) {
            out[i] -= sum / out.length;
            squares += out[i] * out[i];
        }
        double norm = Math.sqrt(squares);
        for (int i = 0; i < out.length; i++) {
            out[i] = norm > 1e-9 ? out[i] / norm : 0;
        }
        return out;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
