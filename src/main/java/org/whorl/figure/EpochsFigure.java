package org.whorl.figure;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.List;

/**
 * Curves of several runs over epochs.
 *
 * @param series the curves; their places are epochs
 * @param share whether values are shares from 0 to 1, shown as per cent
 * @param legend whether the curves' names stand below
 * @param span a curve that the axes are made for instead; none where null
 */
public record EpochsFigure(
        String title, String description, List<Series> series, boolean share, boolean legend, Series span)
        implements Figure {
    private static final double LEFT = 30;
    private static final double RIGHT = 8;
    private static final double TOP = 8;
    private static final double BOTTOM = 24;
    private static final double ASPECT = 0.72;
    private static final int TICKS = 4;
    private static final double DOT = 1.6;

    public EpochsFigure {
        series = List.copyOf(series);
    }

    /**
     * Where values are drawn.
     *
     * @param width from the left axis to the right end, in points
     * @param height from the top to the lower axis
     * @param lastEpoch at the right end
     * @param low the value at the bottom
     * @param high the value at the top
     */
    public record Area(double width, double height, double lastEpoch, double low, double high) {
        public double x(double epoch) {
            return LEFT + width * epoch / lastEpoch;
        }

        public double y(double value) {
            return TOP + height * (high - value) / (high - low);
        }

        /** The epoch at a place, within the axis. */
        public double epoch(double x) {
            return Math.max(0, Math.min(lastEpoch, (x - LEFT) / width * lastEpoch));
        }
    }

    /** The same with the curves' names below it, as a picture on its own needs them. */
    public EpochsFigure withLegend() {
        return new EpochsFigure(title, description, series, share, true, span);
    }

    /** The axes in a figure of this width. */
    public Area area(double width) {
        double last = 1;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (Series one : span == null ? series : List.of(span)) {
            for (int i = 0; i < one.y().length; i++) {
                last = Math.max(last, one.x()[i]);
                if (Double.isFinite(one.y()[i])) {
                    least = Math.min(least, one.y()[i]);
                    most = Math.max(most, one.y()[i]);
                }
            }
        }
        // Runs that differ by a per cent are to be told apart: the axis begins where it is needed, and says so.
        double step = least <= most ? step((most - least) / TICKS) : 0.25;
        double low = least <= most ? Math.floor(least / step + 1e-9) * step : 0;
        double high = share ? 1 : low + TICKS * step;
        for (int i = 1; !share && high < most; i++) {
            high = low + (TICKS + i) * step;
        }
        if (share && low >= 1) {
            low = 1 - step;
        }
        return new Area(width - LEFT - RIGHT, width * ASPECT - TOP - BOTTOM, last, low, high);
    }

    /** A distance between ticks that is easy to read. */
    private static double step(double wanted) {
        if (!(wanted > 0)) {
            return 0.01;
        }
        double power = Math.pow(10, Math.floor(Math.log10(wanted)));
        for (double factor : new double[] {1, 2, 2.5, 5}) {
            if (wanted <= factor * power * (1 + 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    @Override
    public double height(double width, Canvas canvas) {
        return width * ASPECT + (legend ? PlotText.legendHeight(series, width) + 2 : 0);
    }

    @Override
    public void draw(Graphics2D g, double width, Theme theme, Canvas canvas) {
        g.setFont(PlotText.font(g));
        Area area = area(width);
        drawAxes(g, area, theme);
        for (Series one : series) {
            g.setColor(one.style().color(theme));
            g.setStroke(one.style().stroke());
            g.draw(path(one, area));
            for (int i = 0; i < one.x().length; i++) {
                if (Double.isFinite(one.y()[i])) {
                    double x = area.x(one.x()[i]);
                    double y = area.y(one.y()[i]);
                    g.fill(new Ellipse2D.Double(x - DOT, y - DOT, 2 * DOT, 2 * DOT));
                }
            }
        }
        if (legend) {
            PlotText.legend(g, series, width, width * ASPECT + 2, theme);
        }
    }

    private void drawAxes(Graphics2D g, Area area, Theme theme) {
        g.setStroke(new BasicStroke(0.6f));
        double step = step((area.high - area.low) / TICKS);
        for (double value = area.high; value >= area.low - step * 1e-6; value -= step) {
            double y = area.y(value);
            g.setColor(theme.line());
            g.draw(new Line2D.Double(LEFT, y, LEFT + area.width, y));
            g.setColor(theme.muted());
            String label = share
                    ? Numbers.format(100 * Math.rint(value * 1e6) / 1e6) + " %"
                    : Numbers.format(Math.abs(value) < step * 1e-6 ? 0 : value);
            g.drawString(
                    label, (float) (LEFT - 4 - PlotText.width(g.getFont(), label)), (float) (y + PlotText.SIZE * 0.36));
        }
        double epochs = Math.max(1, Math.ceil(step(area.lastEpoch / 6)));
        for (double epoch = 0; epoch <= area.lastEpoch; epoch += epochs) {
            PlotText.centred(g, Numbers.format(epoch), area.x(epoch), TOP + area.height + 7, null);
        }
        PlotText.centred(g, "epoch", LEFT + area.width / 2, TOP + area.height + 17, null);
    }

    private static Path2D path(Series one, Area area) {
        Path2D path = new Path2D.Double();
        boolean drawn = false;
        for (int i = 0; i < one.x().length; i++) {
            if (Double.isNaN(one.y()[i])) {
                drawn = false;
            } else if (drawn) {
                path.lineTo(area.x(one.x()[i]), area.y(one.y()[i]));
            } else {
                path.moveTo(area.x(one.x()[i]), area.y(one.y()[i]));
                drawn = true;
            }
        }
        return path;
    }
}
