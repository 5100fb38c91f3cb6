package org.whorl.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The search for the angle of a generator: how it went from each start, where the run is now, and the objective that its filters would
 * have at other angles. Angles above 180° are drawn where their opposites are, which have the same orbits. Starts are compared by the
 * share of the images that they leave unexplained, whose axis is at the left; that of the objective is at the right.
 *
 * @param order N; lines stand at the multiples of 360°/N, those at which an orbit of N copies closes
 * @param ways one from each start, and perhaps the run's
 * @param degrees angles in [0, 180], ascending, at which the objective of these filters was measured; none where it was not
 * @param losses the objective there
 */
public record AngleSearchFigure(int order, List<Way> ways, double[] degrees, double[] losses) implements Figure {
    private static final double ASPECT = 0.4;
    private static final double LEFT = 34;
    private static final double RIGHT = 8;
    private static final double RIGHT_AXIS = 34;
    private static final double HEAD = 14;
    private static final double FOOT = 18;
    private static final double DOT = 2.6;
    private static final double LARGE = 4;
    /** How high the marks of the starts are. */
    private static final double START = 5;

    /** From the marks up to the middle of a name. */
    private static final double NAME_GAP = 6;

    private static final Series OBJECTIVE = entry("objective at other angles, filters unchanged", SeriesStyle.FIRST);
    private static final Series BEST_START = entry("the best start, share unexplained", SeriesStyle.SECOND);
    private static final Series THE_RUN = entry("the run", SeriesStyle.THIRD);
    /** The share of the curve's points that lies within the picture where nothing else does: at small angles, where copies are alike, it may be very high. */
    private static final double SHOWN = 0.7;

    /** What a way is. */
    public enum Kind {
        /** From one of the starts. */
        TRIED,
        /** From the start that does best so far. */
        BEST,
        /** That of the run, which went on from the best. */
        RUN
    }

    /**
     * The way of an angle.
     *
     * @param start where it was begun, degrees
     * @param angles degrees, at least one
     * @param losses at each, of a start the share unexplained, of the run the objective
     */
    public record Way(double start, double[] angles, double[] losses, Kind kind) {
        public Way {
            if (angles.length == 0 || angles.length != losses.length) {
                throw new IllegalArgumentException("way: expected as many values as angles and at least one, found "
                        + losses.length + " and " + angles.length);
            }
        }

        double lastAngle() {
            return angles[angles.length - 1];
        }

        double lastLoss() {
            return losses[losses.length - 1];
        }
    }

    public AngleSearchFigure {
        ways = List.copyOf(ways);
        if (degrees.length != losses.length) {
            throw new IllegalArgumentException(
                    "objective: expected as many values as angles, found " + losses.length + " and " + degrees.length);
        }
    }

    @Override
    public String title() {
        return "The search for the angle";
    }

    @Override
    public String description() {
        return AngleSearchWords.of(this);
    }

    /** What the grey lines and points are, and the long stretches of lines, in a sentence or two; empty where there is neither. */
    public String others() {
        return AngleSearchWords.others(this);
    }

    static String angle(double degrees) {
        return Numbers.degrees(degrees);
    }

    @Override
    public double height(double width, Canvas canvas) {
        // Room for all that a search comes to show, from its start: what stands below does not move while it runs.
        return Math.rint(width * ASPECT) + PlotText.legendHeight(List.of(OBJECTIVE, BEST_START, THE_RUN), width);
    }

    private Rectangle2D area(double width) {
        return new Rectangle2D.Double(
                LEFT,
                HEAD,
                width - LEFT - (hasObjective() ? RIGHT_AXIS : RIGHT),
                Math.max(10, Math.rint(width * ASPECT) - HEAD - FOOT));
    }

    private boolean hasObjective() {
        return degrees.length > 0 || runs().findAny().isPresent();
    }

    private Stream<Way> runs() {
        return ways.stream().filter(way -> way.kind() == Kind.RUN);
    }

    Stream<Way> starts() {
        return ways.stream().filter(way -> way.kind() != Kind.RUN);
    }

    private static DoubleStream losses(Stream<Way> some) {
        return some.flatMapToDouble(way -> Arrays.stream(way.losses()));
    }

    private static double lastMost(Stream<Way> some, double otherwise) {
        return some.mapToDouble(Way::lastLoss).max().orElse(otherwise);
    }

    /** Of the starts. */
    private AngleFrame searched(Rectangle2D area) {
        return AngleFrame.fit(area, losses(starts()), lastMost(starts(), 0));
    }

    /** Of the run and of the curve, which may rise high where copies are alike. */
    private AngleFrame objective(Rectangle2D area) {
        double[] sorted = Arrays.stream(losses).sorted().toArray();
        double most = sorted.length == 0 ? 0 : sorted[(int) (SHOWN * (sorted.length - 1))];
        return AngleFrame.fit(
                area,
                DoubleStream.concat(losses(runs()), Arrays.stream(losses)),
                Math.max(most, lastMost(runs(), most)));
    }

    @Override
    public void draw(Graphics2D g, double width, Theme theme, Canvas canvas) {
        g.setFont(PlotText.font(g));
        Rectangle2D area = area(width);
        AngleFrame searched = searched(area);
        AngleFrame objective = objective(area);
        searched.drawAngles(g, theme);
        if (starts().findAny().isPresent()) {
            searched.drawValues(g, false, theme);
        }
        if (hasObjective()) {
            objective.drawValues(g, true, theme);
        }
        searched.drawRoots(g, order, theme);
        nameAxes(g, width, theme);
        Shape clip = g.getClip();
        g.clip(area);
        if (degrees.length > 1) {
            g.setColor(SeriesStyle.FIRST.color(theme));
            g.setStroke(SeriesStyle.FIRST.stroke());
            g.draw(objective.path(degrees, losses));
        }
        ways.forEach(way -> drawWay(g, way, way.kind() == Kind.RUN ? objective : searched, theme));
        g.setClip(clip);
        double above = area.getMaxY() - START - NAME_GAP;
        for (Way way : ways.stream().filter(way -> way.kind() != Kind.TRIED).toList()) {
            above = drawName(g, way, way.kind() == Kind.RUN ? objective : searched, above, theme);
        }
        PlotText.legend(g, legend(), width, Math.rint(width * ASPECT), theme);
    }

    private void nameAxes(Graphics2D g, double width, Theme theme) {
        g.setColor(theme.muted());
        float y = (float) (PlotText.SIZE * 0.8);
        g.drawString(leftName(), 0, y);
        g.drawString(rightName(), (float) (width - PlotText.width(g.getFont(), rightName())), y);
    }

    /** What the axis at the left measures; empty where there is none. */
    String leftName() {
        return starts().findAny().isPresent() ? "unexplained" : "";
    }

    /** What the axis at the right measures; empty where there is none. */
    String rightName() {
        return hasObjective() ? "objective" : "";
    }

    List<Series> legend() {
        List<Series> entries = new ArrayList<>();
        if (degrees.length > 1) {
            entries.add(OBJECTIVE);
        }
        // Of a model only the ends of its starts are known, which are points, not lines.
        if (ways.stream().anyMatch(way -> way.kind() == Kind.BEST && way.angles().length > 1)) {
            entries.add(BEST_START);
        }
        if (runs().findAny().isPresent()) {
            entries.add(THE_RUN);
        }
        return entries;
    }

    private static Series entry(String name, SeriesStyle style) {
        return new Series(name, style, new double[0], new double[0]);
    }

    private static Color color(Way way, Theme theme) {
        return switch (way.kind()) {
            case TRIED -> theme.muted();
            case BEST -> SeriesStyle.SECOND.color(theme);
            case RUN -> SeriesStyle.THIRD.color(theme);
        };
    }

    private static void drawWay(Graphics2D g, Way way, AngleFrame frame, Theme theme) {
        boolean strong = way.kind() != Kind.TRIED;
        g.setColor(color(way, theme));
        BasicStroke full = new BasicStroke(strong ? 1.2f : 0.7f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
        // As the legend has it.
        g.setStroke(
                switch (way.kind()) {
                    case TRIED -> full;
                    case BEST -> SeriesStyle.SECOND.stroke();
                    case RUN -> SeriesStyle.THIRD.stroke();
                });
        g.draw(frame.path(way.angles(), way.losses()));
        g.setStroke(full);
        double radius = strong ? LARGE : DOT;
        double x = frame.x(way.lastAngle());
        double y = frame.y(way.lastLoss());
        g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
        double start = frame.x(way.start());
        double foot = frame.area().getMaxY();
        g.draw(new Line2D.Double(start, foot - START, start, foot));
    }

    /**
     * Names where a way ends.
     *
     * @param lowest where the middle of the name may be: above the marks at the foot, and above the name before
     * @return the same for the next name
     */
    private static double drawName(Graphics2D g, Way way, AngleFrame frame, double lowest, Theme theme) {
        Rectangle2D area = frame.area();
        double y = nameHeight(frame.y(way.lastLoss()), lowest);
        String name =
                (way.kind() == Kind.BEST && way.angles().length == 1 ? "best start, " : "") + angle(way.lastAngle());
        double width = PlotText.width(g.getFont(), name);
        double x = frame.x(way.lastAngle()) + LARGE + 3;
        g.setColor(color(way, theme));
        g.drawString(name, (float) (x + width > area.getMaxX() ? x - 2 * LARGE - 6 - width : x), (float)
                (y + PlotText.SIZE * 0.36));
        return y - PlotText.LINE;
    }

    /** Where the middle of a name is that belongs to a point at this height. */
    static double nameHeight(double point, double lowest) {
        return Math.max(HEAD + PlotText.SIZE, Math.min(lowest, point));
    }
}
