package org.whorl.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Curves over epochs as a figure.
 *
 * @param title in a few words
 * @param description in a sentence or two
 * @param scale what the axes show
 * @param share whether values are shares, written as per cent
 * @param lines the curves, the one in front last
 * @param marks what happened when
 */
public record CurveFigure(
        String title, String description, ChartScale scale, boolean share, List<Line> lines, List<Mark> marks)
        implements Figure {
    private static final double ASPECT = 0.6;
    private static final double HEAD = 18;
    private static final double FOOT = 14;
    private static final double SMALL = 8;

    /**
     * One curve.
     *
     * @param name for the legend; empty for what goes with another curve
     * @param x epochs, ascending
     * @param y values
     * @param argb its colour on light ground
     * @param onDark its colour on dark ground
     * @param width in points
     * @param dash lengths of dashes and gaps in points; empty for none
     */
    public record Line(String name, double[] x, double[] y, int argb, int onDark, double width, float[] dash) {
        private Color color(Theme theme) {
            return new Color(theme == Theme.DARK ? onDark : argb, true);
        }
    }

    /** Something that happened at an epoch, in a few words. */
    public record Mark(double epoch, String words) {}

    public CurveFigure {
        lines = List.copyOf(lines);
        marks = List.copyOf(marks);
    }

    @Override
    public double height(double width, Canvas canvas) {
        return Math.rint(width * ASPECT);
    }

    @Override
    public void draw(Graphics2D g, double width, Theme theme, Canvas canvas) {
        Font font = Typeface.plain(8);
        double bottom = height(width, canvas) - FOOT;
        Rectangle2D area = new Rectangle2D.Double(
                CurvePlot.LEFT, HEAD + CurvePlot.TOP, width - CurvePlot.LEFT - CurvePlot.RIGHT, 0);
        area.setRect(area.getX(), area.getY(), area.getWidth(), bottom - CurvePlot.BOTTOM - area.getY());
        CurvePlot plot = new CurvePlot(share, font);
        plot.setColours(null, theme.line(), theme.muted());
        plot.setScale(scale);
        // The chart library measures in whole points, and so leaves the place of the axes to this.
        plot.chart().draw(g, new Rectangle2D.Double(0, HEAD, width, bottom - HEAD));
        g.setFont(font);
        g.setColor(theme.muted());
        g.drawString("epoch", (float) (area.getCenterX() - 9), (float) (bottom + 8));
        Shape clip = g.getClip();
        g.clip(area);
        for (Mark mark : marks) {
            drawMark(g, mark, area, theme);
        }
        for (Line line : lines) {
            g.setColor(line.color(theme));
            g.setStroke(stroke(line));
            g.draw(path(line, area));
        }
        g.setClip(clip);
        drawHead(g, width, theme, font);
    }

    private static BasicStroke stroke(Line line) {
        return new BasicStroke(
                (float) line.width(),
                line.dash().length == 0 ? BasicStroke.CAP_ROUND : BasicStroke.CAP_BUTT,
                BasicStroke.JOIN_ROUND,
                1,
                line.dash().length == 0 ? null : line.dash(),
                0);
    }

    private Path2D path(Line line, Rectangle2D area) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < line.x().length; i++) {
            double x = area.getX() + scale.across(line.x()[i]) * area.getWidth();
            double y = area.getMaxY() - scale.up(line.y()[i]) * area.getHeight();
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        return path;
    }

    private void drawMark(Graphics2D g, Mark mark, Rectangle2D area, Theme theme) {
        double x = area.getX() + scale.across(mark.epoch()) * area.getWidth();
        g.setColor(theme.muted());
        g.setStroke(new BasicStroke(0.75f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {1, 2}, 0));
        g.draw(new Line2D.Double(x, area.getY(), x, area.getMaxY()));
        AffineTransform upright = g.getTransform();
        g.rotate(-Math.PI / 2, x, area.getMaxY());
        g.drawString(mark.words(), (float) (x + 4), (float) (area.getMaxY() - 3));
        g.setTransform(upright);
    }

    private void drawHead(Graphics2D g, double width, Theme theme, Font font) {
        g.setColor(theme.text());
        g.setFont(Typeface.strong(8));
        g.drawString(title, 2, (float) (SMALL + 3));
        g.setFont(font);
        double x = width - CurvePlot.RIGHT;
        for (int i = lines.size() - 1; i >= 0; i--) {
            Line line = lines.get(i);
            if (!line.name().isEmpty()) {
                x -= g.getFontMetrics().getStringBounds(line.name(), g).getWidth();
                g.setColor(theme.text());
                g.drawString(line.name(), (float) x, (float) (SMALL + 3));
                g.setColor(line.color(theme));
                g.setStroke(stroke(line));
                g.draw(new Line2D.Double(x - 18, SMALL, x - 4, SMALL));
                x -= 28;
            }
        }
    }
}
