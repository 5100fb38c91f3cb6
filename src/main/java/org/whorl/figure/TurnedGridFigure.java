package org.whorl.figure;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;

import org.whorl.group.CyclicGroup;

/**
 * Why only multiples of 90° are exact: a grid of pixels, and where their centres fall when the grid turns. A filled dot fell on a pixel's
 * centre; a hollow one fell between pixels, so that its value has to be mixed of its neighbours'.
 *
 * @param size pixels in a row
 * @param degrees counter-clockwise
 */
public record TurnedGridFigure(int size, double degrees) implements Figure {
    private static final double MARGIN = 2;
    private static final double ON_A_PIXEL = 1e-6;

    public TurnedGridFigure {
        if (size < 1) {
            throw new IllegalArgumentException("size: expected at least 1, found " + size);
        }
    }

    /** How many turned centres fall on a pixel. */
    public int exact() {
        int count = 0;
        for (int i = 0; i < size * size; i++) {
            double[] at = turned(i / size, i % size);
            count += onPixel(at) ? 1 : 0;
        }
        return count;
    }

    /** Row and column to which a pixel's centre turns. */
    private double[] turned(int row, int column) {
        double centre = (size - 1) / 2.0;
        double radians = Math.toRadians(degrees);
        double x = column - centre;
        double y = row - centre;
        return new double[] {
            centre + y * Math.cos(radians) - x * Math.sin(radians),
            centre + x * Math.cos(radians) + y * Math.sin(radians)
        };
    }

    private boolean onPixel(double[] at) {
        for (double place : at) {
            if (Math.abs(place - Math.rint(place)) > ON_A_PIXEL || place < -0.5 || place > size - 0.5) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String title() {
        return "A grid of " + size + "×" + size + " pixels turned by " + CyclicGroup.format(degrees) + "°";
    }

    @Override
    public String description() {
        return exact() + " of " + size * size + " turned pixel centres fall on a pixel.";
    }

    @Override
    public double height(double width, Canvas canvas) {
        return width;
    }

    @Override
    public void draw(Graphics2D g, double width, Theme theme, Canvas canvas) {
        double cell = (width - 2 * MARGIN) / size;
        g.setStroke(new BasicStroke(0.6f));
        g.setColor(theme.line());
        for (int i = 0; i < size * size; i++) {
            g.draw(new Rectangle2D.Double(MARGIN + i % size * cell, MARGIN + i / size * cell, cell, cell));
        }
        double radius = cell * 0.17;
        g.setStroke(new BasicStroke((float) (cell * 0.09)));
        for (int i = 0; i < size * size; i++) {
            double[] at = turned(i / size, i % size);
            double x = MARGIN + (at[1] + 0.5) * cell;
            double y = MARGIN + (at[0] + 0.5) * cell;
            if (x < radius || y < radius || x > width - radius || y > width - radius) {
                // The corners leave the picture.
                continue;
            }
            Ellipse2D dot = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
            boolean exact = onPixel(at);
            g.setColor((exact ? SeriesStyle.FIRST : SeriesStyle.SECOND).color(theme));
            if (exact) {
                g.fill(dot);
            }
            g.draw(dot);
        }
    }
}
