package org.whorl.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

import org.whorl.group.CyclicGroup;

/**
 * The eigenvalues of an orthogonal matrix on the unit circle, among the N-th roots of one.
 *
 * @param values its eigenvalues; of each conjugate pair one
 * @param order N; empty where no roots are to be drawn
 */
public record SpectrumFigure(List<Value> values, OptionalInt order) implements Figure {
    private static final double LARGEST = 260;
    private static final double MARGIN = 30;
    private static final double LEAST_DOT = 1.4;
    private static final double LARGEST_DOT = 7;
    private static final double CLEAR = 2;
    private static final double ROOT = 4.5;
    private static final int MOST_NAMES = 12;
    private static final int OPACITY = 150;

    /**
     * An eigenvalue.
     *
     * @param radians its angle, in [0, π]
     * @param pair whether its conjugate is one as well
     * @param energy how much of the images lies there; the sum over all need not be 1
     */
    public record Value(double radians, boolean pair, double energy) {}

    public SpectrumFigure {
        values = List.copyOf(values);
    }

    @Override
    public String title() {
        return "Eigenvalues on the unit circle";
    }

    @Override
    public String description() {
        int count = values.stream().mapToInt(v -> v.pair() ? 2 : 1).sum();
        String near = "";
        if (order.isPresent()) {
            near = String.format(
                    Locale.ROOT,
                    ", with their energy in the mean %.2f° from the nearest of the %d roots of one",
                    distance(order.getAsInt()),
                    order.getAsInt());
        }
        return count + " eigenvalues, the larger the more energy the images have there" + near + ".";
    }

    /** How far eigenvalues are from N-th roots in the mean, weighted by their energy, in degrees. */
    double distance(int n) {
        double step = 360.0 / n;
        double sum = 0;
        double energy = 0;
        for (Value value : values) {
            sum += value.energy() * Math.abs(Math.IEEEremainder(Math.toDegrees(value.radians()), step));
            energy += value.energy();
        }
        return energy == 0 ? 0 : sum / energy;
    }

    @Override
    public double height(double width, Canvas canvas) {
        return Math.min(width, LARGEST);
    }

    @Override
    public void draw(Graphics2D g, double width, Theme theme, Canvas canvas) {
        g.setFont(PlotText.font(g));
        double size = Math.min(width, LARGEST);
        double x = width / 2;
        double y = size / 2;
        double radius = size / 2 - MARGIN;
        g.setStroke(new BasicStroke(0.6f));
        g.setColor(theme.line());
        g.draw(new Line2D.Double(x - radius, y, x + radius, y));
        g.draw(new Line2D.Double(x, y - radius, x, y + radius));
        g.setColor(theme.muted());
        g.draw(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
        if (order.isPresent()) {
            drawRoots(g, x, y, radius, theme);
        }
        double most = values.stream().mapToDouble(Value::energy).max().orElse(1);
        Color ink = SeriesStyle.FIRST.color(theme);
        g.setColor(new Color(ink.getRed(), ink.getGreen(), ink.getBlue(), OPACITY));
        for (Value value : values) {
            // By area.
            double dot = Math.max(LEAST_DOT, LARGEST_DOT * Math.sqrt(Math.max(0, value.energy()) / most));
            for (int sign = 1; sign >= (value.pair() ? -1 : 1); sign -= 2) {
                double px = x + radius * Math.cos(value.radians());
                double py = y - sign * radius * Math.sin(value.radians());
                g.fill(new Ellipse2D.Double(px - dot, py - dot, 2 * dot, 2 * dot));
            }
        }
    }

    private static String name(int k, int n) {
        return CyclicGroup.format(360.0 * k / n) + "°";
    }

    /** How far from the circle the middle of a name is: clear of the largest dot, whichever way its letters lie. */
    static double outside(int k, int n) {
        double half = PlotText.width(Typeface.plain(PlotText.SIZE), name(k, n)) / 2;
        double angle = 2 * Math.PI * k / n;
        double across = Math.abs(Math.cos(angle)) * half + Math.abs(Math.sin(angle)) * PlotText.SIZE / 2;
        return LARGEST_DOT + CLEAR + across;
    }

    private void drawRoots(Graphics2D g, double x, double y, double radius, Theme theme) {
        int n = order.getAsInt();
        for (int k = 0; k < n; k++) {
            double angle = 2 * Math.PI * k / n;
            double px = x + radius * Math.cos(angle);
            double py = y - radius * Math.sin(angle);
            g.setColor(SeriesStyle.SECOND.color(theme));
            g.setStroke(new BasicStroke(1.2f));
            g.draw(new Ellipse2D.Double(px - ROOT, py - ROOT, 2 * ROOT, 2 * ROOT));
            if (n <= MOST_NAMES) {
                g.setColor(theme.muted());
                PlotText.centred(
                        g,
                        name(k, n),
                        x + (radius + outside(k, n)) * Math.cos(angle),
                        y - (radius + outside(k, n)) * Math.sin(angle),
                        null);
            }
        }
    }
}
