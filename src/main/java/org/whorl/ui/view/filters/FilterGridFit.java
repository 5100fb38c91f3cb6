package org.whorl.ui.view.filters;

import org.whorl.figure.Layout;
import org.whorl.figure.Tiles;
import org.whorl.ui.control.TileGeometry;

/**
 * How large filters are drawn in the room there is: whole multiples of their size, as large as fits, but never too small to see. Many
 * rows of few columns continue in blocks beside the first.
 *
 * @param blocks how many
 * @param geometry of a full block
 */
record FilterGridFit(int blocks, TileGeometry geometry) {
    private static final int SMALLEST = 24;
    private static final int LARGEST = 160;
    private static final int GAP = 8;
    private static final int MOST_BLOCKS = 8;
    /** A row's label and the room beside it. */
    private static final int LABEL = 64;
    /** Another block must make filters that much larger to be worth breaking the rows. */
    private static final double WORTH = 1.3;

    /**
     * The places of all filters.
     *
     * @param rows of pictures, in one block
     * @param columns of pictures
     * @param width pixels there are, with those for labels
     * @param height pixels there are; more is taken, to be scrolled, where even the smallest do not fit
     */
    static FilterGridFit of(Tiles tiles, int rows, int columns, Layout layout, double width, double height) {
        FilterGridFit best = null;
        int most = layout == Layout.ORBIT ? Math.min(MOST_BLOCKS, rows) : 1;
        for (int blocks = 1; blocks <= most; blocks++) {
            double room = width / blocks - (layout == Layout.ORBIT ? LABEL : 0);
            TileGeometry geometry = fit(tiles, (rows + blocks - 1) / blocks, columns, layout, room, height);
            boolean fits = geometry.width() <= room;
            boolean larger = best != null && geometry.tileWidth() > WORTH * best.geometry.tileWidth();
            // What is seen at once is worth as much as what is seen larger.
            boolean whole = best != null && geometry.height() <= height && best.geometry.height() > height;
            if (best == null || fits && (larger || whole)) {
                best = new FilterGridFit(blocks, geometry);
            }
        }
        return best;
    }

    private static TileGeometry fit(Tiles tiles, int rows, int columns, Layout layout, double width, double height) {
        double tileWidth = width / columns - GAP;
        double tileHeight = height / rows - GAP;
        int side = (int) Math.min(tileWidth / tiles.width(), tileHeight / tiles.height());
        int smallest = Math.max(1, (SMALLEST + tiles.width() - 1) / tiles.width());
        int largest = Math.max(1, LARGEST / tiles.width());
        side = Math.max(smallest, Math.min(largest, side));
        int w = side * tiles.width();
        int h = side * tiles.height();
        // Orbits spread over the width, so that columns are told apart from the paper's even grid.
        int spread = (int) (width / columns);
        int stepX = layout == Layout.ORBIT ? Math.max(w + GAP, Math.min(spread, 5 * w / 2)) : w + GAP;
        return new TileGeometry(rows, columns, w, h, stepX, h + GAP);
    }
}
