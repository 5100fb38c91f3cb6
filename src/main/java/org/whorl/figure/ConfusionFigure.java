package org.whorl.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;

import org.whorl.insight.Confusion;

/**
 * Which classes were taken for which, a row for what images are, a column for what they were taken for, with the counts. What is right
 * is blue, what is wrong orange; the stronger, the greater the share of the row.
 */
public record ConfusionFigure(Confusion confusion, String words) implements Figure {
    private static final double LARGEST_CELL = 30;
    private static final double HEAD = 26;
    private static final double AXIS = 14;
    private static final double LEAST_WITH_NUMBER = 9;

    @Override
    public String title() {
        return "Confusion matrix";
    }

    @Override
    public String description() {
        return String.format(
                Locale.ROOT,
                "%s %.2f %% of %,d images are right. Rows are classes, columns what was predicted.",
                words,
                100 * confusion.accuracy(),
                confusion.images());
    }

    private int classes() {
        return confusion.classNames().size();
    }

    private double names() {
        return confusion.classNames().stream()
                        .mapToDouble(name -> PlotText.width(Typeface.plain(PlotText.SIZE), name))
                        .max()
                        .orElse(0)
                + 6;
    }

    private double cell(double width) {
        return Math.min(LARGEST_CELL, (width - names() - AXIS) / classes());
    }

    /** Whether the classes' names have room above their columns. */
    private boolean named(double cell) {
        return names() - 6 <= cell;
    }

    private double head(double cell) {
        return named(cell) ? HEAD : names() + AXIS;
    }

    @Override
    public double height(double width, Canvas canvas) {
        double cell = cell(width);
        return head(cell) + cell * classes() + 2;
    }

    @Override
    public void draw(Graphics2D g, double width, Theme theme, Canvas canvas) {
        g.setFont(PlotText.font(g));
        double cell = cell(width);
        double left = (width - names() - AXIS - cell * classes()) / 2 + names() + AXIS;
        double top = head(cell);
        for (int row = 0; row < classes(); row++) {
            List<Integer> counts = confusion.rows().get(row);
            int all = counts.stream().mapToInt(n -> n).sum();
            for (int column = 0; column < classes(); column++) {
                drawCell(
                        g, theme, counts.get(column), all, row == column, left + column * cell, top + row * cell, cell);
            }
        }
        g.setColor(theme.muted());
        for (int c = 0; c < classes(); c++) {
            String name = confusion.classNames().get(c);
            double length = PlotText.width(g.getFont(), name);
            float y = (float) (top + (c + 0.5) * cell + PlotText.SIZE * 0.36);
            g.drawString(name, (float) (left - 4 - length), y);
            double x = left + (c + 0.5) * cell;
            if (named(cell)) {
                PlotText.centred(g, name, x, top - 7, null);
            } else {
                var before = g.getTransform();
                g.rotate(-Math.PI / 2, x, top - 4);
                g.drawString(name, (float) x, (float) (top - 4 + PlotText.SIZE * 0.36));
                g.setTransform(before);
            }
        }
        g.setColor(theme.text());
        PlotText.centred(g, "predicted", left + cell * classes() / 2, 6, null);
        var before = g.getTransform();
        double middle = top + cell * classes() / 2;
        g.rotate(-Math.PI / 2, left - names() - 7, middle);
        PlotText.centred(g, "class", left - names() - 7, middle, null);
        g.setTransform(before);
    }

    private static void drawCell(
            Graphics2D g, Theme theme, int count, int all, boolean right, double x, double y, double cell) {
        double share = all == 0 ? 0 : (double) count / all;
        // A single mistake among a thousand images is to be seen, so that shares are drawn by their root.
        double strength = count == 0 ? 0 : right ? 0.15 + 0.75 * share : 0.2 + 0.8 * Math.sqrt(share);
        Color ink = (right ? SeriesStyle.FIRST : SeriesStyle.SECOND).color(theme);
        Color ground = mix(mix(theme.ground(), theme.line(), 0.5), ink, strength);
        g.setColor(ground);
        g.fill(new Rectangle2D.Double(x, y, cell - 0.75, cell - 0.75));
        if (count > 0 && cell >= LEAST_WITH_NUMBER) {
            g.setColor(Contrast.isBlackBetterOn(ground.getRGB()) ? Color.BLACK : Color.WHITE);
            var font = g.getFont();
            String text = Integer.toString(count);
            double room = (cell - 3) / PlotText.width(font, text);
            g.setFont(room < 1 ? font.deriveFont((float) (font.getSize2D() * room)) : font);
            PlotText.centred(g, text, x + cell / 2 - 0.4, y + cell / 2 - 0.4, null);
            g.setFont(font);
        }
    }

    private static Color mix(Color from, Color to, double share) {
        return new Color(
                (int) Math.round(from.getRed() + share * (to.getRed() - from.getRed())),
                (int) Math.round(from.getGreen() + share * (to.getGreen() - from.getGreen())),
                (int) Math.round(from.getBlue() + share * (to.getBlue() - from.getBlue())));
    }
}
