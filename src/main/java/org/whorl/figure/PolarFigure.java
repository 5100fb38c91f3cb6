package org.whorl.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.Comparator;
import java.util.List;

import org.whorl.group.CyclicGroup;

/**
 * Curves over angles, around a centre: 0° at the top, counter-clockwise as the images turn. Values run from 0 at the centre to the limit
 * at the rim. Marks at the rim are the angles of the group: filled where the pixel grid has that rotation, hollow where it has not.
 *
 * @param series the curves; their places are degrees, and each is closed to a ring
 * @param limit the value at the rim, &gt; 0
 * @param share whether values are shares, shown as per cent
 * @param elements angles of the group in degrees; none for no marks
 * @param legend whether the curves' names stand below
 * @param arcs drawn along the rim, outside it, in the first curve's colour
 * @param filled whether the ground between the centre and the first curve is tinted
 */
public record PolarFigure(
        String title,
        String description,
        List<Series> series,
        double limit,
        boolean share,
        List<Double> elements,
        boolean legend,
        List<Arc> arcs,
        boolean filled)
        implements Figure {
    private static final double MARGIN = 22;
    /** Where arcs are to fit between the rim and the angles. */
    private static final double WIDE_MARGIN = 27;

    private static final double ARC_WIDTH = 2;
    /** How far arcs are outside the rim. */
    private static final double ARC_OUT = 4.5;

    private static final int TINT = 46;
    private static final double LARGEST = 300;
    static final int RINGS = 4;
    private static final int SPOKES = 12;
    private static final double LABEL_OUT = 13;
    private static final double WIDE_LABEL_OUT = 17.5;

    private static final double MARK = 2.4;
    /** Neighbours farther apart than this are not joined: what lies between has not been measured. */
    private static final double LARGEST_GAP = 91;

    public PolarFigure {
        series = List.copyOf(series);
        elements = List.copyOf(elements);
        arcs = List.copyOf(arcs);
        if (!(limit > 0)) {
            throw new IllegalArgumentException("limit: expected a number above 0, found " + limit);
        }
    }

    /** Without arcs, and not tinted. */
    public PolarFigure(
            String title,
            String description,
            List<Series> series,
            double limit,
            boolean share,
            List<Double> elements,
            boolean legend) {
        this(title, description, series, limit, share, elements, legend, List.of(), false);
    }

    /**
     * A part of the rim.
     *
     * @param from in degrees
     * @param extent in degrees, counter-clockwise; 360 for all of it
     */
    public record Arc(double from, double extent) {}

    /**
     * Where the rim is.
     *
     * @param x of the centre, in points
     * @param y of the centre
     * @param radius of the rim
     */
    public record Rim(double x, double y, double radius) {
        /** The place of a value, as x and y. */
        public double[] at(double degrees, double share) {
            double radians = Math.toRadians(degrees);
            return new double[] {x - radius * share * Math.sin(radians), y - radius * share * Math.cos(radians)};
        }

        /** The angle in whose direction a place lies, 0 to 360. */
        public double degrees(double px, double py) {
            double degrees = Math.toDegrees(Math.atan2(x - px, y - py));
            return degrees < 0 ? degrees + 360 : degrees;
        }
    }

    /** The same with the curves' names below it, as a picture on its own needs them. */
    public PolarFigure withLegend() {
        return new PolarFigure(title, description, series, limit, share, elements, true, arcs, filled);
    }

    /** A limit that is easy to read, at or above the greatest value. */
    public static double limitFor(List<Series> series) {
        double max = series.stream()
                .mapToDouble(Series::max)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        if (max <= 0) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(max)));
        for (double step : new double[] {1, 1.2, 1.6, 2, 3, 4, 6, 8}) {
            if (max <= step * power * (1 + 1e-9)) {
                return step * power;
            }
        }
        return 10 * power;
    }

    /** The rim in a figure of this width. */
    public Rim rim(double width) {
        double size = Math.min(width, LARGEST);
        return new Rim(width / 2, size / 2, size / 2 - (filled ? WIDE_MARGIN : MARGIN));
    }

    @Override
    public double height(double width, Canvas canvas) {
        return Math.min(width, LARGEST) + (legend ? PlotText.legendHeight(series, width) + 2 : 0);
    }

    @Override
    public void draw(Graphics2D g, double width, Theme theme, Canvas canvas) {
        g.setFont(PlotText.font(g));
        Rim rim = rim(width);
        drawGrid(g, rim, theme);
        if (filled && !series.isEmpty()) {
            Color ink = series.get(0).style().color(theme);
            g.setColor(new Color(ink.getRed(), ink.getGreen(), ink.getBlue(), TINT));
            g.fill(area(series.get(0), rim));
        }
        drawArcs(g, rim, theme);
        for (Series one : series) {
            g.setColor(one.style().color(theme));
            g.setStroke(one.style().stroke());
            g.draw(path(one, rim));
        }
        // Over the curves, which would strike its numbers through.
        drawScale(g, rim, theme);
        drawElements(g, rim, theme);
        if (legend) {
            PlotText.legend(g, series, width, Math.min(width, LARGEST) + 2, theme);
        }
    }

    private void drawGrid(Graphics2D g, Rim rim, Theme theme) {
        g.setStroke(new BasicStroke(0.6f));
        g.setColor(theme.line());
        for (int ring = 1; ring <= RINGS; ring++) {
            double radius = rim.radius * ring / RINGS;
            g.draw(new Ellipse2D.Double(rim.x - radius, rim.y - radius, 2 * radius, 2 * radius));
        }
        for (int spoke = 0; spoke < SPOKES; spoke++) {
            double degrees = spoke * 360.0 / SPOKES;
            double[] end = rim.at(degrees, 1);
            g.setColor(theme.line());
            g.draw(new Line2D.Double(rim.x, rim.y, end[0], end[1]));
            double[] label = rim.at(degrees, 1 + (filled ? WIDE_LABEL_OUT : LABEL_OUT) / rim.radius);
            g.setColor(theme.muted());
            PlotText.centred(g, CyclicGroup.format(degrees) + "°", label[0], label[1], null);
        }
    }

    private void drawElements(Graphics2D g, Rim rim, Theme theme) {
        g.setStroke(new BasicStroke(1));
        for (double degrees : elements) {
            double[] at = rim.at(degrees, 1);
            Ellipse2D mark = new Ellipse2D.Double(at[0] - MARK, at[1] - MARK, 2 * MARK, 2 * MARK);
            boolean exact = degrees % 90 == 0;
            g.setColor(exact ? theme.text() : theme.ground());
            g.fill(mark);
            g.setColor(theme.text());
            g.draw(mark);
        }
    }

    private void drawScale(Graphics2D g, Rim rim, Theme theme) {
        List<Path2D> curves = curves(rim);
        g.setColor(theme.muted());
        for (PolarScale.Number number : scale(rim, g.getFont()).numbers()) {
            // On a tint a ground of its own is a hole, which only a curve that would strike the number through is
            // worth.
            boolean ground = !filled || PolarScale.hidden(number, curves) > 0;
            PlotText.centred(g, number.text(), number.x(), number.y(), ground ? theme.ground() : null);
        }
    }

    /** Numbers at the rings, along the ray where they hide the least of the curves. */
    PolarScale scale(Rim rim, Font font) {
        List<Path2D> curves = curves(rim);
        return PolarScale.RAYS.stream()
                .map(ray -> PolarScale.along(ray, rim, limit, share, font))
                .min(Comparator.comparingInt(scale -> scale.hidden(curves)))
                .orElseThrow();
    }

    private List<Path2D> curves(Rim rim) {
        return series.stream().map(one -> path(one, rim)).toList();
    }

    private void drawArcs(Graphics2D g, Rim rim, Theme theme) {
        for (Arc arc : arcs) {
            g.setColor(series.get(0).style().color(theme));
            g.setStroke(new BasicStroke((float) ARC_WIDTH, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
            Path2D line = new Path2D.Double();
            int pieces = (int) Math.max(1, Math.ceil(arc.extent() / 2));
            for (int i = 0; i <= pieces; i++) {
                double[] at = rim.at(arc.from() + arc.extent() * i / pieces, 1 + ARC_OUT / rim.radius);
                if (i == 0) {
                    line.moveTo(at[0], at[1]);
                } else {
                    line.lineTo(at[0], at[1]);
                }
            }
            g.draw(line);
        }
    }

    /** What lies between the centre and a curve, as far as that goes. */
    private Path2D area(Series one, Rim rim) {
        return path(one, rim, true);
    }

    private Path2D path(Series one, Rim rim) {
        return path(one, rim, false);
    }

    /**
     * A curve.
     *
     * @param fromCentre whether each of its parts begins and ends at the centre, unless it is a whole ring
     */
    private Path2D path(Series one, Rim rim, boolean fromCentre) {
        Path2D path = new Path2D.Double();
        boolean centre = fromCentre && !isRing(one);
        int count = one.x().length;
        boolean drawn = false;
        for (int i = 0; i <= count && count > 1; i++) {
            double value = one.y()[i % count];
            double gap = i == 0 ? 0 : Math.floorMod(Math.round(one.x()[i % count] - one.x()[i - 1]), 360L);
            boolean goesOn = drawn && !Double.isNaN(value) && gap <= LARGEST_GAP;
            if (centre && drawn && !goesOn) {
                path.lineTo(rim.x, rim.y);
            }
            drawn = !Double.isNaN(value);
            if (!drawn) {
                continue;
            }
            double[] at = rim.at(one.x()[i % count], Math.min(1, value / limit));
            if (goesOn) {
                path.lineTo(at[0], at[1]);
            } else if (centre) {
                path.moveTo(rim.x, rim.y);
                path.lineTo(at[0], at[1]);
            } else {
                path.moveTo(at[0], at[1]);
            }
        }
        return path;
    }

    /** Whether a curve goes all the way round without a gap. */
    private static boolean isRing(Series one) {
        int count = one.x().length;
        boolean whole = count > 2;
        for (int i = 0; i < count && whole; i++) {
            double gap = Math.floorMod(Math.round(one.x()[(i + 1) % count] - one.x()[i]), 360L);
            whole = !Double.isNaN(one.y()[i]) && gap <= LARGEST_GAP;
        }
        return whole;
    }
}
