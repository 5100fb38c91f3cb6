package org.whorl.ui.run;

import java.util.Arrays;

/**
 * One quantity as it was measured over training, and the same smoothed. FX thread only.
 *
 * <p>However long training goes on, a curve has at most {@value #CAPACITY} points: when there are more values, each point stands for two,
 * four, eight … values in a row, for their mean, their least and their greatest, so that no outlier is lost.
 *
 * <p>Smoothing is an exponential average with its bias corrected: the weights of what has been seen add up to one at every point, so
 * neither the first values nor the newest are drawn towards anything that was not measured.
 */
public final class Curve {
    /** More than can be told apart on any screen. */
    static final int CAPACITY = 1 << 15;

    /** After about so many values half of the average is older than the newest one. */
    private static final double SETTLING = 12;

    private double[] x = new double[256];
    private double[] mean = new double[256];
    private double[] least = new double[256];
    private double[] greatest = new double[256];
    private double[] smooth = new double[256];
    private int size;
    /** Values a point. */
    private int share = 1;
    /** Values in the last point. */
    private int filled;

    private double memory;
    private double average;
    private double weight;
    /** As they were before the last point. */
    private double averageBefore;

    private double weightBefore;

    /**
     * An empty curve.
     *
     * @param memory the share of the average that stays at each new value, 0 (no smoothing) to below 1
     */
    public Curve(double memory) {
        setMemory(memory);
    }

    /** Adds a value; those that are not numbers are left out. */
    public void add(double at, double value) {
        if (!Double.isFinite(value)) {
            return;
        }
        if (size == 0 || filled == share) {
            open();
            mean[size] = value;
            least[size] = value;
            greatest[size] = value;
            filled = 1;
            size++;
        } else {
            int last = size - 1;
            filled++;
            mean[last] += (value - mean[last]) / filled;
            least[last] = Math.min(least[last], value);
            greatest[last] = Math.max(greatest[last], value);
        }
        x[size - 1] = at;
        smoothPoint(size - 1);
    }

    /** Makes room for a point after the last one. */
    private void open() {
        if (size == CAPACITY) {
            halve();
        }
        if (size == x.length) {
            x = Arrays.copyOf(x, 2 * size);
            mean = Arrays.copyOf(mean, 2 * size);
            least = Arrays.copyOf(least, 2 * size);
            greatest = Arrays.copyOf(greatest, 2 * size);
            smooth = Arrays.copyOf(smooth, 2 * size);
        }
        averageBefore = average;
        weightBefore = weight;
    }

    /** Makes one point of every two. */
    private void halve() {
        size /= 2;
        share *= 2;
        for (int i = 0; i < size; i++) {
            int a = 2 * i;
            int b = a + 1;
            x[i] = x[b];
            mean[i] = (mean[a] + mean[b]) / 2;
            least[i] = Math.min(least[a], least[b]);
            greatest[i] = Math.max(greatest[a], greatest[b]);
            smooth[i] = smooth[b];
        }
    }

    private void smoothPoint(int i) {
        int values = i == size - 1 ? filled : share;
        // While a curve is short it changes fast, and remembering long would draw it where it was rather than where it
        // is.
        double earlier = (double) i * share;
        double keep = Math.pow(Math.min(memory, earlier / (earlier + SETTLING)), values);
        average = keep * averageBefore + (1 - keep) * mean[i];
        weight = keep * weightBefore + (1 - keep);
        smooth[i] = average / weight;
    }

    /** Smooths everything anew. */
    public void setMemory(double newMemory) {
        if (!(newMemory >= 0 && newMemory < 1)) {
            throw new IllegalArgumentException("smoothing: expected 0 to below 1, found " + newMemory);
        }
        memory = newMemory;
        average = 0;
        weight = 0;
        for (int i = 0; i < size; i++) {
            averageBefore = average;
            weightBefore = weight;
            smoothPoint(i);
        }
    }

    /** How many points there are. */
    public int size() {
        return size;
    }

    /** Where point i was measured, in epochs; the last of its values. */
    public double x(int i) {
        return x[i];
    }

    /** What was measured at point i, the mean of its values. */
    public double y(int i) {
        return mean[i];
    }

    /** The average at point i. */
    public double smooth(int i) {
        return smooth[i];
    }

    /** The last smoothed value; NaN where there is none. */
    public double latest() {
        return size == 0 ? Double.NaN : smooth[size - 1];
    }

    /** The index of the last point at or before this place; −1 where there is none. */
    public int before(double at) {
        int found = Arrays.binarySearch(x, 0, size, at);
        return found >= 0 ? found : -found - 2;
    }

    /**
     * The curve with no more points than can be told apart: the least and the greatest raw value of each column of a picture, or the last
     * smoothed one.
     *
     * @param smoothed which of the two
     * @param from the first epoch that is drawn
     * @param to the last one
     * @param columns how many pixels wide the picture is
     */
    public Points decimate(boolean smoothed, double from, double to, int columns) {
        double[] low = smoothed ? smooth : least;
        double[] high = smoothed ? smooth : greatest;
        Trace trace = new Trace(2 * columns + 4);
        int i = Math.max(0, before(from));
        int end = Math.min(size, before(to) + 2);
        if (end - i <= (smoothed || share == 1 ? 2 * columns : columns)) {
            for (; i < end; i++) {
                trace.add(x[i], low[i], x[i], high[i]);
            }
            return trace.points();
        }
        double width = (to - from) / columns;
        while (i < end && trace.hasRoom()) {
            double edge = from + width * (Math.floor((x[i] - from) / width) + 1);
            int lowest = i;
            int highest = i;
            int last = i;
            while (i < end && x[i] < edge) {
                lowest = low[i] < low[lowest] ? i : lowest;
                highest = high[i] > high[highest] ? i : highest;
                last = i++;
            }
            i = Math.max(i, last + 1);
            if (smoothed) {
                trace.add(x[last], smooth[last], x[last], smooth[last]);
            } else if (lowest <= highest) {
                trace.add(x[lowest], low[lowest], x[highest], high[highest]);
            } else {
                trace.add(x[highest], high[highest], x[lowest], low[lowest]);
            }
        }
        return trace.points();
    }

    /** Points to draw as they come together. */
    private static final class Trace {
        private final double[] px;
        private final double[] py;
        private int count;

        Trace(int capacity) {
            px = new double[capacity];
            py = new double[capacity];
        }

        boolean hasRoom() {
            return count + 2 <= px.length;
        }

        /** Two points, or one where they are the same. */
        void add(double x1, double y1, double x2, double y2) {
            px[count] = x1;
            py[count++] = y1;
            if (x1 != x2 || y1 != y2) {
                px[count] = x2;
                py[count++] = y2;
            }
        }

        Points points() {
            return new Points(px, py, count);
        }
    }

    /**
     * Points to draw.
     *
     * @param x in epochs, ascending; only the first {@code count} count
     * @param y values
     * @param count how many
     */
    public record Points(double[] x, double[] y, int count) {
        /** No points. */
        public static final Points NONE = new Points(new double[0], new double[0], 0);
    }
}
