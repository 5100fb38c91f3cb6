package org.whorl.ui.model.run;

import java.util.Arrays;

import org.whorl.training.StepCurve;

/**
 * One quantity as it was measured over training, and the same smoothed. FX thread only.
 *
 * <p>Its points are those of a {@link StepCurve}, whose number is bounded.
 *
 * <p>Smoothing is an exponential average with its bias corrected: the weights of what has been seen add up to one at every point, so
 * neither the first values nor the newest are drawn towards anything that was not measured.
 */
public final class Curve {
    /** After about so many values half of the average is older than the newest one. */
    private static final double SETTLING = 12;

    private final StepCurve points;
    private double[] smooth = new double[256];

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
        this(new StepCurve(), memory);
    }

    /** A curve that begins with points measured before. */
    Curve(StepCurve begun, double memory) {
        points = begun;
        setMemory(memory);
    }

    /** Adds a value; those that are not numbers are left out. */
    public void add(double at, double value) {
        if (!Double.isFinite(value)) {
            return;
        }
        if (points.opens()) {
            if (points.halves()) {
                for (int i = 0; i < size() / 2; i++) {
                    smooth[i] = smooth[2 * i + 1];
                }
            }
            averageBefore = average;
            weightBefore = weight;
        }
        points.add(at, value);
        smoothPoint(size() - 1);
    }

    private void smoothPoint(int i) {
        int values = i == size() - 1 ? points.filled() : points.share();
        // While a curve is short it changes fast, and remembering long would draw it where it was rather than where it
        // is.
        double earlier = (double) i * points.share();
        double keep = Math.pow(Math.min(memory, earlier / (earlier + SETTLING)), values);
        average = keep * averageBefore + (1 - keep) * points.mean(i);
        weight = keep * weightBefore + (1 - keep);
        if (i == smooth.length) {
            smooth = Arrays.copyOf(smooth, 2 * i);
        }
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
        for (int i = 0; i < size(); i++) {
            averageBefore = average;
            weightBefore = weight;
            smoothPoint(i);
        }
    }

    /** Whether it is drawn otherwise than it was measured. */
    public boolean isSmoothed() {
        return memory > 0;
    }

    /** How many points there are. */
    public int size() {
        return points.size();
    }

    /** Where point i was measured, in epochs; the last of its values. */
    public double x(int i) {
        return points.x(i);
    }

    /** What was measured at point i, the mean of its values. */
    public double y(int i) {
        return points.mean(i);
    }

    /** The average at point i. */
    public double smooth(int i) {
        return smooth[i];
    }

    /** The last smoothed value; NaN where there is none. */
    public double latest() {
        return size() == 0 ? Double.NaN : smooth[size() - 1];
    }

    /** The index of the last point at or before this place; −1 where there is none. */
    public int before(double at) {
        return points.before(at);
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
        Trace trace = new Trace(2 * columns + 4);
        int i = Math.max(0, before(from));
        int end = Math.min(size(), before(to) + 2);
        if (end - i <= (smoothed || points.share() == 1 ? 2 * columns : columns)) {
            for (; i < end; i++) {
                trace.add(x(i), low(smoothed, i), x(i), high(smoothed, i));
            }
            return trace.points();
        }
        double width = (to - from) / columns;
        while (i < end && trace.hasRoom()) {
            double edge = from + width * (Math.floor((x(i) - from) / width) + 1);
            int lowest = i;
            int highest = i;
            int last = i;
            while (i < end && x(i) < edge) {
                lowest = low(smoothed, i) < low(smoothed, lowest) ? i : lowest;
                highest = high(smoothed, i) > high(smoothed, highest) ? i : highest;
                last = i++;
            }
            i = Math.max(i, last + 1);
            if (smoothed) {
                trace.add(x(last), smooth[last], x(last), smooth[last]);
            } else if (lowest <= highest) {
                trace.add(x(lowest), points.least(lowest), x(highest), points.greatest(highest));
            } else {
                trace.add(x(highest), points.greatest(highest), x(lowest), points.least(lowest));
            }
        }
        return trace.points();
    }

    private double low(boolean smoothed, int i) {
        return smoothed ? smooth[i] : points.least(i);
    }

    private double high(boolean smoothed, int i) {
        return smoothed ? smooth[i] : points.greatest(i);
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
