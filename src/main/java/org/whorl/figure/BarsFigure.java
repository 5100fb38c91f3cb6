package org.whorl.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Horizontal bars, each with its name at the left and its number at the right.
 *
 * @param bars from top to bottom
 * @param names of the first and the second bar of each line, for a legend; empty where there is one alone
 * @param ofWhole whether the greatest length is the whole, 100 %, and so is drawn behind each bar: where bars are drawn to the greatest of
 *     them, something behind it would look like the whole
 */
public record BarsFigure(String title, String description, List<Bar> bars, List<String> names, boolean ofWhole)
        implements Figure {
    private static final double LINE = 14;
    private static final double LEGEND = 16;
    private static final double GAP = 6;

    /**
     * One line.
     *
     * @param name of it
     * @param share of the greatest length, 0 to 1
     * @param second of the thinner bar under it, 0 to 1; NaN for none
     * @param number in words
     */
    public record Bar(String name, double share, double second, String number) {}

    public BarsFigure {
        bars = List.copyOf(bars);
        names = List.copyOf(names);
    }

    @Override
    public double height(double width, Canvas canvas) {
        return LINE * bars.size() + (names.isEmpty() ? 0 : LEGEND) + 2;
    }

    private static double widest(List<String> texts) {
        return texts.stream()
                .mapToDouble(text -> PlotText.width(Typeface.plain(PlotText.SIZE), text))
                .max()
                .orElse(0);
    }

    @Override
    public void draw(Graphics2D g, double width, Theme theme, Canvas canvas) {
        g.setFont(PlotText.font(g));
        double left = widest(bars.stream().map(Bar::name).toList()) + GAP;
        double right = width - widest(bars.stream().map(Bar::number).toList()) - GAP;
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double y = i * LINE;
            double length = right - left;
            boolean two = !Double.isNaN(bar.second());
            if (ofWhole) {
                g.setColor(theme.line());
                g.fill(new Rectangle2D.Double(left, y + 2, length, LINE - 4));
            }
            g.setColor(SeriesStyle.FIRST.color(theme));
            g.fill(new Rectangle2D.Double(left, y + 2, length * bar.share(), two ? 6 : LINE - 4));
            if (two) {
                g.setColor(SeriesStyle.SECOND.color(theme));
                g.fill(new Rectangle2D.Double(left, y + 9, length * bar.second(), 3));
            }
            float baseline = (float) (y + LINE / 2 + PlotText.SIZE * 0.36);
            g.setColor(theme.text());
            g.drawString(bar.name(), (float) (left - GAP - PlotText.width(g.getFont(), bar.name())), baseline);
            g.drawString(bar.number(), (float) (width - PlotText.width(g.getFont(), bar.number())), baseline);
        }
        double x = left;
        double y = LINE * bars.size() + LEGEND / 2;
        for (int i = 0; i < names.size(); i++) {
            g.setColor(SeriesStyle.of(i).color(theme));
            double thick = i == 0 ? 6 : 3;
            g.fill(new Rectangle2D.Double(x, y - thick / 2, 16, thick));
            g.setColor(theme.text());
            g.drawString(names.get(i), (float) (x + 20), (float) (y + PlotText.SIZE * 0.36));
            x += 20 + PlotText.width(g.getFont(), names.get(i)) + 14;
        }
    }
}
