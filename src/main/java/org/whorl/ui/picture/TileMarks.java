package org.whorl.ui.picture;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Rectangle;

/** What is drawn behind and over a grid's pictures: lit grounds, and outlines of pictures and values. */
final class TileMarks {
    private static final double ROOMY = 4;

    private final Group lit = new Group();
    private final Group outlines = new Group();
    private final Rectangle focus = outline("tile-focus");
    private final Rectangle selected = outline("tile-selected");
    private final Rectangle value = outline("tile-value");
    /** Around the value's outline, in the other lightness, so that it is seen on every colour. */
    private final Rectangle halo = outline("tile-value-halo");

    TileMarks() {
        outlines.getChildren().addAll(selected, halo, value, focus);
        for (Node node : List.of(lit, outlines)) {
            node.setManaged(false);
            node.setMouseTransparent(true);
        }
    }

    private static Rectangle outline(String style) {
        Rectangle rectangle = new Rectangle();
        rectangle.getStyleClass().add(style);
        rectangle.setVisible(false);
        return rectangle;
    }

    /** Goes behind the pictures, at their origin. */
    Node behind() {
        return lit;
    }

    /** Goes over the pictures, at their origin. */
    Node over() {
        return outlines;
    }

    /** How far a lit ground reaches beyond its picture at the sides. */
    static double reach(TileGeometry geometry) {
        return Math.max(2, Math.min(24, (geometry.stepX() - geometry.tileWidth()) / 2.0 - 2));
    }

    /** Lights up the pictures for which this holds. */
    void light(IntPredicate tiles, TileContent content, TileGeometry geometry) {
        lit.getChildren().clear();
        double padX = reach(geometry);
        double padY = Math.max(2, Math.min(6, (geometry.stepY() - geometry.tileHeight()) / 2.0));
        int[] order = content.order();
        for (int i = 0; i < order.length; i++) {
            if (order[i] >= 0 && tiles.test(order[i])) {
                Rectangle ground = new Rectangle(
                        geometry.left(i % content.columns()) - padX,
                        geometry.top(i / content.columns()) - padY,
                        geometry.tileWidth() + 2 * padX,
                        geometry.tileHeight() + 2 * padY);
                ground.setArcWidth(8);
                ground.setArcHeight(8);
                ground.getStyleClass().add("tile-highlight");
                if (padX < ROOMY) {
                    // Between pictures that stand so near to one another a pale ground would not be seen.
                    ground.getStyleClass().add("tight");
                }
                lit.getChildren().add(ground);
            }
        }
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
