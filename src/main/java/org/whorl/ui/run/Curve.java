package org.whorl.ui.run;

import java.util.Arrays;

/**
 * One quantity as it was measured over training, and the same smoothed. FX thread only.
 *
 * <p>Smoothing is an exponential average with its bias corrected: the weights of what has been seen add up to one at every point, so
 * neither the first values nor the newest are drawn towards anything that was not measured.
 */
public final class Curve {
    private double[] x = new double[256];
    private double[] y = new double[256];
    private double[] smooth = new double[256];
    private int size;
    private double memory;
    private double average;
    private double weight;

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
        if (size == x.length) {
            x = Arrays.copyOf(x, 2 * size);
            y = Arrays.copyOf(y, 2 * size);
            smooth = Arrays.copyOf(smooth, 2 * size);
        }
        x[size] = at;
        y[size] = value;
        smoothNext(size++);
    }

    private void smoothNext(int i) {
        average = memory * average + (1 - memory) * y[i];
        weight = memory * weight + (1 - memory);
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
            smoothNext(i);
        }
    }

    public int size() {
        return size;
    }

    /** Where value i was measured, in epochs. */
    public double x(int i) {
        return x[i];
    }

    public double y(int i) {
        return y[i];
    }

    public double smooth(int i) {
        return smooth[i];
    }

    /** The last smoothed value; NaN where there is none. */
    public double latest() {
        return size == 0 ? Double.NaN : smooth[size - 1];
    }

    /** The index of the last value at or before this place; −1 where there is none. */
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
        double[] values = smoothed ? smooth : y;
        double[] px = new double[2 * columns + 4];
        double[] py = new double[2 * columns + 4];
        int count = 0;
        int i = Math.max(0, before(from));
        int end = Math.min(size, before(to) + 2);
        if (end - i <= 2 * columns) {
            return new Points(Arrays.copyOfRange(x, i, end), Arrays.copyOfRange(values, i, end), end - i);
        }
        double width = (to - from) / columns;
        while (i < end && count + 2 <= px.length) {
            double edge = from + width * (Math.floor((x[i] - from) / width) + 1);
            int low = i;
            int high = i;
            int last = i;
            while (i < end && x[i] < edge) {
                low = values[i] < values[low] ? i : low;
                high = values[i] > values[high] ? i : high;
                last = i++;
            }
            i = Math.max(i, last + 1);
            if (smoothed || low == high) {
                px[count] = x[last];
                py[count++] = values[last];
            } else {
                int first = Math.min(low, high);
                int second = Math.max(low, high);
                px[count] = x[first];
                py[count++] = values[first];
                px[count] = x[second];
                py[count++] = values[second];
            }
        }
        return new Points(px, py, count);
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
