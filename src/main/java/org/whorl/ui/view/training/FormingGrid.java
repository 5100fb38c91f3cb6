package org.whorl.ui.view.training;

/**
 * How the banks of several layers stand: beside one another, and in rows where it is narrow.
 *
 * @param layers how many banks
 * @param width there is, in pixels
 */
record FormingGrid(int layers, double width) {
    private static final double LAYER_GAP = 24;
    private static final double LABEL_HEIGHT = 22;
    private static final double NARROWEST = 120;
    private static final double ROW_GAP = LAYER_GAP / 2;

    /** The width with which four stand beside one another. */
    static double wished() {
        return 4 * (NARROWEST + LAYER_GAP);
    }

    private int inARow() {
        int fit = (int) Math.max(1, (width + LAYER_GAP) / (NARROWEST + LAYER_GAP));
        return Math.min(Math.max(1, layers), fit);
    }

    private int rows() {
        return layers == 0 ? 1 : (layers + inARow() - 1) / inARow();
    }

    /** How wide a bank may be. */
    int columnWidth() {
        return (int) ((width - (inARow() - 1) * LAYER_GAP) / inARow());
    }

    /** How high all are, where the highest bank is so high. */
    double height(double bank) {
        return rows() * (LABEL_HEIGHT + bank) + (rows() - 1) * ROW_GAP;
    }

    /** How high a bank may be where all are so high. */
    double bankHeight(double all) {
        return (all - (rows() - 1) * ROW_GAP) / rows() - LABEL_HEIGHT;
    }

    /** The left edge of a bank. */
    double x(int layer) {
        return Math.round(layer % inARow() * (columnWidth() + LAYER_GAP));
    }

    /** The upper edge of a bank's label. */
    double labelY(int layer, double bank) {
        return Math.round(layer / inARow() * (LABEL_HEIGHT + bank + ROW_GAP));
    }

    /** The upper edge of a bank. */
    double bankY(int layer, double bank) {
        return labelY(layer, bank) + LABEL_HEIGHT;
    }

    /** How high a label is. */
    static double labelHeight() {
        return LABEL_HEIGHT - 4;
    }
}
