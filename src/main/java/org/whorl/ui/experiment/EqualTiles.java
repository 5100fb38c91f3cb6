package org.whorl.ui.experiment;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Tiles of one width in rows as long as one another, as few as there is room for, which fill it; all of a row are as high as the highest. */
final class EqualTiles extends Pane {
    private final double least;
    private final double most;
    private final double gap;
    private final ReadOnlyDoubleWrapper tileWidth = new ReadOnlyDoubleWrapper();

    /**
     * No tiles yet.
     *
     * @param least width of each, in pixels
     * @param most width of each
     * @param gap between them
     */
    EqualTiles(double least, double most, double gap) {
        this.least = least;
        this.most = most;
        this.gap = gap;
        tileWidth.set(least);
        setMinWidth(0);
        widthProperty().addListener((o, was, is) -> tileWidth.set(tile(is.doubleValue())));
    }

    /** How wide each is, in pixels: for what in them cannot tell before it is laid out. */
    ReadOnlyDoubleProperty tileWidthProperty() {
        return tileWidth.getReadOnlyProperty();
    }

    private double tile(double width) {
        int columns = columns(width);
        return Math.floor(Math.max(least, Math.min(most, (width + gap) / columns - gap)));
    }

    private int columns(double width) {
        int fit = (int) ((width + gap) / (least + gap));
        int most = Math.max(1, Math.min(getChildren().size(), fit));
        int rows = (getChildren().size() + most - 1) / most;
        return Math.max(1, (getChildren().size() + rows - 1) / Math.max(1, rows));
    }

    private double rowHeight(int first, int columns, double tile) {
        // What is in them is as wide as this says, and asked at once how high that makes it.
        tileWidth.set(tile);
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
        return getChildren().size() * (least + gap) - gap;
    }

    @Override
    protected double computePrefHeight(double width) {
        double room = width < 0 ? prefWidth(-1) : width;
        int columns = columns(room);
        double height = -gap;
        for (int first = 0; first < getChildren().size(); first += columns) {
            height += rowHeight(first, columns, tile(room)) + gap;
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
        double tile = tile(getWidth());
        double y = 0;
        for (int first = 0; first < getChildren().size(); first += columns) {
            double height = rowHeight(first, columns, tile);
            for (int i = first; i < Math.min(first + columns, getChildren().size()); i++) {
                Node child = getChildren().get(i);
                child.resizeRelocate((i - first) * (tile + gap), y, tile, height);
            }
            y += height + gap;
        }
    }
}
