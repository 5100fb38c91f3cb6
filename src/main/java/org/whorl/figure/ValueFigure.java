package org.whorl.figure;

import java.util.Optional;

/** What a figure implements that is made of values, each of which has a place of its own. */
public interface ValueFigure {
    /**
     * One value.
     *
     * @param row in its picture, from 0
     * @param column in its picture, from 0
     * @param value the mean over the channels
     * @param left edge, as all the rest in points
     * @param top edge
     * @param width of its place
     * @param height of its place
     */
    record Spot(int row, int column, float value, double left, double top, double width, double height) {}

    /**
     * The value at a point; empty beside all of them.
     *
     * @param width of the whole figure in points
     */
    Optional<Spot> at(double x, double y, double width, Figure.Canvas canvas);
}
