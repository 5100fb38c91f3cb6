package org.whorl.figure;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.whorl.network.Trace;

/** The objective ½‖x−Wu‖² + λ‖u‖₁ of one input from layer to layer, on a logarithmic axis, and dashed its first part. */
public record ObjectiveFigure(List<Trace.Layer> layers) implements Figure {
    private static final double ASPECT = 0.4;
    private static final double SIDE = 36;
    private static final double HEAD = 34;
    private static final double FOOT = 16;

    public ObjectiveFigure {
        layers = List.copyOf(layers);
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
        return Math.rint(width * ASPECT);
    }

    @Override
    public void draw(Graphics2D g, double width, Theme theme, Canvas canvas) {
        g.setFont(PlotText.font(g));
        double bottom = height(width, canvas) - FOOT;
        double low = layers.stream().mapToDouble(l -> log(l.error())).min().orElse(0);
        double high = layers.stream().mapToDouble(l -> log(l.objective())).max().orElse(1);
        double scale = (bottom - HEAD - 4) / Math.max(0.1, high - low);
        double step = layers.size() < 2 ? 0 : (width - 2 * SIDE) / (layers.size() - 1);
        Path2D objective = new Path2D.Double();
        Path2D error = new Path2D.Double();
        for (int l = 0; l < layers.size(); l++) {
            double x = SIDE + l * step;
            double y = HEAD + (high - log(layers.get(l).objective())) * scale;
            double under = HEAD + (high - log(layers.get(l).error())) * scale;
            if (l == 0) {
                objective.moveTo(x, y);
                error.moveTo(x, under);
            } else {
                objective.lineTo(x, y);
                error.lineTo(x, under);
            }
            g.setColor(SeriesStyle.FIRST.color(theme));
            g.fill(new Ellipse2D.Double(x - 2.5, y - 2.5, 5, 5));
            g.setColor(theme.text());
            PlotText.centred(g, Numbers.format(layers.get(l).objective()), x, y - 9, null);
            g.setColor(theme.muted());
            PlotText.centred(g, "layer " + (l + 1), x, bottom + 8, null);
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
        g.setColor(theme.muted());
        // In the upper corner that the curve leaves free.
        boolean falls = layers.isEmpty()
                || layers.get(0).objective() >= layers.get(layers.size() - 1).objective();
        String axis = "log scale";
        g.drawString(axis, (float) (falls ? width - PlotText.width(g.getFont(), axis) : 0), (float) HEAD);
        PlotText.legend(
                g,
                List.of(
                        new Series("½‖x−Wu‖² + λ‖u‖₁", SeriesStyle.FIRST, new double[0], new double[0]),
                        new Series("½‖x−Wu‖²", SeriesStyle.SECOND, new double[0], new double[0])),
                width,
                0,
                theme);
    }

    private static double log(double value) {
        return Math.log10(Math.max(value, 1e-12));
    }
}
