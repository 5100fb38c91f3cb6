package org.whorl.figure;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.stream.DoubleStream;

import org.whorl.group.GeneratorAngle;

/**
 * Where angles from 0 to 180° and values lie in a picture of a search, and its axes.
 *
 * @param area within the axes, in points
 * @param low the value at the bottom
 * @param high the value at the top, greater
 */
record AngleFrame(Rectangle2D area, double low, double high) {
    private static final double HALF = 180;
    private static final int GRID = 30;

    /** From the least of all values to this one, with some room. */
    static AngleFrame fit(Rectangle2D area, DoubleStream all, double most) {
        double low = all.min().orElse(0);
        double high = Math.max(low, most);
        double room = high > low ? high - low : Math.max(1e-9, Math.abs(low) * 0.1);
        return new AngleFrame(area, low - 0.08 * room, high + 0.18 * room);
    }

    double x(double angle) {
        return area.getX() + folded(angle) / HALF * area.getWidth();
    }

    double y(double loss) {
        return area.getMaxY() - (loss - low) / (high - low) * area.getHeight();
    }

    /** Where an angle, or the one opposite, lies between 0 and 180. */
    static double folded(double angle) {
        return Math.abs(Math.IEEEremainder(angle, 360));
    }

    /** From value to value. */
    Path2D path(double[] angles, double[] losses) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < angles.length; i++) {
            if (i == 0) {
                path.moveTo(x(angles[i]), y(losses[i]));
            } else {
                path.lineTo(x(angles[i]), y(losses[i]));
            }
        }
        return path;
    }

    /** Three values, at the left or, as those of the first series, at the right. */
    void drawValues(Graphics2D g, boolean right, Theme theme) {
        g.setStroke(new BasicStroke(0.6f));
        for (int part = 0; part <= 2; part++) {
            double loss = low + (0.1 + 0.4 * part) * (high - low);
            if (!right) {
                g.setColor(theme.line());
                g.draw(new Line2D.Double(area.getX(), y(loss), area.getMaxX(), y(loss)));
            }
            g.setColor(right ? SeriesStyle.FIRST.color(theme) : theme.muted());
            String number = Numbers.format(loss);
            g.drawString(
                    number,
                    (float) (right ? area.getMaxX() + 4 : area.getX() - 4 - PlotText.width(g.getFont(), number)),
                    (float) (y(loss) + PlotText.SIZE * 0.36));
        }
    }

    /** Angles under it. */
    void drawAngles(Graphics2D g, Theme theme) {
        g.setStroke(new BasicStroke(0.6f));
        g.setColor(theme.muted());
        g.draw(new Line2D.Double(area.getX(), area.getMaxY(), area.getMaxX(), area.getMaxY()));
        for (int degree = 0; degree <= HALF; degree += GRID) {
            PlotText.centred(
                    g, degree + "°", Math.min(x(degree), area.getMaxX() - 4), area.getMaxY() + PlotText.SIZE, null);
        }
    }

    /** The angles at which orbits close: full lines where N turns are needed for it, and no fewer. */
    void drawRoots(Graphics2D g, int order, Theme theme) {
        for (int k = 1; k <= order / 2; k++) {
            double angle = 360.0 * k / order;
            boolean proper = GeneratorAngle.nearestTurns(angle, order) == k;
            double x = x(angle);
            g.setColor(proper ? theme.muted() : theme.line());
            g.setStroke(new BasicStroke(
                    0.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, proper ? null : new float[] {1, 2}, 0));
            g.draw(new Line2D.Double(x, area.getY(), x, area.getMaxY()));
            if (proper) {
                PlotText.centred(
                        g,
                        (k == 1 ? "" : k + "·") + "360°/" + order,
                        Math.min(x, area.getMaxX() - 18),
                        area.getY() / 2,
                        null);
            }
        }
    }
}
