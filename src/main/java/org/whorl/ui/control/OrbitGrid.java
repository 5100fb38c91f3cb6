package org.whorl.ui.control;

import java.util.List;
import java.util.stream.IntStream;

import org.whorl.group.CyclicGroup;
import org.whorl.group.FiniteGroup;
import org.whorl.group.OrbitIndex;

/**
 * How the maps of a layer stand: one base filter a row, one element of the group a column, never wrapped in between. When the input turns
 * by the generator's angle, what is active slides by one column.
 *
 * @param geometry where each map lies
 * @param order which map stands where, row by row; −1 for none
 * @param kind what rows and columns are
 */
public record OrbitGrid(TileGeometry geometry, int[] order, Kind kind) {
    /** What rows and columns are. */
    public enum Kind {
        /** A row is an orbit. */
        ORBIT_ROWS,
        /** Nothing: maps go on in the next row. */
        WRAPPED
    }

    private static final int GAP = 2;
    /** Below that nothing is made out any more: rows of very many copies are wider than the room instead. */
    private static final int SMALLEST = 10;

    private static final double LARGEST = 3;

    /**
     * As large as the room allows, but so large that a map can be seen, so that they may need more height; wider than the room only where
     * there are very many copies. Maps without orbits, and those of a single one, may go on in the next row.
     *
     * @param count maps, all base filters under one element of the group, then under the next
     * @param orbits how many orbits they form
     * @param mapWidth values in a map's row
     * @param mapHeight a map's rows
     * @param width pixels there are
     * @param height the same
     * @param least pixels along a map, where the width allows it
     */
    public static OrbitGrid fit(
            int count, int orbits, int mapWidth, int mapHeight, double width, double height, int least) {
        if (orbits == count || orbits == 1) {
            TileGeometry wrapped = MapsFit.fit(count, orbits, mapWidth, mapHeight, width, height);
            int[] order = IntStream.range(0, wrapped.rows() * wrapped.columns())
                    .map(i -> i < count ? i : -1)
                    .toArray();
            return new OrbitGrid(wrapped, order, Kind.WRAPPED);
        }
        OrbitIndex index = new OrbitIndex(orbits, count / orbits);
        int columns = index.order();
        int[] order = IntStream.range(0, count)
                .map(i -> index.filter(i % columns, i / columns))
                .toArray();
        int w = side(columns, orbits, mapWidth, mapHeight, width, height, least);
        int h = Math.max(1, Math.round((float) w * mapHeight / mapWidth));
        return new OrbitGrid(new TileGeometry(orbits, columns, w, h, w + GAP, h + GAP), order, Kind.ORBIT_ROWS);
    }

    /** Pixels along a map. */
    private static int side(
            int columns, int rows, int mapWidth, int mapHeight, double width, double height, int least) {
        double across = (width + GAP) / columns - GAP;
        double down = (height / rows - GAP) * mapWidth / mapHeight;
        int side = (int) Math.max(SMALLEST, Math.min(LARGEST * mapWidth, Math.min(across, Math.max(least, down))));
        // Whole multiples of the map's size, whose values are all squares, where that leaves little room unused.
        return side >= mapWidth && side % mapWidth <= mapWidth / 5 && side - side % mapWidth >= least
                ? side - side % mapWidth
                : side;
    }

    /** Names of the rows: numbers of base filters, or angles. */
    public List<String> rowNames(FiniteGroup group) {
        return rowNames(elements(group));
    }

    /** The same with names of the copies. */
    public List<String> rowNames(List<String> copies) {
        return switch (kind) {
            case ORBIT_ROWS -> bases(geometry.rows());
            case WRAPPED -> List.of();
        };
    }

    /** Names of the columns. */
    public List<String> columnNames(FiniteGroup group) {
        return columnNames(elements(group));
    }

    /** The same with names of the copies. */
    public List<String> columnNames(List<String> copies) {
        return switch (kind) {
            case ORBIT_ROWS -> copies;
            case WRAPPED -> List.of();
        };
    }

    private static List<String> bases(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList();
    }

    private static List<String> elements(FiniteGroup group) {
        return IntStream.range(0, group.order())
                .mapToObj(e -> CyclicGroup.format(group.angle(e)) + "°" + (group.mirrored(e) ? "m" : ""))
                .toList();
    }
}
