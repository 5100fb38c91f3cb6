package org.whorl.ui.control;

import java.util.List;
import java.util.Optional;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;

/**
 * Says over a row of a grid that something was in one picture and is in another now: an outline of dashes, a full one, and an arrow that
 * goes to the right, beyond the end on from the beginning, as copies do in an orbit.
 */
public final class TileMove extends Group {
    private static final double BELOW = 5;
    private static final double HEAD = 5;
    private static final double BEYOND = 6;

    private final Rectangle was = outline("tile-was");
    private final Rectangle is = outline("tile-is");
    private final Line first = line();
    private final Line second = line();
    private final Polygon head = new Polygon();

    /**
     * From one picture to another of the same row.
     *
     * @param from which picture it was, by its number in the content
     * @param to which it is
     */
    public record Move(int from, int to) {}

    TileMove() {
        head.getStyleClass().add("tile-move-head");
        getChildren().addAll(was, is, first, second, head);
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
    }

    private static Rectangle outline(String style) {
        Rectangle rectangle = new Rectangle();
        rectangle.getStyleClass().addAll("tile-move", style);
        return rectangle;
    }

    private static Line line() {
        Line line = new Line();
        line.getStyleClass().add("tile-move");
        return line;
    }

    /** Shows it; nothing where it is empty, or one of the pictures is not in the grid, or they are not in one row. */
    void show(Optional<Move> move, TileContent content, TileGeometry geometry) {
        int from = move.map(m -> content.cellOf(m.from())).orElse(-1);
        int to = move.map(m -> content.cellOf(m.to())).orElse(-1);
        int columns = content.columns();
        boolean any = from >= 0 && to >= 0 && from / columns == to / columns;
        setVisible(any);
        if (!any) {
            return;
        }
        place(was, from, columns, geometry);
        place(is, to, columns, geometry);
        double y = geometry.top(to / columns) + geometry.tileHeight() - BELOW;
        double start = middle(from % columns, geometry);
        double end = middle(to % columns, geometry);
        boolean on = to < from;
        for (Node part : List.of(first, head)) {
            part.setVisible(to != from);
        }
        second.setVisible(on);
        double right = geometry.left(columns - 1) + geometry.tileWidth() + BEYOND;
        draw(first, start, on ? right : end - HEAD, y);
        draw(second, geometry.left(0) - BEYOND, end - HEAD, y);
        head.getPoints().setAll(end, y, end - HEAD * 1.6, y - HEAD, end - HEAD * 1.6, y + HEAD);
    }

    private static double middle(int column, TileGeometry geometry) {
        return geometry.left(column) + geometry.tileWidth() / 2.0;
    }

    private static void place(Rectangle outline, int cell, int columns, TileGeometry geometry) {
        outline.setX(geometry.left(cell % columns));
        outline.setY(geometry.top(cell / columns));
        outline.setWidth(geometry.tileWidth());
        outline.setHeight(geometry.tileHeight());
    }

    private static void draw(Line line, double from, double to, double y) {
        line.setStartX(from);
        line.setEndX(to);
        line.setStartY(y);
        line.setEndY(y);
    }
}
