package org.whorl.ui.view.compare;

import java.util.List;

import org.whorl.ui.control.TileGeometry;

/**
 * What a bank's filters need on screen: all banks are drawn with filters of one size, whole orbits in every row.
 *
 * @param count filters
 * @param unit filters that stay beside one another
 * @param continues whether several units may stand in one row
 * @param values a filter's values in a row
 */
record BankCells(int count, int unit, boolean continues, int values) {
    private static final int GAP = 3;
    private static final int LARGEST = 72;
    private static final int SMALLEST = 8;
    /** What is written below a bank takes that. */
    private static final double LEAST_WIDTH = 150;
    /** Where it costs no more than that, a size whose values are all squares is taken. */
    private static final double WORTH_OF_SQUARES = 0.8;

    /**
     * The size of a filter, in pixels, with which all banks fit beside one another.
     *
     * @param width there is for all, without gaps between the banks
     * @param height there is; where not even small filters fit it, more is taken
     */
    static int side(List<BankCells> banks, double width, double height) {
        int side = LARGEST;
        while (side > SMALLEST && !fit(banks, side, width, height)) {
            side--;
        }
        int values = banks.stream().mapToInt(BankCells::values).max().orElse(1);
        int squares = side - side % values;
        return squares >= WORTH_OF_SQUARES * side ? squares : side;
    }

    private static boolean fit(List<BankCells> banks, int side, double width, double height) {
        return banks.stream().mapToDouble(bank -> bank.width(side, height)).sum() <= width
                && banks.stream().allMatch(bank -> extent(bank.rows(bank.columns(side, height)), side) <= height);
    }

    /** How wide the bank is then, with what is written below it. */
    double width(int side, double height) {
        return Math.max(LEAST_WIDTH, extent(columns(side, height), side));
    }

    /** As few units in a row as the height allows. */
    private int columns(int side, double height) {
        int columns = unit;
        while (continues && columns < count && extent(rows(columns), side) > height) {
            columns += unit;
        }
        return columns;
    }

    private int rows(int columns) {
        return (count + columns - 1) / columns;
    }

    private static int extent(int filters, int side) {
        return filters * (side + GAP) - GAP;
    }

    /**
     * Where the filters stand.
     *
     * @param side of a filter, in pixels
     * @param valuesHigh a filter's rows
     */
    TileGeometry geometry(int side, int valuesHigh, double height) {
        int columns = columns(side, height);
        int high = Math.max(1, side * valuesHigh / values);
        return new TileGeometry(rows(columns), columns, side, high, side + GAP, high + GAP);
    }
}
