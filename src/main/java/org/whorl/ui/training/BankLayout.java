package org.whorl.ui.training;

/**
 * How all filters of a bank fit into a rectangle, orbit after orbit.
 *
 * @param columns filters side by side: whole orbits, or an equal part of one
 * @param rows filters above one another
 * @param scale how many pixels wide a filter's value is drawn, at least 1
 */
record BankLayout(int columns, int rows, int scale) {
    /** Pixels between filters. */
    static final int GAP = 3;

    /**
     * The layout with the largest filters; where not even the smallest fit, the one that is least too high.
     *
     * @param orbit filters of an orbit
     * @param filters in the bank
     * @param side of a filter in values
     * @param width there is, in pixels
     * @param height there is, in pixels
     */
    static BankLayout of(int orbit, int filters, int side, int width, int height) {
        BankLayout best = null;
        for (int columns = 1; columns <= filters; columns++) {
            if (columns % orbit != 0 && orbit % columns != 0) {
                continue;
            }
            int rows = (filters + columns - 1) / columns;
            int scale = Math.min(room(width, columns) / side, room(height, rows) / side);
            BankLayout candidate = new BankLayout(columns, rows, Math.max(1, scale));
            boolean fits = candidate.width(side) <= width;
            if (fits
                    && (best == null
                            || candidate.scale > best.scale
                            || candidate.scale == best.scale && rows < best.rows && best.height(side) > height)) {
                best = candidate;
            }
        }
        return best == null ? new BankLayout(1, filters, 1) : best;
    }

    private static int room(int pixels, int count) {
        return (pixels - (count - 1) * GAP) / count;
    }

    int width(int side) {
        return columns * (side * scale + GAP) - GAP;
    }

    int height(int side) {
        return rows * (side * scale + GAP) - GAP;
    }
}
