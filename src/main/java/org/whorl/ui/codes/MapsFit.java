package org.whorl.ui.codes;

import org.whorl.figure.CodeMapsFigure;
import org.whorl.figure.FilterBank;
import org.whorl.ui.picture.TileContent;
import org.whorl.ui.picture.TileGeometry;

/** How code maps are arranged and how large they are drawn in the room there is. */
final class MapsFit {
    private static final int GAP = 2;
    private static final int SMALLEST = 16;
    private static final int WIDEST_ORBITS = 20;
    private static final int NARROWEST_ORBITS = 5;

    private MapsFit() {}

    /** A column for each orbit and a row for each rotation, where that is neither very wide nor very narrow. */
    static int columns(FilterBank bank) {
        int base = bank.baseFilters();
        boolean orbits = bank.group().order() > 1 && base >= NARROWEST_ORBITS && base <= WIDEST_ORBITS;
        return orbits ? base : CodeMapsFigure.columns(bank.tiles().count());
    }

    /** The places of all maps; whole multiples of their size where that leaves little room unused. */
    static TileGeometry fit(TileContent content, double width, double height) {
        int mapWidth = content.tiles().width();
        int mapHeight = content.tiles().height();
        double across = width / content.columns() - GAP;
        double down = (height / content.rows() - GAP) * mapWidth / mapHeight;
        int w = (int) Math.max(SMALLEST, Math.min(3.0 * mapWidth, Math.min(across, down)));
        if (w >= mapWidth && w % mapWidth <= mapWidth / 5) {
            w -= w % mapWidth;
        }
        int h = Math.max(1, Math.round((float) w * mapHeight / mapWidth));
        return new TileGeometry(content.rows(), content.columns(), w, h, w + GAP, h + GAP);
    }
}
