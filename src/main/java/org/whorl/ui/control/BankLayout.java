package org.whorl.ui.control;

import java.util.Arrays;

/**
 * How all filters of a bank fit into a rectangle, orbit after orbit.
 *
 * @param columns filters side by side: whole orbits, or an equal part of one
 * @param rows filters above one another
 * @param scale how many pixels wide a filter's value is drawn, at least 1
 */
public record BankLayout(int columns, int rows, int scale) {
    /** Pixels between filters. */
    static final int GAP = 3;

    /** An orbit is torn only where that makes its filters by more than this factor larger, and never one that is so short. */
    private static final double WORTH_TEARING = 1.5;

    private static final int SHORT = 8;

    /**
     * The layout with the largest filters that fits the width with whole orbits in every row; with equal parts of orbits where no orbit
     * fits, or where those of a long one become much larger in the room there is. Where not even the smallest filters fit the height, the layout that is least too high.
     *
     * @param orbit filters of an orbit
     * @param filters in the bank
     * @param side of a filter in values
     * @param width there is, in pixels
     * @param height there is, in pixels
     */
    public static BankLayout of(int orbit, int filters, int side, int width, int height) {
        BankLayout best = null;
        for (int columns = orbit; columns <= filters; columns += orbit) {
            best = better(best, columns, filters, side, width, height);
        }
        if (best != null && orbit <= SHORT) {
            return best;
        }
        BankLayout torn = null;
        for (int columns = orbit - 1; columns >= 1; columns--) {
            if (orbit % columns == 0) {
                torn = better(torn, columns, filters, side, width, height);
            }
        }
        if (torn == null) {
            return best == null ? new BankLayout(1, filters, 1) : best;
        }
        boolean worth = best == null || torn.scale > WORTH_TEARING * best.scale && torn.height(side) <= height;
        return worth ? torn : best;
    }

    private static BankLayout better(BankLayout best, int columns, int filters, int side, int width, int height) {
        int rows = (filters + columns - 1) / columns;
        int scale = Math.max(1, Math.min(room(width, columns), room(height, rows)) / side);
        BankLayout candidate = new BankLayout(columns, rows, scale);
        boolean better = best == null
                || candidate.scale > best.scale
                || candidate.scale == best.scale && rows < best.rows && best.height(side) > height;
        return candidate.width(side) <= width && better ? candidate : best;
    }

    private static int room(int pixels, int count) {
        return (pixels - (count - 1) * GAP) / count;
    }

    public int width(int side) {
        return columns * (side * scale + GAP) - GAP;
    }

    public int height(int side) {
        return rows * (side * scale + GAP) - GAP;
    }

    /** Where the filters lie. */
    public TileGeometry geometry(int side) {
        int drawn = side * scale;
        return new TileGeometry(rows, columns, drawn, drawn, drawn + GAP, drawn + GAP);
    }

    /** Which filter stands where, row by row; −1 for none behind the last. */
    public int[] order(int[] filters) {
        int[] order = Arrays.copyOf(filters, rows * columns);
        Arrays.fill(order, filters.length, order.length, -1);
        return order;
    }
}
