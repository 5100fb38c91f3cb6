package org.whorl.figure;

import java.util.Arrays;
import java.util.List;

/** Pictures in rows and columns, as they stand on the screen. */
public final class TilesFigure {
    private TilesFigure() {}

    /**
     * A figure of them, with the colour scale below.
     *
     * @param order which picture stands where, row by row; −1 for none; the last row may be short
     * @param columns pictures in a row
     * @param rowLabels one a row, or none at all
     * @param columnLabels one a column, or none at all
     * @param limits the value at the end of each picture's colour scale
     */
    public static Figure of(
            String title,
            String description,
            Tiles tiles,
            int[] order,
            int columns,
            List<String> rowLabels,
            List<String> columnLabels,
            double[] limits,
            Coloring coloring) {
        int rows = (order.length + columns - 1) / columns;
        int[] whole = Arrays.copyOf(order, rows * columns);
        Arrays.fill(whole, order.length, whole.length, -1);
        double[] shown = Arrays.stream(order)
                .filter(tile -> tile >= 0)
                .mapToDouble(tile -> limits[tile])
                .distinct()
                .toArray();
        String limit = shown.length == 1 ? Numbers.format(shown[0]) : "max of each";
        return new MosaicFigure(
                title,
                description,
                tiles,
                whole,
                columns,
                rowLabels.size() == rows ? rowLabels : List.of(),
                columnLabels.size() == columns ? columnLabels : List.of(),
                limits,
                coloring,
                coloring.signed() ? List.of("−" + limit, "0", "+" + limit) : List.of("0", limit));
    }
}
