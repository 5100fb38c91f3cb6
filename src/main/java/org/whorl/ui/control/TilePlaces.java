package org.whorl.ui.control;

import java.util.Optional;
import javafx.scene.input.KeyCode;

import org.whorl.figure.Tiles;

/**
 * Which value of a grid's pictures lies where. Points are in pixels from the first picture's corner.
 *
 * @param content what is shown
 * @param geometry where
 */
record TilePlaces(TileContent content, TileGeometry geometry) {
    /** The value at a point; empty between pictures and beside them. */
    Optional<Place> at(double x, double y) {
        int column = (int) Math.floor(x / geometry.stepX());
        int row = (int) Math.floor(y / geometry.stepY());
        int tile = content.at(row, column);
        double inX = x - geometry.left(column);
        double inY = y - geometry.top(row);
        if (tile < 0 || inX < 0 || inY < 0 || inX >= geometry.tileWidth() || inY >= geometry.tileHeight()) {
            return Optional.empty();
        }
        return Optional.of(new Place(tile, (int) (inY * tiles().height() / geometry.tileHeight()), (int)
                (inX * tiles().width() / geometry.tileWidth())));
    }

    private Tiles tiles() {
        return content.tiles();
    }

    /** The value of the greatest magnitude within a reach, in pixels, in the same picture. */
    Place greatestNear(Place place, double reach) {
        int x = (int) (reach * tiles().width() / geometry.tileWidth());
        int y = (int) (reach * tiles().height() / geometry.tileHeight());
        Place greatest = place;
        for (int row = Math.max(0, place.row() - y); row <= Math.min(tiles().height() - 1, place.row() + y); row++) {
            for (int column = Math.max(0, place.column() - x);
                    column <= Math.min(tiles().width() - 1, place.column() + x);
                    column++) {
                if (Math.abs(tiles().mean(place.tile(), row, column))
                        > Math.abs(tiles().mean(place.tile(), greatest.row(), greatest.column()))) {
                    greatest = new Place(place.tile(), row, column);
                }
            }
        }
        return greatest;
    }

    /** Whether there is such a value. */
    boolean shows(Place place) {
        return nearest(place).equals(Optional.of(place));
    }

    /** The value that is there or, where pictures have become smaller, nearest to it; none where the picture is gone. */
    Optional<Place> nearest(Place place) {
        return content.cellOf(place.tile()) < 0 ? Optional.empty() : Optional.of(bounded(place));
    }

    private Place bounded(Place place) {
        return new Place(
                place.tile(),
                Math.max(0, Math.min(tiles().height() - 1, place.row())),
                Math.max(0, Math.min(tiles().width() - 1, place.column())));
    }

    /** The first value of the first picture. */
    Place first() {
        return new Place(content.order()[0], 0, 0);
    }

    /**
     * Where an arrow key leads: to the picture beside, the same where there is none.
     *
     * @param byValue to the value beside in the same picture, as far as it goes
     */
    Place moved(Place from, KeyCode arrow, boolean byValue) {
        int dx = arrow == KeyCode.LEFT ? -1 : arrow == KeyCode.RIGHT ? 1 : 0;
        int dy = arrow == KeyCode.UP ? -1 : arrow == KeyCode.DOWN ? 1 : 0;
        if (byValue) {
            return bounded(new Place(from.tile(), from.row() + dy, from.column() + dx));
        }
        int cell = content.cellOf(from.tile());
        int tile = content.at(cell / content.columns() + dy, cell % content.columns() + dx);
        return tile < 0 ? from : new Place(tile, from.row(), from.column());
    }

    /** The left edge of a value, which is shown. */
    double left(Place place) {
        return geometry.left(content.cellOf(place.tile()) % content.columns()) + place.column() * valueWidth();
    }

    /** The upper edge of a value, which is shown. */
    double top(Place place) {
        return geometry.top(content.cellOf(place.tile()) / content.columns()) + place.row() * valueHeight();
    }

    double valueWidth() {
        return (double) geometry.tileWidth() / tiles().width();
    }

    double valueHeight() {
        return (double) geometry.tileHeight() / tiles().height();
    }
}
