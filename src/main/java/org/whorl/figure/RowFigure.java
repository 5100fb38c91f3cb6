package org.whorl.figure;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.List;

/**
 * Figures side by side, each under a few words.
 *
 * @param parts at least one
 */
public record RowFigure(String title, String description, List<Part> parts) implements Figure {
    /**
     * One of them.
     *
     * @param head what stands above it
     */
    public record Part(String head, Figure figure) {}

    private static final double GAP = 16;
    private static final double HEAD = 16;

    public RowFigure {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("figures: expected at least one, found none");
        }
    }

    private double partWidth(double width) {
        return Math.max(16, (width - (parts.size() - 1) * GAP) / parts.size());
    }

    @Override
    public double height(double width, Canvas canvas) {
        double part = partWidth(width);
        return HEAD
                + parts.stream()
                        .mapToDouble(p -> p.figure().height(part, canvas))
                        .max()
                        .orElseThrow();
    }

    @Override
    public void draw(Graphics2D g, double width, Theme theme, Canvas canvas) {
        double part = partWidth(width);
        for (int i = 0; i < parts.size(); i++) {
            AffineTransform before = g.getTransform();
            g.translate(canvas.snap(i * (part + GAP)), 0);
            g.setFont(PlotText.font(g));
            g.setColor(theme.text());
            PlotText.centred(g, parts.get(i).head(), part / 2, HEAD / 2 - 2, null);
            g.translate(0, canvas.snap(HEAD));
            parts.get(i).figure().draw(g, part, theme, canvas);
            g.setTransform(before);
        }
    }
}
