package org.whorl.ui.control;

import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

import org.whorl.ui.control.lens.Glimpse;

/** What a lens shows of a grid of pictures: their own pixels, and the value at a point. */
final class TileGlimpses implements Glimpse.Source {
    private final TileGrid grid;

    TileGlimpses(TileGrid grid) {
        this.grid = grid;
    }

    @Override
    public Optional<Glimpse> at(double x, double y) {
        TilePlaces places = grid.places();
        Point2D origin = grid.origin();
        return grid.placeAt(x, y)
                .filter(p -> places.content().tiles().holds(p.row(), p.column()))
                .map(p -> new Glimpse(
                        grid.pixels(),
                        x - origin.getX(),
                        y - origin.getY(),
                        new Rectangle2D(places.left(p), places.top(p), places.valueWidth(), places.valueHeight()),
                        places.content().words(p),
                        "row " + (p.row() + 1) + ", column " + (p.column() + 1)));
    }

    @Override
    public Optional<Point2D> cursor() {
        TilePlaces places = grid.places();
        return grid.keyboardPlace().map(p -> grid.origin()
                .add(places.left(p) + places.valueWidth() / 2, places.top(p) + places.valueHeight() / 2));
    }
}
