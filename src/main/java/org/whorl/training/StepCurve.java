package org.whorl.training;

import java.util.Arrays;

/**
 * One quantity as steps measured it. However long training goes on there are at most {@value #CAPACITY} points: when there are more values,
 * each point stands for two, four, eight … values in a row, for their mean, their least and their greatest, so that no outlier is lost.
 */
public final class StepCurve {
    /** More than can be told apart on any screen. */
    public static final int CAPACITY = 1 << 15;

    private double[] x = new double[256];
    private double[] mean = new double[256];
    private double[] least = new double[256];
    private double[] greatest = new double[256];
    private int size;
    /** Values a point. */
    private int share = 1;
    /** Values in the last point. */
    private int filled;

    /** Adds a value; those that are not numbers are left out. */
    public void add(double at, double value) {
        if (!Double.isFinite(value)) {
            return;
        }
        if (opens()) {
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
    }

    /** Whether the next value begins a point. */
    public boolean opens() {
        return size == 0 || filled == share;
    }

    /** Whether the next value makes one point of every two first: point i of those two that were 2i and 2i + 1. */
    public boolean halves() {
        return opens() && size == CAPACITY;
    }

    /** Makes room for a point after the last one. */
    private void open() {
        if (size == CAPACITY) {
            halve();
        }
        if (size == x.length) {
            grow(2 * size);
        }
    }

    private void grow(int length) {
        x = Arrays.copyOf(x, length);
        mean = Arrays.copyOf(mean, length);
        least = Arrays.copyOf(least, length);
        greatest = Arrays.copyOf(greatest, length);
    }

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
        }
    }

    /**
     * The same with places in another unit.
     *
     * @param unit in which places are told from now on: steps an epoch, to have them in epochs
     */
    public StepCurve in(double unit) {
        StepCurve copy = new StepCurve();
        copy.grow(Math.max(256, size));
        System.arraycopy(mean, 0, copy.mean, 0, size);
        System.arraycopy(least, 0, copy.least, 0, size);
        System.arraycopy(greatest, 0, copy.greatest, 0, size);
        for (int i = 0; i < size; i++) {
            copy.x[i] = x[i] / unit;
        }
        copy.size = size;
        copy.share = share;
        copy.filled = filled;
        return copy;
    }

    /**
     * The points of a file, without those after a place.
     *
     * @param points [n, 4]: place, mean, least and greatest value, places ascending
     * @param share values a point, but for the last
     * @param filled values in the last point
     * @param last the last place that counts
     */
    static StepCurve of(float[] points, int share, int filled, double last) {
        StepCurve curve = new StepCurve();
        int n = points.length / 4;
        curve.grow(Math.max(256, n));
        curve.share = share;
        curve.filled = filled;
        while (curve.size < n && points[4 * curve.size] <= last) {
            int at = 4 * curve.size;
            curve.x[curve.size] = points[at];
            curve.mean[curve.size] = points[at + 1];
            curve.least[curve.size] = points[at + 2];
            curve.greatest[curve.size] = points[at + 3];
            curve.size++;
        }
        if (curve.size < n) {
            curve.filled = share;
        }
        return curve;
    }

    /** All points as {@link #of} reads them. */
    float[] points() {
        float[] points = new float[4 * size];
        for (int i = 0; i < size; i++) {
            points[4 * i] = (float) x[i];
            points[4 * i + 1] = (float) mean[i];
            points[4 * i + 2] = (float) least[i];
            points[4 * i + 3] = (float) greatest[i];
        }
        return points;
    }

    /** How many points there are. */
    public int size() {
        return size;
    }

    /** How many values a point stands for, but for the last. */
    public int share() {
        return share;
    }

    /** How many values the last point stands for. */
    public int filled() {
        return filled;
    }

    /** Where point i was measured; the last of its values. */
    public double x(int i) {
        return x[i];
    }

    /** The mean of point i's values. */
    public double mean(int i) {
        return mean[i];
    }

    /** The least of point i's values. */
    public double least(int i) {
        return least[i];
    }

    /** The greatest of point i's values. */
    public double greatest(int i) {
        return greatest[i];
    }

    /** The index of the last point at or before this place; −1 where there is none. */
    public int before(double at) {
        int found = Arrays.binarySearch(x, 0, size, at);
        return found >= 0 ? found : -found - 2;
    }
}
