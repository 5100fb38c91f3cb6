package org.whorl.ui.view.codes;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

import org.whorl.data.ImageShape;
import org.whorl.ui.control.Place;
import org.whorl.ui.control.TileGrid;
import org.whorl.ui.model.input.CodeInput;

/**
 * Lets the mouse or the keyboard draw white strokes into the image that a picture shows. The arrow keys move a pen; Space puts it down
 * and lifts it; Delete empties the sheet.
 */
public final class DrawingPad {
    private static final double RADIUS = 0.9;
    private static final double SOFTNESS = 0.9;

    private final TileGrid picture;
    private final Consumer<CodeInput> onDrawn;
    private CodeInput sheet;
    private Point2D last;
    private boolean active;
    private int penRow;
    private int penColumn;
    private boolean penDown;

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
        // Before the picture itself takes the arrow keys.
        picture.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    }

    /** Starts on an empty sheet, with the pen in its middle and up. */
    void start(ImageShape shape) {
        active = true;
        sheet = CodeInput.blank(shape);
        penRow = shape.height() / 2;
        penColumn = shape.width() / 2;
        penDown = false;
        onDrawn.accept(sheet);
        markPen();
        picture.requestFocus();
    }

    void stop() {
        active = false;
        picture.mark(Optional.empty());
    }

    private void markPen() {
        picture.mark(Optional.of(new Place(0, penRow, penColumn)));
    }

    private void keyPressed(KeyEvent event) {
        if (!active || event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return;
        }
        switch (event.getCode()) {
            case LEFT -> movePen(0, -1);
            case RIGHT -> movePen(0, 1);
            case UP -> movePen(-1, 0);
            case DOWN -> movePen(1, 0);
            case SPACE, ENTER -> {
                penDown = !penDown;
                movePen(0, 0);
            }
            case DELETE, BACK_SPACE -> start(sheet.shape());
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void movePen(int down, int right) {
        Point2D from = new Point2D(penColumn, penRow);
        penRow = Math.max(0, Math.min(sheet.shape().height() - 1, penRow + down));
        penColumn = Math.max(0, Math.min(sheet.shape().width() - 1, penColumn + right));
        if (penDown) {
            sheet = stroke(sheet, from, new Point2D(penColumn, penRow));
            onDrawn.accept(sheet);
        }
        markPen();
    }

    boolean isActive() {
        return active;
    }

    private void draw(MouseEvent event) {
        if (!active || picture.content() == null || !event.isPrimaryButtonDown()) {
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
    public static CodeInput stroke(CodeInput sheet, Point2D from, Point2D to) {
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
        return CodeInput.drawing(shape, pixels);
    }
}
