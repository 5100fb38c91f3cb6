package org.whorl.figure;

import java.awt.Font;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/**
 * A figure with its caption in the picture, below it, as slides want it; elsewhere a caption stands only in what the file says about itself.
 *
 * @param caption wrapped to the figure's width
 */
public record CaptionFigure(Figure figure, String caption) implements Figure {
    private static final double GAP = 8;
    private static final double LINE = 11.5;

    @Override
    public String title() {
        return figure.title();
    }

    @Override
    public String description() {
        return figure.description();
    }

    @Override
    public double height(double width, Canvas canvas) {
        return figure.height(width, canvas) + GAP + lines(width).size() * LINE;
    }

    @Override
    public void draw(Graphics2D g, double width, Theme theme, Canvas canvas) {
        figure.draw(g, width, theme, canvas);
        g.setFont(font());
        g.setColor(theme.text());
        double y = figure.height(width, canvas) + GAP;
        for (String line : lines(width)) {
            g.drawString(line, 0f, (float) (y + PlotText.SIZE));
            y += LINE;
        }
    }

    private static Font font() {
        return Typeface.plain(PlotText.SIZE);
    }

    /** Broken between words; a word wider than the figure stands on a line of its own. */
    private List<String> lines(double width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : caption.strip().split("\\R")) {
            StringBuilder line = new StringBuilder();
            for (String word : paragraph.strip().split("\\s+")) {
                if (line.length() > 0 && PlotText.width(font(), line + " " + word) > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.length() == 0 ? "" : " ").append(word);
            }
            lines.add(line.toString());
        }
        return lines;
    }
}
