package org.whorl.figure;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * Pictures in rows and columns with labels around them and a legend below. Where there are many more rows than columns, the rows
 * continue in a second block beside the first.
 *
 * @param tiles the pictures
 * @param order which picture stands where, row by row; −1 for none
 * @param columns pictures in a row
 * @param rowLabels one a row, or none at all
 * @param columnLabels one a column, or none at all
 * @param limits the value at the end of each picture's colour scale
 * @param coloring how values become colours; the ground's darkness follows the theme
 * @param legend what stands at the left, in the middle and at the right end of the colour bar
 */
record MosaicFigure(
        String title,
        String description,
        Tiles tiles,
        int[] order,
        int columns,
        List<String> rowLabels,
        List<String> columnLabels,
        double[] limits,
        Coloring coloring,
        List<String> legend)
        implements Figure, ValueFigure {
    private static final float FONT_SIZE = 8;
    private static final double LINE = 12;
    private static final double GAP = 3;
    private static final double BLOCK_GAP = 14;
    private static final double BAR_HEIGHT = 7;
    private static final double LARGEST_ASPECT = 2;
    private static final int MOST_BLOCKS = 8;
    /** Vector graphics of more values than that, code maps, hold their pictures in pixels: as squares no program would open them. */
    private static final long MOST_SQUARES = 40_000;

    /** Squares are enlarged in embedded pictures, since some viewers smooth small ones. */
    private static final int VECTOR_SIDE = 8;

    private static final FontRenderContext UNSCALED = new FontRenderContext(new AffineTransform(), true, true);

    /** What stands where: what is drawn there is found there. */
    private record Plan(
            int blocks,
            int rows,
            int columns,
            double width,
            double labelWidth,
            double header,
            double tileWidth,
            double tileHeight,
            Canvas canvas) {
        /** Where a block begins, with its labels. */
        double left(int block) {
            double blockWidth = labelWidth + columns * (tileWidth + GAP) - GAP;
            double first = (width - blocks * blockWidth - (blocks - 1) * BLOCK_GAP) / 2;
            return first + block * (blockWidth + BLOCK_GAP);
        }

        double tileX(int block, int column) {
            return canvas.snap(left(block) + labelWidth + column * (tileWidth + GAP));
        }

        double tileY(int line) {
            return canvas.snap(header + line * (tileHeight + GAP));
        }
    }

    private int rows() {
        return order.length / columns;
    }

    private static Font font() {
        return Typeface.plain(FONT_SIZE);
    }

    private static double width(String text) {
        return font().getStringBounds(text, UNSCALED).getWidth();
    }

    private Plan plan(double width, Canvas canvas) {
        double labels =
                rowLabels.stream().mapToDouble(MosaicFigure::width).max().orElse(0);
        double labelWidth = labels == 0 ? 0 : labels + 6;
        double header = columnLabels.isEmpty() ? GAP : LINE + 2;
        // As large pictures as there can be, within a figure that is not too tall; labels take room in every block.
        Plan plan = null;
        for (int blocks = 1; blocks <= MOST_BLOCKS && blocks <= rows(); blocks++) {
            int rows = (rows() + blocks - 1) / blocks;
            double space = (width - (blocks - 1) * BLOCK_GAP) / blocks - labelWidth;
            double across = space / columns - GAP;
            double down = (LARGEST_ASPECT * width / rows - GAP) * tiles.width() / tiles.height();
            double tileWidth = Math.max(rows == 1 ? across : Math.min(across, down), tiles.width() * 0.05);
            tileWidth = tiles.width() * side(tileWidth / tiles.width(), canvas);
            if (plan == null || tileWidth > plan.tileWidth) {
                double tileHeight = tileWidth * tiles.height() / tiles.width();
                plan = new Plan(blocks, rows, columns, width, labelWidth, header, tileWidth, tileHeight, canvas);
            }
        }
        return plan;
    }

    /** The side of one value's square: whole pixels where that is at least one. */
    private static double side(double side, Canvas canvas) {
        return canvas.pixel() == 0 || side < canvas.pixel()
                ? side
                : Math.floor(side / canvas.pixel() + 1e-6) * canvas.pixel();
    }

    @Override
    public double height(double width, Canvas canvas) {
        Plan plan = plan(width, canvas);
        return plan.header + plan.rows * (plan.tileHeight + GAP) - GAP + 8 + BAR_HEIGHT + LINE;
    }

    @Override
    public void draw(Graphics2D g, double width, Theme theme, Canvas canvas) {
        Plan plan = plan(width, canvas);
        Coloring colours = new Coloring(coloring.palette(), theme == Theme.DARK, coloring.signed());
        g.setFont(font());
        for (int block = 0; block < plan.blocks; block++) {
            drawBlock(g, theme, plan, colours, block);
        }
        drawLegend(g, width, theme, canvas, colours, height(width, canvas) - LINE - BAR_HEIGHT);
    }

    @Override
    public Optional<Spot> at(double x, double y, double width, Canvas canvas) {
        Plan plan = plan(width, canvas);
        int across = last(plan.blocks * columns, i -> plan.tileX(i / columns, i % columns), x);
        int line = last(plan.rows, plan::tileY, y);
        int block = across / columns;
        int column = across % columns;
        int row = block * plan.rows + line;
        if (across < 0 || line < 0 || row >= rows()) {
            return Optional.empty();
        }
        int tile = order[row * columns + column];
        double side = plan.tileWidth / tiles.width();
        double tileLeft = plan.tileX(block, column);
        double tileTop = plan.tileY(line);
        int valueRow = (int) Math.floor((y - tileTop) / side);
        int valueColumn = (int) Math.floor((x - tileLeft) / side);
        return tile < 0
                        || valueRow >= tiles.height()
                        || valueColumn >= tiles.width()
                        || !tiles.holds(valueRow, valueColumn)
                ? Optional.empty()
                : Optional.of(new Spot(
                        valueRow,
                        valueColumn,
                        tiles.mean(tile, valueRow, valueColumn),
                        tileLeft + valueColumn * side,
                        tileTop + valueRow * side,
                        side,
                        side));
    }

    /** The last of ascending places that is not beyond a point; −1 where it is before all of them. */
    private static int last(int count, IntToDoubleFunction place, double point) {
        int next = 0;
        while (next < count && place.applyAsDouble(next) <= point) {
            next++;
        }
        return next - 1;
    }

    private void drawBlock(Graphics2D g, Theme theme, Plan plan, Coloring colours, int block) {
        double left = plan.left(block);
        double tilesLeft = left + plan.labelWidth;
        g.setColor(theme.muted());
        // Labels that have no room beside one another are left out, so that those that stay can be read.
        double widest =
                columnLabels.stream().mapToDouble(MosaicFigure::width).max().orElse(0);
        int every = (int) Math.max(1, Math.ceil((widest + GAP) / (plan.tileWidth + GAP)));
        for (int column = 0; column < columnLabels.size(); column += every) {
            String label = columnLabels.get(column);
            double centre = tilesLeft + column * (plan.tileWidth + GAP) + plan.tileWidth / 2;
            g.drawString(label, (float) (centre - width(label) / 2), (float) (plan.header - 5));
        }
        for (int i = 0; i < plan.rows; i++) {
            int row = block * plan.rows + i;
            if (row >= rows()) {
                break;
            }
            double top = plan.header + i * (plan.tileHeight + GAP);
            if (!rowLabels.isEmpty()) {
                g.setColor(theme.muted());
                g.drawString(rowLabels.get(row), (float) left, (float) (top + plan.tileHeight / 2 + FONT_SIZE * 0.35));
            }
            for (int column = 0; column < columns; column++) {
                int tile = order[row * columns + column];
                if (tile >= 0) {
                    drawTile(g, colours, tile, plan.tileX(block, column), plan.tileY(i), plan);
                }
            }
        }
    }

    private void drawTile(Graphics2D g, Coloring colours, int tile, double x, double y, Plan plan) {
        double pixel = plan.canvas.pixel();
        if (pixel == 0 && (long) order.length * tiles.height() * tiles.width() <= MOST_SQUARES) {
            TileImage.drawSquares(g, tiles, tile, limits[tile], colours, x, y, plan.tileWidth / tiles.width());
            return;
        }
        double valueSide = plan.tileWidth / tiles.width();
        int side = pixel == 0 ? VECTOR_SIDE : Math.max(1, (int) Math.rint(valueSide / pixel));
        BufferedImage image = TileImage.of(tiles, tile, limits[tile], colours, side);
        TileImage.draw(g, image, x, y, plan.tileWidth, plan.tileHeight);
    }

    private void drawLegend(Graphics2D g, double width, Theme theme, Canvas canvas, Coloring colours, double top) {
        double barWidth = Math.min(width, 160);
        double left = canvas.snap((width - barWidth) / 2);
        // On screen, an image of one row is enlarged with what lies beside it in memory.
        BufferedImage bar = new BufferedImage(257, 4, BufferedImage.TYPE_INT_RGB);
        // Colour pictures have no palette; their bar shows what a value common to all channels looks like.
        Palette palette = tiles.channels() == 3 ? Palette.GREY : colours.palette();
        for (int i = 0; i < bar.getWidth(); i++) {
            for (int row = 0; row < bar.getHeight(); row++) {
                bar.setRGB(i, row, palette.argb(i / 256.0, colours.darkGround()));
            }
        }
        TileImage.draw(g, bar, left, canvas.snap(top), barWidth, BAR_HEIGHT);
        g.setColor(theme.line());
        g.draw(new Rectangle2D.Double(left, canvas.snap(top), barWidth, BAR_HEIGHT));
        g.setColor(theme.text());
        double baseline = top + BAR_HEIGHT + LINE - 3;
        double words =
                legend.stream().mapToDouble(label -> width(label) + 2 * GAP).sum();
        if (words > barWidth) {
            drawLegend(g, width, left, barWidth, baseline, barWidth / words);
            return;
        }
        for (int i = 0; i < legend.size(); i++) {
            double share = legend.size() == 1 ? 0.5 : (double) i / (legend.size() - 1);
            String label = legend.get(i);
            g.drawString(label, (float) (left + share * (barWidth - width(label))), (float) baseline);
        }
    }

    /** Numbers under a bar that is too short for them: they reach beyond it, and are smaller where there is no room for that either. */
    private void drawLegend(Graphics2D g, double width, double left, double barWidth, double baseline, double shrink) {
        double room = Math.min(left, 10);
        double fit = Math.min(1, shrink * (barWidth + 2 * room) / barWidth);
        g.setFont(Typeface.plain((float) (FONT_SIZE * fit)));
        for (int i = 0; i < legend.size(); i++) {
            double share = legend.size() == 1 ? 0.5 : (double) i / (legend.size() - 1);
            double x = left - room + share * (barWidth + 2 * room - fit * width(legend.get(i)));
            g.drawString(legend.get(i), (float) Math.max(0, Math.min(width - fit * width(legend.get(i)), x)), (float)
                    baseline);
        }
        g.setFont(font());
    }
}
