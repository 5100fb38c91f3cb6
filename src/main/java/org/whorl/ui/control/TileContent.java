package org.whorl.ui.control;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.whorl.figure.Coloring;
import org.whorl.figure.Figure;
import org.whorl.figure.Numbers;
import org.whorl.figure.Tiles;
import org.whorl.figure.TilesFigure;

/**
 * What a grid of pictures shows.
 *
 * @param tiles the pictures
 * @param order which picture stands where, row by row; −1 for none
 * @param columns pictures in a row, at least 1
 * @param limits the value at the end of each picture's colour scale
 * @param coloring how values become colours
 */
public record TileContent(Tiles tiles, int[] order, int columns, double[] limits, Coloring coloring) {
    public int rows() {
        return (order.length + columns - 1) / columns;
    }

    /** One picture. */
    public static TileContent single(Tiles tiles, double limit, Coloring coloring) {
        return new TileContent(tiles, new int[] {0}, 1, new double[] {limit}, coloring);
    }

    /**
     * The same for paper.
     *
     * @param words what a screen reader says of it
     */
    Figure figure(String words, List<String> rowNames, List<String> columnNames) {
        // What there is to do with the keyboard is nothing for paper.
        String told = words.replaceAll("[;.]? ?(Arrow|arrow|With Shift).*$", "").strip();
        return TilesFigure.of(
                told.isEmpty() ? "Pictures" : told.replaceAll("[.:;,] .*$|\\.$", ""),
                told,
                tiles,
                order,
                columns,
                rowNames,
                columnNames,
                limits,
                coloring);
    }

    /** A value as a number, or those of all channels. */
    String words(Place place) {
        double[] values = IntStream.range(0, tiles.channels())
                .mapToDouble(c -> tiles.value(place.tile(), c, place.row(), place.column()))
                .toArray();
        return coloring.signed() && values.length > 1
                ? String.join(", ", Numbers.alike(values))
                : DoubleStream.of(values)
                        .mapToObj(value -> coloring.signed() ? Numbers.signed(value) : Numbers.format(value))
                        .collect(Collectors.joining(", "));
    }

    /** The picture at a place in the grid, or −1. */
    int at(int row, int column) {
        int i = row * columns + column;
        return row < 0 || column < 0 || column >= columns || i >= order.length ? -1 : order[i];
    }

    /** Where a picture stands, as an index into the order, or −1. */
    int cellOf(int tile) {
        for (int i = 0; i < order.length; i++) {
            if (order[i] == tile) {
                return i;
            }
        }
        return -1;
    }
}
