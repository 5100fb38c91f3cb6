package org.whorl.ui.codes;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.whorl.figure.Coloring;
import org.whorl.figure.LayerMaps;
import org.whorl.figure.Numbers;
import org.whorl.figure.Palette;
import org.whorl.figure.Scaling;
import org.whorl.figure.Tiles;
import org.whorl.network.Trace;
import org.whorl.ui.inspector.FilterInspection;
import org.whorl.ui.picture.ColorBar;
import org.whorl.ui.picture.Place;
import org.whorl.ui.picture.TileContent;
import org.whorl.ui.picture.TileGeometry;
import org.whorl.ui.picture.TileGrid;

/** One layer: its numbers, its residual, its reconstruction and its maps. */
final class LayerRow extends HBox {
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

    static final int NUMBERS_WIDTH = 112;
    static final int IMAGE_GAP = 4;
    static final int SPACING = 10;

    private final int layer;
    private final Label title = new Label();
    private final Label numbers = new Label();
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
     */
    LayerRow(
            int layer,
            BiConsumer<Image, Optional<Place>> onPointed,
            Consumer<Optional<Place>> onMapPointed,
            Consumer<Place> onMapChosen) {
        this.layer = layer;
        getStyleClass().add("layer-row");
        title.setText("layer " + (layer + 1));
        title.getStyleClass().add("card-title");
        numbers.getStyleClass().add("muted");
        VBox text = new VBox(title, numbers, scale);
        VBox.setMargin(scale, new Insets(6, 12, 0, 0));
        text.setMinWidth(NUMBERS_WIDTH);
        text.setPrefWidth(NUMBERS_WIDTH);
        setSpacing(SPACING);
        VBox images = new VBox(IMAGE_GAP, residual, reconstruction);
        images.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(text, images, maps);
        residual.pointedProperty().addListener((o, was, is) -> onPointed.accept(Image.RESIDUAL, is));
        reconstruction.pointedProperty().addListener((o, was, is) -> onPointed.accept(Image.RECONSTRUCTION, is));
        maps.pointedProperty().addListener((o, was, is) -> onMapPointed.accept(is));
        maps.setOnChosen(onMapChosen);
        maps.setPadding(new Insets(2));
    }

    int layer() {
        return layer;
    }

    /** What the maps' grid shows; null before anything. */
    TileContent maps() {
        return maps.content();
    }

    /** The map element that the cursor is on. */
    Optional<Place> pointed() {
        return maps.pointedProperty().get();
    }

    /** The residual or the reconstruction. */
    TileContent image(Image image) {
        return (image == Image.RESIDUAL ? residual : reconstruction).content();
    }

    /**
     * Shows a trace.
     *
     * @param kind which maps
     * @param orbits how many orbits the maps form
     * @param imageSize pixels along an image
     * @param mapsWidth pixels there are for the maps
     * @param mapsHeight the same
     */
    void show(
            Trace trace, LayerMaps kind, int orbits, boolean dark, int imageSize, double mapsWidth, double mapsHeight) {
        Trace.Layer held = trace.layers().get(layer);
        numbers.setText(
                FilterInspection.percent(held.activeFraction()) + " active\n½‖x−Wu‖² " + Numbers.format(held.error()));
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
        TileGeometry geometry =
                MapsFit.fit(tiles.count(), orbits, tiles.width(), tiles.height(), mapsWidth, mapsHeight);
        maps.show(
                new TileContent(
                        tiles,
                        IntStream.range(0, geometry.rows() * geometry.columns())
                                .map(i -> i < tiles.count() ? i : -1)
                                .toArray(),
                        geometry.columns(),
                        limits,
                        coloring),
                geometry);
        maps.setAccessibleText("Layer " + (layer + 1) + ": " + g.filters() + " maps, " + kind.label() + ", "
                + FilterInspection.percent(held.activeFraction()) + " of the code active. "
                + "Arrow keys move from map to map, with Shift from value to value; Enter shows an element's sum.");
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

    /** Lights up the maps of an orbit, and outlines one element. */
    void highlight(int base, int orbits, Optional<Place> element) {
        maps.highlight(tile -> tile % orbits == base);
        maps.mark(element);
    }
}
