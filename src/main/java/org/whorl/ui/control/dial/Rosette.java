package org.whorl.ui.control.dial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;

import org.whorl.figure.Coloring;
import org.whorl.figure.Palette;
import org.whorl.figure.Tiles;
import org.whorl.group.FiniteGroup;
import org.whorl.group.Interpolation;
import org.whorl.ui.control.lens.Glimpse;
import org.whorl.ui.control.lens.PictureGlimpses;

/** The rotated copies of one filter, each at its angle, counter-clockwise from the top; mirror images stand on a ring inside. */
final class Rosette extends Pane {
    /** More copies than this would overlap: then every second, third … is shown. */
    static final int MOST = 24;

    private static final double GAP = 3;

    /**
     * Where copies stand.
     *
     * @param radius of their centres
     * @param largest side of a copy, all in pixels
     */
    private record Ring(double radius, double largest) {
        private static final Ring ALONE = new Ring(97, 40);
        private static final Ring OUTER = new Ring(109, 27);
        private static final Ring INNER = new Ring(84, 17);

        /** The side that so many copies have: whole pixels to a value where there is room for that. */
        int side(int copies, int size) {
            int room = (int) Math.min(largest, 2 * Math.PI * radius / Math.max(1, copies) / 1.2 - GAP);
            return room < size ? Math.max(room, size / 2) : room / size * size;
        }
    }

    private final List<ImageView> copies = new ArrayList<>();
    /** What a lens shows of each. */
    private final List<Glimpse.Source> seen = new ArrayList<>();

    Rosette() {
        setMouseTransparent(true);
        setManaged(false);
    }

    /** How many rotations there are to one that is shown: the least divisor that leaves at most {@link #MOST}. */
    static int stride(int rotations) {
        int stride = 1;
        while (rotations % stride != 0 || rotations / stride > MOST) {
            stride++;
        }
        return stride;
    }

    /**
     * Draws the copies.
     *
     * @param filter null for none
     * @param angle between neighbouring rotations, in degrees; while the dial turns, on its way to the group's
     * @param free whether copies go round as often as that angle says, as learned ones may; else none goes beyond the whole turn
     */
    void draw(
            BaseFilter filter,
            FiniteGroup group,
            double angle,
            boolean free,
            Interpolation interpolation,
            boolean dark,
            double centreX,
            double centreY) {
        seen.clear();
        int stride = stride(group.rotations());
        int turns = filter == null ? 0 : group.rotations() / stride;
        boolean mirrors = group.order() > group.rotations();
        int shown = mirrors ? 2 * turns : turns;
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
                boolean mirrored = i >= turns;
                Ring ring = !mirrors ? Ring.ALONE : mirrored ? Ring.INNER : Ring.OUTER;
                int side = ring.side(turns, filter.size());
                double around = i % turns * stride * angle;
                double turned = free ? around % 360 : Math.min(360, around);
                Tiles tiles = new Tiles(
                        filter.turned(turned, mirrored, interpolation),
                        1,
                        filter.channels(),
                        filter.size(),
                        filter.size(),
                        filter.support());
                show(view, tiles, filter.limit(), side, dark);
                seen.add(new PictureGlimpses(view, tiles));
                place(view, side, ring.radius(), Math.toRadians(turned), centreX, centreY);
            }
        }
    }

    /** What a lens shows at a point. */
    Optional<Glimpse> glimpse(double x, double y) {
        return seen.stream().flatMap(copy -> copy.at(x, y).stream()).findFirst();
    }

    private static void place(ImageView view, int side, double radius, double at, double centreX, double centreY) {
        // Whole pixels, so that the picture's values stay sharp squares.
        view.setX(Math.round(centreX - radius * Math.sin(at) - side / 2.0));
        view.setY(Math.round(centreY - radius * Math.cos(at) - side / 2.0));
        Rectangle corners = new Rectangle(view.getX(), view.getY(), side, side);
        corners.setArcWidth(side / 5.0);
        corners.setArcHeight(side / 5.0);
        view.setClip(corners);
    }

    private static void show(ImageView view, Tiles tiles, double limit, int side, boolean dark) {
        int[] pixels = new int[side * side];
        new Coloring(Palette.BLUE_ORANGE, dark, true).paint(tiles, 0, limit, side, side, pixels, 0, side);
        WritableImage image = view.getImage() instanceof WritableImage old && old.getWidth() == side
                ? old
                : new WritableImage(side, side);
        image.getPixelWriter().setPixels(0, 0, side, side, PixelFormat.getIntArgbInstance(), pixels, 0, side);
        view.setImage(image);
    }

    /** How many copies can be seen. */
    long shown() {
        return copies.stream().filter(ImageView::isVisible).count();
    }
}
