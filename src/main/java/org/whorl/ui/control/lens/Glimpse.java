package org.whorl.ui.control.lens;

import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.image.Image;

/**
 * What there is to see of a picture around a point.
 *
 * @param image the picture's pixels as they are on screen, not smoothed
 * @param x of the point, in the image's pixels
 * @param y of the point, in the image's pixels
 * @param cell the square of the value at the point, in the image's pixels
 * @param value in words: the number
 * @param place in words: where it is
 */
public record Glimpse(Image image, double x, double y, Rectangle2D cell, String value, String place) {
    private static final String KEY = "whorl.glimpse";

    /** Finds what there is to see. */
    @FunctionalInterface
    public interface Source {
        /** What there is at a point of the node; empty where there is no value. */
        Optional<Glimpse> at(double x, double y);

        /** The point of the node that the keyboard is on; empty where it is on none. */
        default Optional<Point2D> cursor() {
            return Optional.empty();
        }
    }

    /** Says what a lens shows of a node. */
    public static void of(Node node, Source source) {
        node.getProperties().put(KEY, source);
    }

    /** What a lens shows of a node itself; empty where it is no picture made of values. */
    static Optional<Source> source(Node node) {
        return node.hasProperties() && node.getProperties().get(KEY) instanceof Source source
                ? Optional.of(source)
                : Optional.empty();
    }
}
