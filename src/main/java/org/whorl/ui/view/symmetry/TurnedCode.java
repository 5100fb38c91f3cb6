package org.whorl.ui.view.symmetry;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import org.whorl.figure.CodeMapsFigure;
import org.whorl.figure.Figure;
import org.whorl.figure.LayerMaps;
import org.whorl.figure.Palette;
import org.whorl.figure.RowFigure;
import org.whorl.figure.Tiles;
import org.whorl.file.Npy;
import org.whorl.file.NpyArray;
import org.whorl.insight.CodeRotation;
import org.whorl.kernel.Geometry;
import org.whorl.network.Copies;
import org.whorl.ui.model.input.Codes;

/**
 * The code of the turned input beside the turned code of the input, for one layer.
 *
 * @param layer from 0
 * @param before f(x): the code of the input as it was, a map a filter
 * @param answer f(g·x): the code of the turned input, a map a filter
 * @param turned g·f(x): the code of the input, its maps turned and its orbits shifted
 * @param difference answer − turned, and zero outside the circle that fits into a map
 * @param error ‖f(g·x) − g·f(x)‖ / ‖f(x)‖ of this image, inside the circle
 */
record TurnedCode(int layer, Tiles before, Tiles answer, Tiles turned, Tiles difference, double error) {
    /**
     * Compares.
     *
     * @throws IllegalArgumentException where the maps are not square, and so cannot turn
     */
    static TurnedCode of(Codes codes, int layer) {
        Geometry g = codes.trace().geometry();
        CodeRotation rotation =
                new CodeRotation(codes.shown().spec(), Copies.of(codes.shown().parameters(), layer), codes.degrees());
        float[] answer = codes.trace().layers().get(layer).code();
        float[] upright = codes.upright().layers().get(layer).code();
        float[] turned = rotation.turn(upright);
        return new TurnedCode(
                layer,
                maps(upright, g),
                maps(answer, g),
                maps(turned, g),
                maps(rotation.difference(answer, turned), g),
                rotation.error(answer, upright));
    }

    private static Tiles maps(float[] values, Geometry g) {
        return new Tiles(values, g.filters(), 1, g.codeHeight(), g.codeWidth());
    }

    /** The value at the end of the colour scale of all four, where these maps are shown; −1 for none. */
    double limit(int[] maps) {
        double peak = 0;
        for (int k : maps) {
            if (k >= 0) {
                for (Tiles each : List.of(before, answer, turned, difference)) {
                    peak = Math.max(peak, each.peak(k));
                }
            }
        }
        return peak > 0 && Double.isFinite(peak) ? peak : 1;
    }

    /**
     * The four as a picture.
     *
     * @param words what it shows
     * @param order which maps, row by row; −1 for none
     * @param columns maps in a row
     */
    Figure figure(String words, int[] order, int columns) {
        Palette palette = signed() ? Palette.BLUE_ORANGE : Palette.VIRIDIS;
        return new RowFigure(
                "Turned codes of layer " + (layer + 1),
                words,
                List.of(
                        part("Code of the input", before, order, columns, palette),
                        part("Code of the turned input", answer, order, columns, palette),
                        part("Turned code of the input", turned, order, columns, palette),
                        part("Difference", difference, order, columns, Palette.BLUE_ORANGE)));
    }

    /** Whether codes have values below zero. */
    boolean signed() {
        return LayerMaps.signed(before) || LayerMaps.signed(answer) || LayerMaps.signed(turned);
    }

    private RowFigure.Part part(String head, Tiles maps, int[] order, int columns, Palette palette) {
        return new RowFigure.Part(head, CodeMapsFigure.of(head, maps, order, columns, palette, limit(order)));
    }

    /** Writes the two codes and their difference as [3, K, height, width]. */
    void writeNpy(OutputStream out) throws IOException {
        int size = answer.count() * answer.tileSize();
        float[] all = new float[3 * size];
        System.arraycopy(answer.values(), 0, all, 0, size);
        System.arraycopy(turned.values(), 0, all, size, size);
        System.arraycopy(difference.values(), 0, all, 2 * size, size);
        Npy.write(NpyArray.of(all, 3, answer.count(), answer.height(), answer.width()), out);
    }
}
