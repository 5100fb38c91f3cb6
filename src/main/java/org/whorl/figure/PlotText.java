package org.whorl.figure;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Letters and legends of plots, in the typeface that the graphics came with, at 8 points. */
final class PlotText {
    static final float SIZE = 8;
    static final double LINE = 12;

    private static final double KEY = 18;
    private static final double GAP = 5;
    private static final double BETWEEN = 14;
    private static final FontRenderContext UNSCALED = new FontRenderContext(new AffineTransform(), true, true);

    private PlotText() {}

    static Font font(Graphics2D g) {
        return g.getFont().deriveFont(Font.PLAIN, SIZE);
    }

    private static Font plain() {
        return Typeface.plain(SIZE);
    }

    static double width(Font font, String text) {
        return font.getStringBounds(text, UNSCALED).getWidth();
    }

    /** Writes text around a point; on its own ground where one is given. */
    static void centred(Graphics2D g, String text, double x, double y, Color ground) {
        double width = width(g.getFont(), text);
        if (ground != null) {
            Color ink = g.getColor();
            g.setColor(ground);
            g.fill(new Rectangle2D.Double(x - width / 2 - 1.5, y - SIZE * 0.6, width + 3, SIZE * 1.2));
            g.setColor(ink);
        }
        g.drawString(text, (float) (x - width / 2), (float) (y + SIZE * 0.36));
    }

    /** What stands in each line of a legend of this width. */
    private static List<List<Series>> lines(List<Series> series, double width) {
        List<List<Series>> lines = new ArrayList<>();
        double used = width;
        for (Series one : series) {
            double entry = KEY + GAP + width(plain(), one.name()) + BETWEEN;
            if (used + entry > width + BETWEEN || lines.isEmpty()) {
                lines.add(new ArrayList<>());
                used = 0;
            }
            lines.get(lines.size() - 1).add(one);
            used += entry;
        }
        return lines;
    }

    /** The height of a legend of this width; 0 for one without curves. */
    static double legendHeight(List<Series> series, double width) {
        return lines(series, width).size() * LINE;
    }

    /** Draws a legend from its top, centred line by line. */
    static void legend(Graphics2D g, List<Series> series, double width, double top, Theme theme) {
        double y = top + LINE / 2;
        for (List<Series> line : lines(series, width)) {
            double length = line.stream()
                            .mapToDouble(s -> KEY + GAP + width(g.getFont(), s.name()) + BETWEEN)
                            .sum()
                    - BETWEEN;
            double x = (width - length) / 2;
            for (Series one : line) {
                g.setColor(one.style().color(theme));
                g.setStroke(one.style().stroke());
                g.draw(new Line2D.Double(x, y, x + KEY, y));
                g.setColor(theme.text());
                g.drawString(one.name(), (float) (x + KEY + GAP), (float) (y + SIZE * 0.36));
                x += KEY + GAP + width(g.getFont(), one.name()) + BETWEEN;
            }
            y += LINE;
        }
    }
}
