package org.whorl.figure;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.List;

/**
 * Figures on one sheet, in rows, each with a letter and a few words, as papers have them: a, b, c …
 *
 * @param panels the figures, at least one
 * @param columns panels in a row
 */
public record SheetFigure(String title, String description, List<Panel> panels, int columns) implements Figure {
    private static final double GAP = 18;
    private static final double HEAD = 16;
    private static final float SIZE = 9;

    /**
     * A figure with what stands above it.
     *
     * @param words after the letter; may be empty
     */
    public record Panel(String words, Figure figure) {}

    public SheetFigure {
        panels = List.copyOf(panels);
        if (panels.isEmpty() || panels.size() > 26 || columns < 1) {
            throw new IllegalArgumentException(
                    "sheet: expected 1 to 26 panels in at least 1 column, found " + panels.size() + " in " + columns);
        }
    }

    private int rows() {
        return (panels.size() + columns - 1) / columns;
    }

    private double panelWidth(double width) {
        return Math.max(16, (width - (columns - 1) * GAP) / columns);
    }

    private double rowHeight(int row, double width, Canvas canvas) {
        double panel = panelWidth(width);
        return HEAD
                + panels.subList(row * columns, Math.min(panels.size(), (row + 1) * columns)).stream()
                        .mapToDouble(each -> each.figure().height(panel, canvas))
                        .max()
                        .orElseThrow();
    }

    @Override
    public double height(double width, Canvas canvas) {
        double height = (rows() - 1) * GAP;
        for (int row = 0; row < rows(); row++) {
            height += rowHeight(row, width, canvas);
        }
        return height;
    }

    @Override
    public void draw(Graphics2D g, double width, Theme theme, Canvas canvas) {
        double panel = panelWidth(width);
        double top = 0;
        for (int i = 0; i < panels.size(); i++) {
            AffineTransform before = g.getTransform();
            g.translate(canvas.snap(i % columns * (panel + GAP)), canvas.snap(top));
            g.setColor(theme.text());
            g.setFont(Typeface.strong(SIZE));
            String letter = String.valueOf((char) ('a' + i));
            g.drawString(letter, 0f, (float) (HEAD - 6));
            g.setFont(Typeface.plain(PlotText.SIZE));
            g.drawString(panels.get(i).words(), SIZE + 3f, (float) (HEAD - 6));
            g.translate(0, canvas.snap(HEAD));
            panels.get(i).figure().draw(g, panel, theme, canvas);
            g.setTransform(before);
            if (i % columns == columns - 1) {
                top += rowHeight(i / columns, width, canvas) + GAP;
            }
        }
    }
}
