package org.whorl.ui.filters;

import org.whorl.figure.Layout;
import org.whorl.figure.Tiles;
import org.whorl.ui.picture.TileContent;
import org.whorl.ui.picture.TileGeometry;

/** How large filters are drawn in the room there is: whole multiples of their size, as large as fits, but never too small to see. */
final class FilterGridFit {
    private static final int SMALLEST = 24;
    private static final int LARGEST = 96;
    private static final int GAP = 8;

    private FilterGridFit() {}

    /**
     * The places of all filters.
     *
     * @param width pixels there are for pictures
     * @param height the same; more is taken, to be scrolled, where even the smallest do not fit
     */
    static TileGeometry fit(TileContent content, Layout layout, double width, double height) {
        Tiles tiles = content.tiles();
        double tileWidth = width / content.columns() - GAP;
        double tileHeight = height / content.rows() - GAP;
        int side = (int) Math.min(tileWidth / tiles.width(), tileHeight / tiles.height());
        int smallest = Math.max(1, (SMALLEST + tiles.width() - 1) / tiles.width());
        int largest = Math.max(1, LARGEST / tiles.width());
        side = Math.max(smallest, Math.min(largest, side));
        int w = side * tiles.width();
        int h = side * tiles.height();
        // Orbits spread over the width, so that columns are told apart from the paper's even grid.
        int spread = (int) (width / content.columns());
        int stepX = layout == Layout.ORBIT ? Math.max(w + GAP, Math.min(spread, 5 * w / 2)) : w + GAP;
        return new TileGeometry(content.rows(), content.columns(), w, h, stepX, h + GAP);
    }
}
