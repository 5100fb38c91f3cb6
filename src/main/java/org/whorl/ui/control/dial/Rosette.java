package org.whorl.ui.control.dial;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;

import org.whorl.figure.Coloring;
import org.whorl.figure.Palette;
import org.whorl.figure.Tiles;
import org.whorl.group.Interpolation;

/** The rotated copies of one filter, each at its angle, counter-clockwise from the top. */
final class Rosette extends Pane {
    /** More copies than this would overlap: then every second, third … is shown. */
    static final int MOST = 24;

    private static final double RADIUS = 97;
    private static final double LARGEST = 40;
    private static final double GAP = 3;

    private final List<ImageView> copies = new ArrayList<>();

    Rosette() {
        setMouseTransparent(true);
        setManaged(false);
    }

    /** How many elements of the group there are to one that is shown: the least divisor that leaves at most {@link #MOST}. */
    static int stride(int order) {
        int stride = 1;
        while (order % stride != 0 || order / stride > MOST) {
            stride++;
        }
        return stride;
    }

    /**
     * Draws the copies.
     *
     * @param angle between neighbouring elements, in degrees; while the dial turns, on its way to 360/order
     */
    void draw(
            BaseFilter filter,
            int order,
            double angle,
            Interpolation interpolation,
            boolean dark,
            double centreX,
            double centreY) {
        int stride = stride(order);
        int shown = filter == null ? 0 : order / stride;
        double room = Math.min(LARGEST, 2 * Math.PI * RADIUS / Math.max(1, shown) / 1.2 - GAP);
        int scale = filter == null ? 1 : Math.max(1, (int) room / filter.size());
        while (copies.size() < shown) {
            ImageView view = new ImageView();
            view.setSmooth(false);
            copies.add(view);
            getChildren().add(view);
        }
        for (int i = 0; i < copies.size(); i++) {
            ImageView view = copies.get(i);
            view.setVisible(i < shown);
            if (i < shown) {
                double turned = Math.min(360, i * stride * angle);
                double side = scale * filter.size();
                show(view, filter, scale, turned, interpolation, dark);
                Rectangle corners = new Rectangle(side, side);
                corners.setArcWidth(side / 5);
                corners.setArcHeight(side / 5);
                view.setClip(corners);
                double at = Math.toRadians(turned);
                // Whole pixels, so that the picture's values stay sharp squares.
                view.setX(Math.round(centreX - RADIUS * Math.sin(at) - side / 2));
                view.setY(Math.round(centreY - RADIUS * Math.cos(at) - side / 2));
                view.getClip().setLayoutX(view.getX());
                view.getClip().setLayoutY(view.getY());
            }
        }
    }

    private static void show(
            ImageView view, BaseFilter filter, int scale, double turned, Interpolation interpolation, boolean dark) {
        int size = filter.size();
        int side = size * scale;
        Tiles tiles = new Tiles(filter.turned(turned, interpolation), 1, filter.channels(), size, size);
        int[] pixels = new int[side * side];
        new Coloring(Palette.BLUE_ORANGE, dark, true).paint(tiles, 0, filter.limit(), side, side, pixels, 0, side);
        WritableImage image = view.getImage() instanceof WritableImage old && old.getWidth() == side
                ? old
                : new WritableImage(side, side);
        image.getPixelWriter().setPixels(0, 0, side, side, PixelFormat.getIntArgbInstance(), pixels, 0, side);
        view.setImage(image);
    }
}
