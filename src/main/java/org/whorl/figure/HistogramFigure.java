package org.whorl.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

import org.whorl.insight.Histogram;

/**
 * How often values occur before a threshold, and filled those that it leaves. Both axes are logarithmic away from zero.
 *
 * @param before all values
 * @param left those that are left, in the same bins
 * @param threshold where the dashed line stands
 * @param signed whether there is one below zero too
 */
public record HistogramFigure(
        String title, String description, Histogram before, Histogram left, double threshold, boolean signed)
        implements Figure {
    private static final double ASPECT = 0.4;
    private static final double FOOT = 14;
    private static final double HEAD = 6;
    private static final double APART = 3;

    @Override
    public double height(double width, Canvas canvas) {
        return Math.rint(width * ASPECT);
    }

    @Override
    public void draw(Graphics2D g, double width, Theme theme, Canvas canvas) {
        g.setFont(PlotText.font(g));
        double bottom = height(width, canvas) - FOOT;
        double peak = Math.max(1e-9, Math.log1p(before.peak()));
        Path2D all = path(before, width, bottom, peak);
        g.setColor(theme.line());
        g.fill(all);
        g.setColor(theme.muted());
        g.setStroke(new BasicStroke(0.6f));
        g.draw(all);
        g.setColor(SeriesStyle.FIRST.color(theme));
        g.fill(path(left, width, bottom, peak));
        g.setColor(theme.muted());
        g.draw(new Line2D.Double(0, bottom, width, bottom));
        Color mark = SeriesStyle.SECOND.color(theme);
        double[] marks = signed ? new double[] {threshold, -threshold} : new double[] {threshold};
        for (double at : marks) {
            double x = before.share(at) * width;
            g.setColor(mark);
            g.setStroke(new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {3, 2}, 0));
            g.draw(new Line2D.Double(x, 0, x, bottom));
        }
        List<Rectangle2D> taken = new ArrayList<>();
        write(g, "0", before.share(0) * width, bottom, width, theme, taken);
        write(g, Numbers.format(before.value(0)), 0, bottom, width, theme, taken);
        write(g, Numbers.format(before.value(1)), width, bottom, width, theme, taken);
        for (double at : marks) {
            write(g, Numbers.format(at), before.share(at) * width, bottom, width, theme, taken);
        }
    }

    /** Writes a number under its place, within the picture, unless another stands there. */
    private static void write(
            Graphics2D g, String text, double x, double bottom, double width, Theme theme, List<Rectangle2D> taken) {
        double half = PlotText.width(g.getFont(), text) / 2;
        double middle = Math.max(half, Math.min(width - half, x));
        Rectangle2D place = new Rectangle2D.Double(middle - half - APART, bottom, 2 * half + 2 * APART, FOOT);
        if (taken.stream().noneMatch(place::intersects)) {
            taken.add(place);
            g.setColor(theme.text());
            PlotText.centred(g, text, middle, bottom + 7, null);
        }
    }

    private static Path2D path(Histogram histogram, double width, double bottom, double peak) {
        Path2D path = new Path2D.Double();
        int bins = histogram.counts().size();
        path.moveTo(0, bottom);
        for (int i = 0; i < bins; i++) {
            double y = bottom - Math.log1p(histogram.counts().get(i)) / peak * (bottom - HEAD);
            path.lineTo(i * width / bins, y);
            path.lineTo((i + 1) * width / bins, y);
        }
        path.lineTo(width, bottom);
        path.closePath();
        return path;
    }
}
