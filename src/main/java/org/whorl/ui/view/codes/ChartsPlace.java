package org.whorl.ui.view.codes;

import javafx.scene.Node;
import javafx.scene.layout.BorderPane;

import org.whorl.network.Trace;

/** The layers and their charts: these under the layers, or beside them where it is wide and no map becomes smaller. */
final class ChartsPlace extends BorderPane {
    /** Of charts that stand beside the layers, in pixels, where type is of the usual size. */
    private static final double SIDE = 320;
    /** Less than that leaves a layer's numbers no room. */
    private static final double LEAST_ROWS = 480;

    private final CodeCharts charts;

    ChartsPlace(Node rows, CodeCharts charts) {
        this.charts = charts;
        setCenter(rows);
        setBottom(charts);
    }

    /**
     * Puts the charts where they leave the maps most room, or away where they would leave too little.
     *
     * @param width of all there is to see at once, in pixels
     * @param height the same, without what the open layers' heads and the folded layers take
     * @param open layers whose maps are shown
     * @param compact whether the charts are left out rather than that a map becomes smaller
     * @param type how many times larger than usual the type is
     */
    void arrange(Trace trace, int orbits, double width, double height, long open, boolean compact, double type) {
        double side = SIDE * type;
        double below = compact ? 0 : charts.heightBesideOneAnother(width);
        int underneath = map(trace, orbits, compact, width, (height - below) / Math.max(1, open));
        int beside = map(trace, orbits, compact, width - side, height / Math.max(1, open));
        boolean wide = width - side >= LEAST_ROWS * type && beside >= underneath;
        charts.setVisible(wide || !compact);
        charts.stack(wide);
        charts.setPrefWidth(wide ? side : USE_COMPUTED_SIZE);
        if (wide != (getRight() == charts)) {
            setBottom(null);
            setRight(null);
            if (wide) {
                setRight(charts);
            } else {
                setBottom(charts);
            }
        }
    }

    private static int map(Trace trace, int orbits, boolean compact, double width, double height) {
        return LayerRow.grid(trace, orbits, compact, width, height).geometry().tileHeight();
    }

    /** Pixels that the charts take away from the layers' width. */
    double besideWidth() {
        return getRight() == charts ? charts.getPrefWidth() : 0;
    }

    /** Pixels that the charts take away from the layers' height. */
    double belowHeight(double width) {
        return getBottom() == charts && charts.isVisible() ? charts.prefHeight(width) : 0;
    }
}
