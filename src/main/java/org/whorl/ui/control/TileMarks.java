package org.whorl.ui.control;

import java.util.Optional;
import java.util.function.IntPredicate;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Rectangle;

/** What is drawn over a grid's pictures: outlines of orbits, of pictures and of values. */
final class TileMarks {
    private final Group lit = new Group();
    private final Group outlines = new Group();
    private final Rectangle focus = outline("tile-focus");
    private final Rectangle selected = outline("tile-selected");
    private final Rectangle value = outline("tile-value");
    /** Around the value's outline, in the other lightness, so that it is seen on every colour. */
    private final Rectangle halo = outline("tile-value-halo");

    TileMarks() {
        outlines.getChildren().addAll(lit, selected, halo, value, focus);
        outlines.setManaged(false);
        outlines.setMouseTransparent(true);
    }

    private static Rectangle outline(String style) {
        Rectangle rectangle = new Rectangle();
        rectangle.getStyleClass().add(style);
        rectangle.setVisible(false);
        return rectangle;
    }

    /** Goes over the pictures, at their origin. */
    Node over() {
        return outlines;
    }

    /** How far an orbit's outline is from its pictures at the sides. */
    static double reach(TileGeometry geometry) {
        return reach(geometry.stepX() - geometry.tileWidth());
    }

    private static double reach(int gap) {
        return Math.max(2, Math.min(6, gap / 2.0));
    }

    /**
     * Outlines the pictures for which this holds; those beside one another, an orbit, together. A ground behind them would show through
     * wherever a picture has none: around discs it was a block, and what colours of filters look like depends on what is beside them.
     */
    void light(IntPredicate tiles, TileContent content, TileGeometry geometry) {
        lit.getChildren().clear();
        for (int row = 0; row < content.rows(); row++) {
            for (int column = 0; column < content.columns(); column++) {
                int first = column;
                while (content.at(row, column) >= 0 && tiles.test(content.at(row, column))) {
                    column++;
                }
                if (column > first) {
                    lit.getChildren().add(around(row, first, column - 1, geometry));
                }
            }
        }
    }

    private static Rectangle around(int row, int first, int last, TileGeometry geometry) {
        double padX = reach(geometry);
        double padY = reach(geometry.stepY() - geometry.tileHeight());
        Rectangle around = new Rectangle(
                geometry.left(first) - padX,
                geometry.top(row) - padY,
                geometry.left(last) - geometry.left(first) + geometry.tileWidth() + 2 * padX,
                geometry.tileHeight() + 2 * padY);
        around.setArcWidth(8);
        around.setArcHeight(8);
        around.getStyleClass().add("tile-highlight");
        return around;
    }

    /**
     * Outlines pictures and a value; what is not in the grid is left out.
     *
     * @param focused the picture that the keyboard is on
     * @param chosen the picture that is selected
     * @param marked the value that is marked
     */
    void outline(
            Optional<Place> focused,
            Optional<Place> chosen,
            Optional<Place> marked,
            TileContent content,
            TileGeometry geometry) {
        place(focus, focused, false, content, geometry);
        place(selected, chosen, false, content, geometry);
        place(halo, marked, true, content, geometry);
        place(value, marked, true, content, geometry);
    }

    private static void place(
            Rectangle mark, Optional<Place> at, boolean ofValue, TileContent content, TileGeometry geometry) {
        int cell = at.map(p -> content.cellOf(p.tile())).orElse(-1);
        mark.setVisible(cell >= 0);
        if (cell < 0) {
            return;
        }
        double x = geometry.left(cell % content.columns());
        double y = geometry.top(cell / content.columns());
        double width = geometry.tileWidth();
        double height = geometry.tileHeight();
        if (ofValue) {
            width /= content.tiles().width();
            height /= content.tiles().height();
            x += at.get().column() * width;
            y += at.get().row() * height;
        }
        double outset = ofValue ? 0.5 : 2;
        mark.setX(x - outset);
        mark.setY(y - outset);
        mark.setWidth(width + 2 * outset);
        mark.setHeight(height + 2 * outset);
    }
}
