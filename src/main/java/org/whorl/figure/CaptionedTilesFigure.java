package org.whorl.figure;

import java.awt.Graphics2D;
import java.util.List;

/**
 * Images in rows, each over two short lines of its own.
 *
 * @param tiles from zero up, to 1
 * @param captions one a picture, each of one or two lines
 */
public record CaptionedTilesFigure(String title, String description, Tiles tiles, List<String> captions)
        implements Figure {
    private static final double SIDE = 44;
    private static final double GAP = 8;
    private static final double LINE = 10;
    private static final int ENLARGED = 8;

    public CaptionedTilesFigure {
        captions = List.copyOf(captions);
        if (captions.size() > tiles.count()) {
            throw new IllegalArgumentException(
                    "captions: expected at most " + tiles.count() + ", found " + captions.size());
        }
    }

    private double cell() {
        return captions.stream()
                        .flatMap(String::lines)
                        .mapToDouble(line -> PlotText.width(Typeface.plain(PlotText.SIZE), line))
                        .reduce(SIDE, Math::max)
                + GAP;
    }

    private int columns(double width) {
        return Math.max(1, (int) ((width + GAP) / cell()));
    }

    @Override
    public double height(double width, Canvas canvas) {
        int rows = (captions.size() + columns(width) - 1) / columns(width);
        return Math.max(1, rows) * (SIDE + 2 * LINE + GAP);
    }

    @Override
    public void draw(Graphics2D g, double width, Theme theme, Canvas canvas) {
        g.setFont(PlotText.font(g));
        Coloring grey = new Coloring(Palette.GREY, theme == Theme.DARK, false);
        int columns = columns(width);
        for (int i = 0; i < captions.size(); i++) {
            double x = i % columns * cell();
            double y = i / columns * (SIDE + 2 * LINE + GAP);
            double left = canvas.snap(x + (cell() - GAP - SIDE) / 2);
            TileImage.draw(g, TileImage.of(tiles, i, 1, grey, ENLARGED), left, canvas.snap(y), SIDE, SIDE);
            g.setColor(theme.text());
            double baseline = y + SIDE + LINE / 2 + 2;
            for (String line : captions.get(i).lines().toList()) {
                PlotText.centred(g, line, x + (cell() - GAP) / 2, baseline, null);
                baseline += LINE;
            }
        }
    }
}
