package org.whorl.figure;

import java.awt.Font;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** The numbers at the rings of a polar figure, along one ray. */
record PolarScale(List<Number> numbers) {
    /**
     * Halfway between spokes, in degrees, and not so level that numbers would touch; the first stand at the top, so that numbers move only
     * where a curve is under them.
     */
    static final List<Double> RAYS = List.of(-15.0, 15.0, -45.0, 45.0, -135.0, 135.0, -165.0, 165.0);

    private static final double LEAST_RING = 11;
    /** How far the middle of a line of text is from its ring, where that runs above it. */
    private static final double LABEL_IN = 9;

    /** Between a number and a ring beside it, or the upright spoke. */
    private static final double CLEAR = 2.5;

    /** Points from one place of a curve that is looked at to the next. */
    private static final double STEP = 1;

    /**
     * One of them.
     *
     * @param x of its middle, in points
     * @param y of its middle
     * @param room what it covers
     */
    record Number(String text, double x, double y, Rectangle2D room) {}

    /**
     * Those along a ray.
     *
     * @param limit the value at the rim
     * @param share whether values are shares, shown as per cent
     */
    static PolarScale along(double ray, PolarFigure.Rim rim, double limit, boolean share, Font font) {
        List<Number> numbers = new ArrayList<>();
        // Where rings are closer than lines of text, every second has its number.
        int every = rim.radius() / PolarFigure.RINGS < LEAST_RING ? 2 : 1;
        double across = Math.abs(Math.sin(Math.toRadians(ray)));
        for (int ring = every; ring <= PolarFigure.RINGS; ring += every) {
            double value = limit * ring / PolarFigure.RINGS;
            String text = share ? Math.round(100 * value) + " %" : Numbers.format(value);
            double half = PlotText.width(font, text) / 2 + CLEAR;
            // Within its ring, not on it: a curve of so much all around, as 100 % of an invariant network, would run
            // through the number.
            double in = Math.max(LABEL_IN, across * half + (1 - across) * LABEL_IN);
            double[] at = rim.at(ray, (double) ring / PolarFigure.RINGS - in / rim.radius());
            double x = at[0];
            if (across < 0.5) {
                // Near the centre the ray is close to the upright spoke, on which numbers could not be read.
                x = ray < 0 ? Math.max(rim.x() + half, x) : Math.min(rim.x() - half, x);
            }
            numbers.add(new Number(
                    text,
                    x,
                    at[1],
                    new Rectangle2D.Double(x - half, at[1] - PlotText.SIZE * 0.6, 2 * half, PlotText.SIZE * 1.2)));
        }
        return new PolarScale(List.copyOf(numbers));
    }

    /** How much of curves lies under the numbers, in points of their length. */
    int hidden(List<Path2D> curves) {
        return numbers.stream().mapToInt(number -> hidden(number, curves)).sum();
    }

    /** How much of curves lies under one of the numbers. */
    static int hidden(Number number, List<Path2D> curves) {
        int hidden = 0;
        double[] to = new double[6];
        for (Path2D curve : curves) {
            Point2D from = null;
            for (PathIterator it = curve.getPathIterator(null); !it.isDone(); it.next()) {
                boolean line = it.currentSegment(to) == PathIterator.SEG_LINETO;
                Point2D next = new Point2D.Double(to[0], to[1]);
                if (line && from != null) {
                    hidden += hidden(number.room(), from, next);
                }
                from = next;
            }
        }
        return hidden;
    }

    private static int hidden(Rectangle2D room, Point2D from, Point2D to) {
        int steps = (int) Math.ceil(from.distance(to) / STEP);
        int hidden = 0;
        for (int i = 0; i < steps; i++) {
            double x = from.getX() + (to.getX() - from.getX()) * i / steps;
            double y = from.getY() + (to.getY() - from.getY()) * i / steps;
            hidden += room.contains(x, y) ? 1 : 0;
        }
        return hidden;
    }
}
