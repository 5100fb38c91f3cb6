package org.whorl.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ways of an angle that is learned, as far as they were gone in this session: one from each start of the search, and the run's. Written
 * by the thread that trains, read by any.
 */
final class AngleTracks {
    /** Points of one way; where there are more, each two become one. */
    private static final int MOST = 96;

    private final Map<Double, Way> search = new LinkedHashMap<>();
    private Way run;

    /** How much the newer steps count: nine tenths of a mean are those of the last quarter. */
    private static final double NEWER = 7;

    /** A step never counts less than this, so that what a long run does is seen. */
    private static final double LEAST = 0.01;

    /** One way; not thread-safe. */
    private static final class Way {
        private final double start;
        private final List<AngleTrack.Point> means = new ArrayList<>();
        private int stride = 1;
        private int count;
        private double angles;
        private double mean;
        private long steps;
        private double losses;

        Way(double start) {
            this.start = start;
        }

        /** A value of one batch, which says less than the mean of several. */
        void addNoisy(double angle, double loss) {
            steps++;
            mean += Math.max(LEAST, (NEWER + 1) / (steps + NEWER)) * (loss - mean);
            add(angle, mean);
        }

        void add(double angle, double loss) {
            // Around a whole turn, the mean of 359 and 1 is not 180.
            double before =
                    means.isEmpty() ? angle : means.get(means.size() - 1).angle();
            angles += before + Math.IEEEremainder(angle - before, 360);
            losses += loss;
            count++;
            if (count < stride) {
                return;
            }
            means.add(mean());
            count = 0;
            angles = 0;
            losses = 0;
            if (means.size() >= MOST) {
                halve();
            }
        }

        private AngleTrack.Point mean() {
            double degrees = angles / count;
            return new AngleTrack.Point(degrees - 360 * Math.floor(degrees / 360), losses / count);
        }

        private void halve() {
            List<AngleTrack.Point> half = new ArrayList<>();
            for (int i = 0; i + 1 < means.size(); i += 2) {
                double first = means.get(i).angle();
                double degrees = first + Math.IEEEremainder(means.get(i + 1).angle() - first, 360) / 2;
                half.add(new AngleTrack.Point(
                        degrees - 360 * Math.floor(degrees / 360),
                        (means.get(i).loss() + means.get(i + 1).loss()) / 2));
            }
            means.clear();
            means.addAll(half);
            stride *= 2;
        }

        AngleTrack track() {
            List<AngleTrack.Point> points = new ArrayList<>(means);
            if (count > 0) {
                points.add(mean());
            }
            return new AngleTrack(start, points);
        }
    }

    /** One pass of a pursuit further from a start; what it left unexplained. */
    synchronized void pursued(double start, double angle, double unexplained) {
        search.computeIfAbsent(start, Way::new).add(angle, unexplained);
    }

    /** One step of the run further. */
    synchronized void trained(double angle, double loss) {
        if (run == null) {
            run = new Way(angle);
        }
        run.addNoisy(angle, loss);
    }

    /** Those of the search, in the order in which they were begun. */
    synchronized List<AngleTrack> search() {
        List<AngleTrack> all = new ArrayList<>();
        search.values().forEach(way -> all.add(way.track()));
        return List.copyOf(all);
    }

    /** The run's way; empty before its first step. */
    synchronized List<AngleTrack.Point> run() {
        return run == null ? List.of() : run.track().points();
    }
}
