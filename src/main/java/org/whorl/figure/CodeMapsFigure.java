package org.whorl.figure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.whorl.network.Trace;

/** The maps of a layer as a figure: viridis from zero up, or blue–neutral–orange where there are negative values. */
public final class CodeMapsFigure {
    private CodeMapsFigure() {}

    /**
     * The sparse code of a layer.
     *
     * @param layer from 0
     */
    public static Figure of(Trace trace, int layer) {
        return of(trace, layer, LayerMaps.CODE);
    }

    /** Any of a layer's maps, on one scale. */
    public static Figure of(Trace trace, int layer, LayerMaps maps) {
        if (layer < 0 || layer >= trace.layers().size()) {
            throw new IllegalArgumentException(
                    "layer: expected 1 to " + trace.layers().size() + ", found " + (layer + 1));
        }
        Tiles tiles = maps.of(trace, layer);
        boolean signed = LayerMaps.signed(tiles);
        double[] limits = Scaling.BANK.limits(tiles);
        String limit = Numbers.format(limits[0]);
        int columns = columns(tiles.count());
        return new MosaicFigure(
                "Layer " + (layer + 1) + ": " + maps.label(),
                tiles.count() + " maps of " + tiles.height() + "×" + tiles.width() + ", one scale; "
                        + String.format(
                                Locale.ROOT,
                                "%.1f",
                                100 * trace.layers().get(layer).activeFraction())
                        + " % of the code is not zero.",
                tiles,
                FilterBankFigure.filled(tiles.count(), columns),
                columns,
                List.of(),
                List.of(),
                limits,
                new Coloring(signed ? Palette.BLUE_ORANGE : Palette.VIRIDIS, false, signed),
                signed ? List.of("−" + limit, "0", "+" + limit) : List.of("0", limit));
    }

    /**
     * Some of a layer's maps, on one scale of which the end is given, so that several figures can have the same.
     *
     * @param order which map stands where, row by row; −1 for none
     * @param columns maps in a row
     * @param palette blue–orange for a scale on both sides of zero, another for one from zero up
     * @param limit the value at the end of the scale, &gt; 0
     */
    public static Figure of(String title, Tiles maps, int[] order, int columns, Palette palette, double limit) {
        double[] limits = new double[maps.count()];
        Arrays.fill(limits, limit);
        boolean signed = palette == Palette.BLUE_ORANGE;
        String end = Numbers.format(limit);
        return new MosaicFigure(
                title,
                Arrays.stream(order).filter(k -> k >= 0).count() + " maps of " + maps.height() + "×" + maps.width()
                        + ", one scale.",
                maps,
                order,
                columns,
                List.of(),
                List.of(),
                limits,
                new Coloring(palette, false, signed),
                signed ? List.of("−" + end, "0", "+" + end) : List.of("0", end));
    }

    /** Maps in a row: as wide as is a whole part of them and no wider than twice the square, so that most rows are full. */
    public static int columns(int count) {
        int square = (int) Math.ceil(Math.sqrt(count));
        for (int columns = square; columns <= 2 * square; columns++) {
            if (count % columns == 0) {
                return columns;
            }
        }
        return square;
    }
}
