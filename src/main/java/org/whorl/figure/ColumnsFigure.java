package org.whorl.figure;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Columns side by side from zero up, some of them marked.
 *
 * @param columns from left to right
 */
public record ColumnsFigure(String title, String description, List<Column> columns) implements Figure {
    private static final double ASPECT = 0.5;
    private static final double LEFT = 28;
    private static final double HEAD = 10;
    private static final double FOOT = 14;
    private static final double FILLED = 0.7;

    /**
     * A column.
     *
     * @param name under it
     * @param value at least 0
     * @param marked whether it is one of those that matter
     */
    public record Column(String name, double value, boolean marked) {}

    public ColumnsFigure {
        columns = List.copyOf(columns);
    }

    @Override
    public double height(double width, Canvas canvas) {
        return Math.rint(width * ASPECT);
    }

    @Override
    public void draw(Graphics2D g, double width, Theme theme, Canvas canvas) {
        g.setFont(PlotText.font(g));
        double bottom = height(width, canvas) - FOOT;
        double most = columns.stream().mapToDouble(Column::value).max().orElse(0);
        double scale = (bottom - HEAD) / (most > 0 ? most : 1);
        g.setStroke(new BasicStroke(0.6f));
        for (double share : new double[] {0.5, 1}) {
            double y = bottom - share * most * scale;
            g.setColor(theme.line());
            g.draw(new Line2D.Double(LEFT, y, width, y));
            g.setColor(theme.muted());
            String number = Numbers.format(share * most);
            g.drawString(number, (float) (LEFT - 4 - PlotText.width(g.getFont(), number)), (float)
                    (y + PlotText.SIZE * 0.36));
        }
        double step = (width - LEFT) / Math.max(1, columns.size());
        double widest = columns.stream()
                .mapToDouble(column -> PlotText.width(g.getFont(), column.name()))
                .max()
                .orElse(0);
        int every = (int) Math.max(1, Math.ceil((widest + 4) / step));
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            double x = LEFT + i * step;
            double tall = Math.max(0.8, column.value() * scale);
            g.setColor((column.marked() ? SeriesStyle.SECOND : SeriesStyle.FIRST).color(theme));
            g.fill(new Rectangle2D.Double(x + step * (1 - FILLED) / 2, bottom - tall, step * FILLED, tall));
            boolean named = column.marked() || i % every == 0 && !nearMarked(i, every);
            if (named) {
                g.setColor(column.marked() ? theme.text() : theme.muted());
                PlotText.centred(g, column.name(), x + step / 2, bottom + FOOT / 2 + 1, null);
            }
        }
        g.setColor(theme.muted());
        g.draw(new Line2D.Double(LEFT, bottom, width, bottom));
    }

    /** Whether the name would lie over that of a marked column. */
    private boolean nearMarked(int index, int every) {
        for (int i = Math.max(0, index - every + 1); i < Math.min(columns.size(), index + every); i++) {
            if (i != index && columns.get(i).marked()) {
                return true;
            }
        }
        return false;
    }
}
