package org.whorl.ui.codes;

import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseEvent;

import org.whorl.data.ImageShape;
import org.whorl.ui.picture.TileGrid;

/** Lets the mouse draw white strokes into the image that a picture shows. */
final class DrawingPad {
    private static final double RADIUS = 0.9;
    private static final double SOFTNESS = 0.9;

    private final TileGrid picture;
    private final Consumer<CodeInput> onDrawn;
    private CodeInput sheet;
    private Point2D last;
    private boolean active;

    /**
     * A pad that is off.
     *
     * @param picture shows the sheet, alone in its grid and upright
     * @param onDrawn told of the image after every stroke of the mouse
     */
    DrawingPad(TileGrid picture, Consumer<CodeInput> onDrawn) {
        this.picture = picture;
        this.onDrawn = onDrawn;
        picture.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            last = null;
            draw(event);
        });
        picture.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::draw);
    }

    /** Starts on an empty sheet. */
    void start(ImageShape shape) {
        active = true;
        sheet = CodeInput.blank(shape);
        onDrawn.accept(sheet);
    }

    void stop() {
        active = false;
    }

    boolean isActive() {
        return active;
    }

    private void draw(MouseEvent event) {
        if (!active || picture.content() == null) {
            return;
        }
        double scale = (picture.getWidth()
                        - picture.getInsets().getLeft()
                        - picture.getInsets().getRight())
                / sheet.shape().width();
        Point2D at = new Point2D(
                (event.getX() - picture.getInsets().getLeft()) / scale - 0.5,
                (event.getY() - picture.getInsets().getTop()) / scale - 0.5);
        sheet = stroke(sheet, last == null ? at : last, at);
        last = at;
        onDrawn.accept(sheet);
        event.consume();
    }

    /**
     * The sheet with a stroke on it.
     *
     * @param from where it begins, in pixels, (0, 0) the centre of the top left one
     * @param to where it ends
     */
    static CodeInput stroke(CodeInput sheet, Point2D from, Point2D to) {
        ImageShape shape = sheet.shape();
        float[] pixels = sheet.pixels().clone();
        Point2D way = to.subtract(from);
        double length = way.magnitude();
        for (int i = 0; i < shape.height() * shape.width(); i++) {
            Point2D at = new Point2D(i % shape.width(), i / shape.width());
            double along =
                    length == 0 ? 0 : Math.max(0, Math.min(1, at.subtract(from).dotProduct(way) / (length * length)));
            double distance = at.distance(from.add(way.multiply(along)));
            float ink = (float) Math.max(0, Math.min(1, 1 - (distance - RADIUS) / SOFTNESS));
            for (int c = 0; c < shape.channels(); c++) {
                int p = c * shape.height() * shape.width() + i;
                pixels[p] = Math.max(pixels[p], ink);
            }
        }
        return new CodeInput("drawing", shape, pixels, OptionalInt.empty());
    }
}
