package org.whorl.ui.control;

/** How code maps without orbits, or those of one orbit, are arranged and how large they are drawn in the room there is. */
final class MapsFit {
    private static final int GAP = 2;
    private static final int SMALLEST = 16;
    private static final double LARGEST = 3;
    /** Orbits one under the other are worth a little size. */
    private static final double WORTH_OF_ORBITS = 1.25;

    private MapsFit() {}

    /**
     * The places of all maps of a layer: as large as fits, but never too small to see, so that they may need more height; never
     * wider than the room, where that is possible; and a column for each orbit where that costs little.
     *
     * @param count maps, rotation-major
     * @param orbits how many orbits they form
     * @param mapWidth values in a map's row
     * @param mapHeight a map's rows
     * @param width pixels there are
     * @param height the same
     */
    static TileGeometry fit(int count, int orbits, int mapWidth, int mapHeight, double width, double height) {
        TileGeometry best = arrange(count, 1, mapWidth, mapHeight, width, height);
        double bestWorth = best.tileWidth();
        for (int columns = 2; columns <= count; columns++) {
            TileGeometry candidate = arrange(count, columns, mapWidth, mapHeight, width, height);
            if (candidate.width() > width) {
                break;
            }
            boolean ofOrbits = columns == orbits && orbits < count && candidate.height() <= height;
            double worth = candidate.tileWidth() * (ofOrbits ? WORTH_OF_ORBITS : 1);
            boolean lower = candidate.height() < best.height();
            boolean full = count % columns == 0 && count % best.columns() != 0;
            if (worth > bestWorth || worth == bestWorth && (lower || full)) {
                best = candidate;
                bestWorth = worth;
            }
        }
        return best;
    }

    private static TileGeometry arrange(
            int count, int columns, int mapWidth, int mapHeight, double width, double height) {
        int rows = (count + columns - 1) / columns;
        double across = width / columns - GAP;
        double down = (height / rows - GAP) * mapWidth / mapHeight;
        int w = (int) Math.max(SMALLEST, Math.min(LARGEST * mapWidth, Math.min(across, down)));
        // Whole multiples of the map's size, whose values are all squares, where that leaves little room unused.
        if (w >= mapWidth && w % mapWidth <= mapWidth / 5) {
            w -= w % mapWidth;
        }
        int h = Math.max(1, Math.round((float) w * mapHeight / mapWidth));
        return new TileGeometry(rows, columns, w, h, w + GAP, h + GAP);
    }
}
