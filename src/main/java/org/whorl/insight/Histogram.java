package org.whorl.insight;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How often values occur, on an axis that is linear around zero and logarithmic further out: position = asinh(value / unit). So both a
 * threshold and values a thousand times as large have room.
 *
 * @param unit the value where the axis turns from linear to logarithmic, &gt; 0
 * @param from the position of the axis's left end
 * @param to the position of its right end, &gt; from
 * @param counts how many values fall into each of the equally wide bins; the last includes its right end
 */
public record Histogram(double unit, double from, double to, List<Integer> counts) {
    public Histogram {
        if (!(unit > 0) || !(from < to) || counts.isEmpty()) {
            throw new IllegalArgumentException(
                    "histogram: expected a unit above 0 and an axis from left to right, found " + unit + ", " + from
                            + " to " + to);
        }
        counts = List.copyOf(counts);
    }

    /** Counts the values for which the mask, where there is one, is not zero; values beyond the ends fall into the outermost bins. */
    public static Histogram of(float[] values, float[] mask, double unit, double least, double greatest, int bins) {
        double from = position(least, unit);
        double to = position(greatest, unit);
        int[] counts = new int[bins];
        for (int i = 0; i < values.length; i++) {
            if (mask == null || mask[i] != 0) {
                int bin = (int) Math.floor((position(values[i], unit) - from) / (to - from) * bins);
                counts[Math.max(0, Math.min(bins - 1, bin))]++;
            }
        }
        return new Histogram(unit, from, to, IntStream.of(counts).boxed().toList());
    }

    private static double position(double value, double unit) {
        double x = value / unit;
        // asinh
        return Math.signum(x) * Math.log(Math.abs(x) + Math.sqrt(x * x + 1));
    }

    /** Where a value lies on the axis: 0 at its left end, 1 at its right. */
    public double share(double value) {
        return (position(value, unit) - from) / (to - from);
    }

    /** The value at a place on the axis; the inverse of {@link #share}. */
    public double value(double share) {
        return unit * Math.sinh(from + share * (to - from));
    }

    /** The greatest count. */
    public int peak() {
        return counts.stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}
