package org.whorl.ui.control.lens;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LensPlaceTest {
    private static final double WIDTH = 168;
    private static final double HEIGHT = 208;
    /** Between toolbar and status bar of a window of 1280×720. */
    private static final Bounds ROOM = new BoundingBox(0, 46, 1280, 644);

    private static Bounds lens(Point2D pointer, Bounds picture) {
        Point2D at = LensPlace.of(pointer, picture, ROOM, WIDTH, HEIGHT);
        return new BoundingBox(at.getX(), at.getY(), WIDTH, HEIGHT);
    }

    /** Four columns of maps: whatever one looks at, all of them stay in sight. */
    @Test
    void besideASmallPictureItCoversNothingOfIt() {
        Bounds maps = new BoundingBox(630, 280, 170, 400);
        for (double x = 631; x < 800; x += 12) {
            for (double y = 281; y < 680; y += 12) {
                Bounds lens = lens(new Point2D(x, y), maps);
                assertFalse(lens.intersects(maps), lens + " over the maps");
                assertTrue(ROOM.contains(lens), lens + " runs out of the view");
            }
        }
    }

    /** A bank that fills the view: the pointer's neighbours stay in sight. */
    @Test
    void onALargePictureItLeavesTheNeighboursInSightAndStaysWithinTheView() {
        Bounds bank = new BoundingBox(320, 60, 900, 620);
        for (double x = 321; x < 1220; x += 20) {
            for (double y = 61; y < 680; y += 20) {
                Bounds lens = lens(new Point2D(x, y), bank);
                // Beyond the edges of the bank there are no neighbours.
                double left = Math.max(bank.getMinX(), x - 40);
                double right = Math.min(bank.getMaxX(), x + 40);
                double top = Math.max(bank.getMinY(), y - 40);
                double bottom = Math.min(bank.getMaxY(), y + 40);
                assertFalse(
                        lens.intersects(new BoundingBox(left, top, right - left, bottom - top)),
                        lens + " at " + x + ", " + y);
                assertTrue(ROOM.contains(lens), lens + " runs out of the view at " + x + ", " + y);
            }
        }
    }
}
