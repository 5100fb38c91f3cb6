package org.whorl.ui.view.inspector;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.whorl.figure.Coloring;
import org.whorl.figure.LayerMaps;
import org.whorl.figure.Palette;
import org.whorl.figure.Scaling;
import org.whorl.figure.Tiles;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Trace;
import org.whorl.ui.control.TileContent;
import org.whorl.ui.control.TileGeometry;
import org.whorl.ui.control.TileGrid;
import org.whorl.ui.model.FilterInspection;
import org.whorl.ui.model.FilterSelection;

/** What the filters of an orbit find in the image that is looked at: their maps, in the order of the orbit. */
final class OrbitCodes extends VBox {
    private static final int THUMBNAIL = 33;
    private static final int GAP = 4;

    private final TileGrid grid = new TileGrid();
    private final Label words = new Label();

    OrbitCodes() {
        super(4);
        words.getStyleClass().add("muted");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        grid.setFocusTraversable(false);
        getChildren().addAll(grid, words);
    }

    /**
     * Shows the maps of an orbit.
     *
     * @param filter a filter of the orbit, whose map is marked
     * @return whether there are any
     */
    boolean show(NetworkSpec spec, FilterSelection filter, Optional<Trace> trace, boolean dark, int room) {
        int order = spec.group().order();
        int count = spec.baseFilters() * order;
        if (trace.isEmpty()
                || filter.layer() >= trace.get().layers().size()
                || trace.get().geometry().filters() != count
                || filter.base() >= spec.baseFilters()) {
            return false;
        }
        Tiles all = LayerMaps.CODE.of(trace.get(), filter.layer());
        int size = all.tileSize();
        float[] values = new float[order * size];
        int active = 0;
        for (int r = 0; r < order; r++) {
            System.arraycopy(all.values(), (r * spec.baseFilters() + filter.base()) * size, values, r * size, size);
        }
        for (float value : values) {
            active += value != 0 ? 1 : 0;
        }
        Tiles tiles = new Tiles(values, order, 1, all.height(), all.width());
        boolean signed = LayerMaps.signed(all);
        double[] limits = new double[order];
        Arrays.fill(limits, Scaling.BANK.limits(all)[0]);
        int columns = Math.max(1, Math.min(order, (room + GAP) / (THUMBNAIL + GAP)));
        int[] places = IntStream.range(0, (order + columns - 1) / columns * columns)
                .map(i -> i < order ? i : -1)
                .toArray();
        int height = Math.max(1, THUMBNAIL * all.height() / all.width());
        grid.show(
                new TileContent(
                        tiles,
                        places,
                        columns,
                        limits,
                        new Coloring(signed ? Palette.BLUE_ORANGE : Palette.VIRIDIS, dark, signed)),
                new TileGeometry(places.length / columns, columns, THUMBNAIL, height, THUMBNAIL + GAP, height + GAP));
        grid.highlight(tile -> tile == filter.rotation());
        String text = FilterInspection.percent((double) active / values.length) + " active over the orbit";
        words.setText(text);
        grid.setAccessibleText("The codes of the orbit: " + text);
        return true;
    }
}
