package org.whorl.ui.view.codes;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

import org.whorl.network.Trace;

/** The layers and their charts: these under the layers, or beside them where it is wide and no map becomes smaller. */
final class ChartsPlace extends Region {
    /** Of charts that stand beside the layers, in pixels, where type is of the usual size. */
    private static final double SIDE = 320;
    /** Less than that leaves a layer's numbers no room. */
    private static final double LEAST_ROWS = 480;

    private final Region rows;
    private final CodeCharts charts;
    /** Of charts beside the layers; 0 where they stand below. */
    private double side;

    ChartsPlace(Region rows, CodeCharts charts) {
        this.rows = rows;
        this.charts = charts;
        getChildren().addAll(rows, charts);
    }

    /**
     * Puts the charts where they leave the maps most room, or away where they would leave too little.
     *
     * @param width of all there is to see at once, in pixels
     * @param height the same, without what the open layers' heads and the folded layers take
     * @param open layers whose maps are shown
     * @param compact whether the charts are left out rather than that a map becomes smaller, unless a lesson speaks of them
     * @param type how many times larger than usual the type is
     */
    void arrange(Trace trace, int orbits, double width, double height, long open, boolean compact, double type) {
        double wanted = SIDE * type;
        boolean dispensable = compact && !charts.isPointedOut();
        double below = dispensable ? 0 : charts.heightBesideOneAnother(width);
        int underneath = map(trace, orbits, compact, width, (height - below) / Math.max(1, open));
        int beside = map(trace, orbits, compact, width - wanted, height / Math.max(1, open));
        boolean wide = width - wanted >= LEAST_ROWS * type && beside >= underneath;
        charts.setVisible(wide || !dispensable);
        charts.stack(wide);
        side = wide ? wanted : 0;
        requestLayout();
    }

    private static int map(Trace trace, int orbits, boolean compact, double width, double height) {
        return LayerRow.grid(trace, orbits, compact, width, height).geometry().tileHeight();
    }

    /** Pixels that the charts take away from the layers' width. */
    double besideWidth() {
        return side;
    }

    /** Pixels that the charts take away from the layers' height. */
    double belowHeight(double width) {
        return side > 0 || !charts.isVisible() ? 0 : charts.prefHeight(width);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double high = rows.prefHeight(width - side);
        return side > 0 ? Math.max(high, charts.prefHeight(side)) : high + belowHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - side;
        double high = rows.prefHeight(width);
        rows.resizeRelocate(0, 0, width, high);
        double chartsWidth = side > 0 ? side : getWidth();
        charts.resizeRelocate(side > 0 ? width : 0, side > 0 ? 0 : high, chartsWidth, charts.prefHeight(chartsWidth));
    }
}
