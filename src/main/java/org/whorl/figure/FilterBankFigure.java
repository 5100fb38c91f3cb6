package org.whorl.figure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.whorl.group.FiniteGroup;
import org.whorl.network.Copies;
import org.whorl.network.Parameters;
import org.whorl.network.WeightTying;

/** The filters of a layer as a figure. Filters of three channels are shown as colours around mid-grey, as in the paper. */
public final class FilterBankFigure {
    private FilterBankFigure() {}

    /**
     * A layer's bank in blue–neutral–orange.
     *
     * @param layer from 0
     * @throws IllegalArgumentException if there is no such layer
     */
    public static Figure of(Parameters parameters, int layer, Layout layout, Scaling scaling) {
        return of(FilterBank.of(parameters, layer), "Layer " + (layer + 1), layout, scaling, Palette.BLUE_ORANGE);
    }

    /**
     * Any bank.
     *
     * @param name begins the title: “Layer 1”
     */
    public static Figure of(FilterBank bank, String name, Layout layout, Scaling scaling, Palette palette) {
        return of(bank, name, layout, scaling, palette, scaling.limits(bank.tiles()));
    }

    /** The same with the value at the end of each filter's colour scale. */
    public static Figure of(
            FilterBank bank, String name, Layout layout, Scaling scaling, Palette palette, double[] limits) {
        Tiles tiles = bank.tiles();
        FiniteGroup group = bank.group();
        int columns = columns(bank, layout);
        List<String> rowLabels = new ArrayList<>();
        List<String> columnLabels = new ArrayList<>();
        if (layout == Layout.ORBIT) {
            for (int b = 1; b <= bank.baseFilters(); b++) {
                rowLabels.add("base " + b);
                if (group.order() > group.rotations()) {
                    rowLabels.add("mirrored");
                }
            }
            IntStream.range(0, group.rotations()).forEach(r -> columnLabels.add(bank.describe(r)));
        }
        String scale = scaling == Scaling.BANK ? "one scale for the bank" : "each filter on its own scale";
        String limit = scaling == Scaling.BANK ? Numbers.format(limits[0]) : "max of each";
        return new MosaicFigure(
                name + ": " + bank.baseFilters() + " base filters, " + bank.describe(),
                tiles.count() + " filters of " + tiles.height() + "×" + tiles.width() + ", " + scale + ". "
                        + (layout == Layout.ORBIT
                                ? "Rows are base filters"
                                        + (group.order() > group.rotations() ? " and mirror images" : "")
                                        + (bank.copies().areRotations()
                                                ? ", columns their rotations."
                                                : ", columns their copies.")
                                : "In the bank's order, "
                                        + (bank.copies().areRotations()
                                                ? "rotation after rotation."
                                                : "copy after copy.")),
                tiles,
                order(bank, layout),
                columns,
                Collections.unmodifiableList(rowLabels),
                Collections.unmodifiableList(columnLabels),
                limits,
                new Coloring(palette, false, true),
                List.of("−" + limit, "0", "+" + limit));
    }

    /** All layers on one sheet, a panel with a letter each, two in a row; layers that share their filters are one panel. */
    public static Figure allLayers(Parameters parameters, Layout layout, Scaling scaling, Palette palette) {
        int layers = parameters.spec().layers();
        boolean shared = parameters.spec().tying() == WeightTying.TIED;
        List<SheetFigure.Panel> panels = IntStream.range(0, shared ? 1 : layers)
                .mapToObj(l -> new SheetFigure.Panel(
                        shared ? "layers 1 to " + layers + ", which share their filters" : "layer " + (l + 1),
                        of(FilterBank.of(parameters, l), "Layer " + (l + 1), layout, scaling, palette)))
                .toList();
        String group = Copies.describe(parameters);
        return new SheetFigure(
                "All layers, " + group,
                shared
                        ? "The filter bank that all " + layers + " layers share, " + group + "."
                        : "The filter banks of all " + layers + " layers, " + group + ", a layer a panel.",
                panels,
                panels.size() > 1 ? 2 : 1);
    }

    /** Pictures in a row of this layout. */
    public static int columns(FilterBank bank, Layout layout) {
        return layout == Layout.ORBIT
                ? bank.group().rotations()
                : (int) Math.ceil(Math.sqrt(bank.tiles().count()));
    }

    /** Which filter stands where in this layout, row by row; −1 for none. */
    public static int[] order(FilterBank bank, Layout layout) {
        int columns = columns(bank, layout);
        int count = bank.tiles().count();
        // A row of rotations, and for groups with mirror images one of those.
        int rows = bank.group().order() / bank.group().rotations();
        return layout == Layout.ORBIT
                ? IntStream.range(0, count)
                        .map(i -> bank.index(i / columns / rows, i / columns % rows * columns + i % columns))
                        .toArray()
                : filled(count, columns);
    }

    static int[] filled(int count, int columns) {
        int rows = (count + columns - 1) / columns;
        return IntStream.range(0, rows * columns).map(i -> i < count ? i : -1).toArray();
    }
}
