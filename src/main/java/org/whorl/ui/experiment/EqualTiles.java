package org.whorl.ui.experiment;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Tiles of one width in rows as long as one another, as few as there is room for; all of a row are as high as the highest. */
final class EqualTiles extends Pane {
    private final double tile;
    private final double gap;

    /**
     * No tiles yet.
     *
     * @param tile width of each, in pixels
     * @param gap between them
     */
    EqualTiles(double tile, double gap) {
        this.tile = tile;
        this.gap = gap;
        setMinWidth(0);
    }

    private int columns(double width) {
        int fit = (int) ((width + gap) / (tile + gap));
        int most = Math.max(1, Math.min(getChildren().size(), fit));
        int rows = (getChildren().size() + most - 1) / most;
        return Math.max(1, (getChildren().size() + rows - 1) / Math.max(1, rows));
    }

    private double rowHeight(int first, int columns) {
        return getChildren().stream()
                .skip(first)
                .limit(columns)
                .mapToDouble(child -> Math.ceil(child.prefHeight(tile)))
                .max()
                .orElse(0);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return getChildren().size() * (tile + gap) - gap;
    }

    @Override
    protected double computePrefHeight(double width) {
        int columns = columns(width < 0 ? prefWidth(-1) : width);
        double height = -gap;
        for (int first = 0; first < getChildren().size(); first += columns) {
            height += rowHeight(first, columns) + gap;
        }
        return height;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        int columns = columns(getWidth());
        double y = 0;
        for (int first = 0; first < getChildren().size(); first += columns) {
            double height = rowHeight(first, columns);
            for (int i = first; i < Math.min(first + columns, getChildren().size()); i++) {
                Node child = getChildren().get(i);
                child.resizeRelocate((i - first) * (tile + gap), y, tile, height);
            }
            y += height + gap;
        }
    }
}
