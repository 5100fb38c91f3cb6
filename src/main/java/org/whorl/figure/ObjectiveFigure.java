package org.whorl.figure;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.whorl.network.Trace;

/**
 * The objective ½‖x−Wu‖² + λ‖u‖₁ of one input from layer to layer, on a logarithmic axis, and dashed its first part.
 *
 * @param layers at least one
 * @param current the layer that stands out, from 0; −1 for none
 */
public record ObjectiveFigure(List<Trace.Layer> layers, int current) implements Figure {
    private static final double ASPECT = 0.4;
    /** Of the curve and its axis, so that it can be told from a level line. */
    private static final double LOWEST = 72;

    private static final double SIDE = 26;
    private static final double LABEL = 11;
    private static final double FOOT = 16;
    private static final double BESIDE = 4;
    /** From a point to the middle of its number. */
    private static final double ABOVE = 9;
    /** Points by which a neighbour must be higher for its line to run through a number that stands above a point. */
    private static final double STEEP = 5;

    public ObjectiveFigure {
        layers = List.copyOf(layers);
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("layers: expected at least one, found none");
        }
    }

    @Override
    public String title() {
        return "Objective by layer, logarithmic";
    }

    @Override
    public String description() {
        return "½‖x−Wu‖² + λ‖u‖₁ and its first part: "
                + IntStream.range(0, layers.size())
                        .mapToObj(l -> "layer " + (l + 1) + " "
                                + Numbers.format(layers.get(l).objective()) + " and "
                                + Numbers.format(layers.get(l).error()))
                        .collect(Collectors.joining(", "))
                + ".";
    }

    @Override
    public double height(double width, Canvas canvas) {
        return Math.rint(Math.max(LOWEST, width * ASPECT)) + PlotText.legendHeight(legend(), width);
    }

    private static List<Series> legend() {
        return List.of(
                new Series("½‖x−Wu‖² + λ‖u‖₁", SeriesStyle.FIRST, new double[0], new double[0]),
                new Series("½‖x−Wu‖²", SeriesStyle.SECOND, new double[0], new double[0]));
    }

    private double step(double width) {
        return layers.size() < 2 ? 0 : (width - 2 * SIDE) / (layers.size() - 1);
    }

    /** The layer nearest to a place of the picture, in points from its left. */
    public int layerAt(double x, double width) {
        double step = step(width);
        return step <= 0 ? 0 : (int) Math.max(0, Math.min(layers.size() - 1, Math.round((x - SIDE) / step)));
    }

    @Override
    public void draw(Graphics2D g, double width, Theme theme, Canvas canvas) {
        Font plain = PlotText.font(g);
        g.setFont(plain);
        double head = PlotText.legendHeight(legend(), width) + LABEL + 6;
        double bottom = height(width, canvas) - FOOT;
        double low = layers.stream().mapToDouble(l -> log(l.error())).min().orElseThrow();
        double high = layers.stream().mapToDouble(l -> log(l.objective())).max().orElseThrow();
        double scale = (bottom - head - 4) / Math.max(0.1, high - low);
        double step = step(width);
        double[] y = new double[layers.size()];
        Path2D objective = new Path2D.Double();
        Path2D error = new Path2D.Double();
        for (int l = 0; l < y.length; l++) {
            double x = SIDE + l * step;
            y[l] = head + (high - log(layers.get(l).objective())) * scale;
            double under = head + (high - log(layers.get(l).error())) * scale;
            if (l == 0) {
                objective.moveTo(x, y[l]);
                error.moveTo(x, under);
            } else {
                objective.lineTo(x, y[l]);
                error.lineTo(x, under);
            }
            g.setColor(SeriesStyle.FIRST.color(theme));
            g.fill(new Ellipse2D.Double(x - 2.5, y[l] - 2.5, 5, 5));
        }
        g.setColor(theme.line());
        g.setStroke(new BasicStroke(0.6f));
        g.draw(new Line2D.Double(0, bottom, width, bottom));
        g.setColor(SeriesStyle.SECOND.color(theme));
        g.setStroke(SeriesStyle.SECOND.stroke());
        g.draw(error);
        g.setColor(SeriesStyle.FIRST.color(theme));
        g.setStroke(SeriesStyle.FIRST.stroke());
        g.draw(objective);
        List<Rectangle2D> taken = write(g, plain, y, width, bottom, theme);
        g.setFont(plain);
        g.setColor(theme.muted());
        nameAxis(g, plain, head, width, y[0] <= y[y.length - 1], taken);
        PlotText.legend(g, legend(), width, 0, theme);
    }

    /** Values at their points and names under the axis; of those that would lie over one another the current layer's stays. */
    private List<Rectangle2D> write(Graphics2D g, Font plain, double[] y, double width, double bottom, Theme theme) {
        double step = step(width);
        boolean roomy = PlotText.width(plain, "layer " + y.length) + BESIDE < step;
        List<Rectangle2D> taken = new ArrayList<>();
        List<Integer> order = IntStream.range(0, y.length).boxed().collect(Collectors.toCollection(ArrayList::new));
        if (order.remove((Object) current)) {
            order.add(0, current);
        }
        for (int l : order) {
            double x = SIDE + l * step;
            g.setColor(l == current ? theme.text() : theme.muted());
            g.setFont(l == current ? plain.deriveFont(Font.BOLD) : plain);
            String value = Numbers.format(layers.get(l).objective());
            write(g, value, valuePlace(y, l, x, PlotText.width(g.getFont(), value), width, bottom), taken);
            String name = roomy || l == 0 ? "layer " + (l + 1) : String.valueOf(l + 1);
            double length = PlotText.width(g.getFont(), name);
            write(g, name, place(x - length / 2, bottom + 8, length), taken);
        }
        return taken;
    }

    /** In the first corner or gap over the curve where no value stands. */
    private static void nameAxis(
            Graphics2D g, Font plain, double head, double width, boolean falls, List<Rectangle2D> taken) {
        String axis = "log scale";
        double length = PlotText.width(plain, axis);
        axisPlace(head, width, length, falls, taken).ifPresent(free -> write(g, axis, free, taken));
    }

    /** Where the axis is named, if possible in the corner that the curve leaves free; empty where values leave no room for that. */
    static Optional<Rectangle2D> axisPlace(
            double head, double width, double length, boolean falls, List<Rectangle2D> taken) {
        double middle = head - LABEL + 2 - PlotText.SIZE * 0.36;
        double room = width - length;
        return DoubleStream.of(falls ? room : 0, falls ? 0 : room, room / 2, room / 4, room * 3 / 4)
                .mapToObj(left -> place(left, middle, length))
                .filter(free -> taken.stream().noneMatch(free::intersects))
                .findFirst();
    }

    /** Where a value stands: above its point, beside a line that goes steeply up from there, below where two do and there is room. */
    static Rectangle2D valuePlace(double[] y, int l, double x, double length, double width, double bottom) {
        boolean before = l > 0 && y[l - 1] < y[l] - STEEP;
        boolean after = l + 1 < y.length && y[l + 1] < y[l] - STEEP;
        boolean below = before && after && y[l] + ABOVE + PlotText.SIZE / 2 < bottom;
        double left = before == after ? x - length / 2 : before ? x + BESIDE : x - BESIDE - length;
        return place(Math.max(0, Math.min(width - length, left)), below ? y[l] + ABOVE : y[l] - ABOVE, length);
    }

    private static Rectangle2D place(double left, double middle, double length) {
        return new Rectangle2D.Double(left, middle - PlotText.SIZE / 2, length, PlotText.SIZE);
    }

    private static void write(Graphics2D g, String text, Rectangle2D place, List<Rectangle2D> taken) {
        if (taken.stream().noneMatch(place::intersects)) {
            taken.add(new Rectangle2D.Double(place.getX() - 1, place.getY(), place.getWidth() + 2, place.getHeight()));
            g.drawString(text, (float) place.getX(), (float) (place.getCenterY() + PlotText.SIZE * 0.36));
        }
    }

    private static double log(double value) {
        return Math.log10(Math.max(value, 1e-12));
    }
}
