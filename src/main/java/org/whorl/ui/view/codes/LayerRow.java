package org.whorl.ui.view.codes;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.whorl.figure.Coloring;
import org.whorl.figure.LayerMaps;
import org.whorl.figure.Numbers;
import org.whorl.figure.Palette;
import org.whorl.figure.Scaling;
import org.whorl.figure.Tiles;
import org.whorl.network.Copies;
import org.whorl.network.GeneratorKind;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Trace;
import org.whorl.ui.control.ColorBar;
import org.whorl.ui.control.OrbitGrid;
import org.whorl.ui.control.Place;
import org.whorl.ui.control.TileContent;
import org.whorl.ui.control.TileGeometry;
import org.whorl.ui.control.TileGrid;
import org.whorl.ui.control.TileMove;
import org.whorl.ui.model.FilterInspection;
import org.whorl.ui.model.ShownNetwork;

/** One layer: its numbers, its residual, its reconstruction, and under them its maps, which fold. */
public final class LayerRow extends VBox {
    /** Pictures that a layer shows beside its maps. */
    enum Image {
        RESIDUAL("residual"),
        RECONSTRUCTION("reconstruction");

        private final String label;

        Image(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** Pixels along a map, where the room allows it. */
    public static final int LEAST_MAP = 40;
    /** The same where type is large and the room small: what is read from afar must not become a speck. */
    static final int LEAST_COMPACT_MAP = 28;
    /** What row labels and the marks around maps may take. */
    static final int LABELS_WIDTH = 32;
    /** What column labels take. */
    static final int LABELS_HEIGHT = 28;

    private static final int FOLDED_IMAGE = 32;
    private static final int COMPACT_IMAGE = 28;
    private static final int OPEN_IMAGE = 56;
    private static final int SPACING = 10;
    private static final int ROW_PADDING = 17;
    private static final int SCALE_WIDTH = 96;
    /** From this width on, a row has room for its colour scale. */
    private static final int WIDE = 440;
    /** A click that misses an element by so many pixels means it still. */
    private static final double REACH = 5;

    private final int layer;
    private final ToggleButton title = new ToggleButton();
    private final Label numbers = new Label();
    private final Button watch = new Button("▶ one value");
    private final ColorBar scale = new ColorBar();
    private final TileGrid residual = new TileGrid();
    private final TileGrid reconstruction = new TileGrid();
    private final TileGrid maps = new TileGrid();

    /**
     * A row.
     *
     * @param layer from 0
     * @param onPointed told of the picture and value that the cursor is on
     * @param onMapPointed told of the map element that the cursor is on
     * @param onMapChosen told of the map element that was clicked
     * @param onFolded told whether the layer is to be open
     * @param onWatch shows how one of its values comes about
     */
    LayerRow(
            int layer,
            BiConsumer<Image, Optional<Place>> onPointed,
            Consumer<Optional<Place>> onMapPointed,
            Consumer<Place> onMapChosen,
            Consumer<Boolean> onFolded,
            Runnable onWatch) {
        this.layer = layer;
        watch.setId("watch-" + (layer + 1));
        watch.getStyleClass().add("watch-value");
        watch.setMinWidth(USE_PREF_SIZE);
        watch.setTooltip(
                new Tooltip("Watch how one value comes about: the greatest of the selected orbit, or of the layer"));
        watch.setAccessibleText("Watch how one value of layer " + (layer + 1) + " comes about");
        watch.setOnAction(e -> onWatch.run());
        watch.managedProperty().bind(watch.visibleProperty());
        getStyleClass().add("layer-row");
        title.getStyleClass().addAll("layer-title");
        title.setId("layer-" + (layer + 1));
        title.setMinWidth(USE_PREF_SIZE);
        title.setOnAction(e -> onFolded.accept(title.isSelected()));
        numbers.getStyleClass().add("muted");
        numbers.setMinWidth(0);
        scale.setPrefWidth(SCALE_WIDTH);
        scale.setMinWidth(SCALE_WIDTH);
        scale.setMaxHeight(USE_PREF_SIZE);
        scale.managedProperty().bind(scale.visibleProperty());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(SPACING, title, numbers, watch, space, scale, residual, reconstruction);
        head.setAlignment(Pos.CENTER_LEFT);
        residual.setMinWidth(USE_PREF_SIZE);
        reconstruction.setMinWidth(USE_PREF_SIZE);
        setSpacing(4);
        maps.setReach(REACH);
        maps.managedProperty().bind(maps.visibleProperty());
        getChildren().addAll(head, maps);
        residual.pointedProperty().addListener((o, was, is) -> onPointed.accept(Image.RESIDUAL, is));
        reconstruction.pointedProperty().addListener((o, was, is) -> onPointed.accept(Image.RECONSTRUCTION, is));
        maps.pointedProperty().addListener((o, was, is) -> onMapPointed.accept(is));
        maps.setOnChosen(onMapChosen);
        maps.setPadding(new Insets(2));
    }

    int layer() {
        return layer;
    }

    /** What the maps take, as they are drawn now. */
    double mapsHeight() {
        return maps.isManaged() ? maps.prefHeight(-1) : 0;
    }

    /** What an open row takes besides its maps, as far as can be said before it is drawn. */
    static double headHeight(boolean compact) {
        return imageSize(true, compact) + ROW_PADDING + 4;
    }

    /** How high a folded row is. */
    static double foldedHeight(boolean compact) {
        return imageSize(false, compact) + ROW_PADDING;
    }

    private static int imageSize(boolean open, boolean compact) {
        return compact ? COMPACT_IMAGE : open ? OPEN_IMAGE : FOLDED_IMAGE;
    }

    /** What the maps' grid shows; null before anything. */
    TileContent maps() {
        return maps.content();
    }

    /** The map element that the cursor is on. */
    Optional<Place> pointed() {
        return maps.pointedProperty().get();
    }

    /** Where a map lies, in the scene. */
    Bounds placeOf(int map) {
        return maps.localToScene(maps.boundsOf(map));
    }

    /** The residual or the reconstruction. */
    TileContent image(Image image) {
        return (image == Image.RESIDUAL ? residual : reconstruction).content();
    }

    /**
     * Shows a trace.
     *
     * @param kind which maps
     * @param shown the network
     * @param open whether its maps are to be seen
     * @param compact whether maps may be a little smaller, and the rest takes little room
     * @param mapsWidth pixels there are for the maps
     * @param mapsHeight the same
     */
    void show(
            Trace trace,
            LayerMaps kind,
            ShownNetwork shown,
            boolean open,
            boolean compact,
            boolean dark,
            double mapsWidth,
            double mapsHeight) {
        title.setText((open ? "▾ " : "▸ ") + "layer " + (layer + 1));
        title.setSelected(open);
        title.setAccessibleText("Layer " + (layer + 1) + (open ? ", open; fold its maps" : ", folded; show its maps"));
        // Where it is narrow the numbers are worth more than their scale.
        boolean wide = mapsWidth >= WIDE && !compact;
        scale.setVisible(wide);
        watch.setVisible(open);
        watch.setText(compact ? "▶" : wide ? "▶ one value" : "▶ value");
        int imageSize = imageSize(open, compact);
        Trace.Layer held = trace.layers().get(layer);
        numbers.setText(FilterInspection.percent(held.activeFraction()) + " active" + (open && !compact ? "\n" : " · ")
                + "½‖x−Wu‖² " + Numbers.format(held.error()));
        var g = trace.geometry();
        showImage(residual, held.residual(), trace, dark, true, imageSize);
        showImage(reconstruction, held.reconstruction(), trace, dark, true, imageSize);
        residual.setAccessibleText("Residual of layer " + (layer + 1));
        reconstruction.setAccessibleText("Reconstruction of layer " + (layer + 1));
        Tiles tiles = kind.of(trace, layer);
        boolean signed = LayerMaps.signed(tiles);
        Coloring coloring = new Coloring(signed ? Palette.BLUE_ORANGE : Palette.VIRIDIS, dark, signed);
        double[] limits = Scaling.BANK.limits(tiles);
        scale.show(coloring, limits[0]);
        maps.setVisible(open);
        if (!open) {
            return;
        }
        NetworkSpec spec = shown.spec();
        OrbitGrid grid = grid(trace, spec.baseFilters(), compact, mapsWidth, mapsHeight);
        if (spec.generator() == GeneratorKind.FIXED) {
            maps.setLabels(grid.rowNames(spec.group()), grid.columnNames(spec.group()));
        } else {
            Copies copies = Copies.of(shown.parameters(), layer);
            List<String> names = IntStream.range(0, spec.group().order())
                    .mapToObj(copies::describe)
                    .toList();
            maps.setLabels(grid.rowNames(names), grid.columnNames(names));
        }
        maps.show(new TileContent(tiles, grid.order(), grid.geometry().columns(), limits, coloring), grid.geometry());
        maps.setAccessibleText("Layer " + (layer + 1) + ": " + g.filters() + " maps, " + kind.label() + ", "
                + FilterInspection.percent(held.activeFraction()) + " of the code active. "
                + "Arrow keys move from map to map, with Shift from value to value; Enter shows an element's sum.");
    }

    /** How a layer's maps stand where there are so many pixels for them. */
    static OrbitGrid grid(Trace trace, int orbits, boolean compact, double mapsWidth, double mapsHeight) {
        var g = trace.geometry();
        return OrbitGrid.fit(
                g.filters(),
                orbits,
                g.codeWidth(),
                g.codeHeight(),
                mapsWidth - LABELS_WIDTH,
                mapsHeight - LABELS_HEIGHT,
                compact ? LEAST_COMPACT_MAP : LEAST_MAP);
    }

    private static void showImage(TileGrid grid, float[] values, Trace trace, boolean dark, boolean signed, int size) {
        var g = trace.geometry();
        Tiles tiles = new Tiles(values, 1, g.channels(), g.height(), g.width());
        int longer = Math.max(g.height(), g.width());
        // Whole multiples of the image's size, whose values are all squares, where that leaves little room unused.
        int side = size >= longer && size % longer <= longer / 5 ? size - size % longer : size;
        int width = side * g.width() / longer;
        int height = side * g.height() / longer;
        grid.show(
                TileContent.single(
                        tiles, Scaling.BANK.limits(tiles)[0], new Coloring(Palette.BLUE_ORANGE, dark, signed)),
                new TileGeometry(1, 1, width, height, width, height));
    }

    /** Marks where what a base filter finds has gone since the image was upright. */
    void showMove(Optional<TileMove.Move> move) {
        maps.setMove(move);
    }

    /** Lights up the maps of an orbit, and outlines one element. */
    void highlight(int base, int orbits, Optional<Place> element) {
        maps.highlight(tile -> tile % orbits == base);
        maps.mark(element);
    }
}
