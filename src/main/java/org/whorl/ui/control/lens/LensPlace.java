package org.whorl.ui.control.lens;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;

/** Where a lens stands: beside what is looked at, not on it nor on its neighbours, and within the view. */
final class LensPlace {
    /** Between a picture and the lens beside it. */
    private static final double GAP = 8;
    /** From the pointer on a picture that is too large to stand beside: as far as its neighbours reach. */
    private static final double AWAY = 56;
    /** A picture whose edge is farther off would have the lens too far from what one looks at. */
    private static final double NEAR = 260;

    private LensPlace() {}

    /**
     * The upper left corner.
     *
     * @param pointer what is looked at
     * @param picture the whole picture it is on
     * @param room where the lens has to stay
     */
    static Point2D of(Point2D pointer, Bounds picture, Bounds room, double width, double height) {
        double beside = within(pointer.getY() - height / 2, room.getMinY(), room.getMaxY() - height);
        double above = within(pointer.getX() - width / 2, room.getMinX(), room.getMaxX() - width);
        List<Point2D> wished = List.of(
                new Point2D(picture.getMaxX() + GAP, beside),
                new Point2D(picture.getMinX() - GAP - width, beside),
                new Point2D(above, picture.getMinY() - GAP - height),
                new Point2D(above, picture.getMaxY() + GAP));
        return wished.stream()
                .filter(at -> fits(at, room, width, height) && isNear(at, pointer, width, height))
                .findFirst()
                .map(at -> new Point2D(Math.rint(at.getX()), Math.rint(at.getY())))
                .orElseGet(() -> new Point2D(
                        clear(pointer.getX(), width, room.getMinX(), room.getMaxX()),
                        clear(pointer.getY(), height, room.getMinY(), room.getMaxY())));
    }

    private static boolean fits(Point2D at, Bounds room, double width, double height) {
        return at.getX() >= room.getMinX()
                && at.getY() >= room.getMinY()
                && at.getX() + width <= room.getMaxX()
                && at.getY() + height <= room.getMaxY();
    }

    private static boolean isNear(Point2D at, Point2D pointer, double width, double height) {
        double across = Math.max(at.getX() - pointer.getX(), pointer.getX() - at.getX() - width);
        double down = Math.max(at.getY() - pointer.getY(), pointer.getY() - at.getY() - height);
        return Math.max(across, down) <= NEAR;
    }

    private static double within(double at, double least, double most) {
        return Math.max(least, Math.min(most, at));
    }

    /** Behind the pointer and what is near it, or before where there is no room: never on it. */
    private static double clear(double at, double size, double least, double most) {
        return Math.rint(at + AWAY + size <= most ? at + AWAY : Math.max(least, at - AWAY - size));
    }
}
