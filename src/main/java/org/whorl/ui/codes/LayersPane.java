package org.whorl.ui.codes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.whorl.network.Trace;
import org.whorl.network.WeightTying;
import org.whorl.ui.lab.FilterSelection;
import org.whorl.ui.lab.Lab;

/** All layers below one another: numbers, residual, reconstruction and maps; and under them how sparse and how good the codes are. */
final class LayersPane extends VBox {
    private static final double ROW_PADDING = 15;
    private static final int SMALLEST_IMAGE = 48;
    private static final int LARGEST_IMAGE = 112;

    private final Lab lab;
    private final CodesModel model;
    private final Consumer<MapElement> onChosen;
    private final VBox rowBox = new VBox();
    private final CodeCharts charts;
    private final ScrollPane scroll;
    private final List<LayerRow> rows = new ArrayList<>();

    /**
     * A pane without layers.
     *
     * @param toolbar stands above
     * @param onChosen told of the map element that was clicked
     */
    LayersPane(Lab lab, CodesModel model, Node toolbar, Consumer<MapElement> onChosen) {
        this.lab = lab;
        this.model = model;
        this.onChosen = onChosen;
        charts = new CodeCharts(lab);
        scroll = new ScrollPane(new VBox(rowBox, charts));
        getStyleClass().addAll("card", "layers-pane");
        Label caption = new Label("residual x−Wv, below it reconstruction Wu, and the maps");
        caption.getStyleClass().add("muted");
        caption.setMinWidth(0);
        scroll.getStyleClass().add("plain-scroll");
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(toolbar, caption, scroll);
    }

    /** What bounds the room for the rows. */
    Region room() {
        return scroll;
    }

    /** Shows what the network made of the image. */
    void show(Codes codes) {
        boolean dark = lab.darkProperty().get();
        Trace trace = codes.trace();
        int layers = trace.layers().size();
        arrangeRows(layers);
        double viewport = scroll.getViewportBounds().getHeight();
        double room = (viewport - charts.prefHeight(-1)) / layers - ROW_PADDING;
        int imageSize = (int) Math.max(SMALLEST_IMAGE, Math.min(LARGEST_IMAGE, (room - LayerRow.IMAGE_GAP) / 2));
        double height = Math.max(room, 2 * imageSize + LayerRow.IMAGE_GAP);
        double width =
                scroll.getViewportBounds().getWidth() - LayerRow.NUMBERS_WIDTH - imageSize - 2 * LayerRow.SPACING - 8;
        int orbits = codes.shown().spec().baseFilters();
        FilterSelection selected = lab.selectionProperty().get();
        boolean tied = codes.shown().spec().tying() == WeightTying.TIED;
        for (LayerRow row : rows) {
            row.show(trace, model.mapsProperty().get(), orbits, dark, imageSize, width, height);
            int lit = tied || row.layer() == selected.layer() ? selected.base() : -1;
            row.highlight(
                    lit,
                    orbits,
                    model.elementProperty()
                            .get()
                            .filter(e -> e.layer() == row.layer())
                            .map(MapElement::place));
        }
        charts.show(trace, codes.shown().spec(), Math.min(selected.layer(), layers - 1));
    }

    private void arrangeRows(int layers) {
        if (rows.size() == layers) {
            return;
        }
        rows.clear();
        for (int l = 0; l < layers; l++) {
            int layer = l;
            rows.add(new LayerRow(
                    l,
                    (image, place) -> lab.inspectionProperty().set(place.flatMap(p -> model.looked()
                            .map(codes -> CodeInspection.ofImage(
                                    codes, layer, image, rows.get(layer).image(image), p)))),
                    place -> lab.inspectionProperty().set(place.flatMap(p -> model.looked()
                            .map(codes -> CodeInspection.ofMap(
                                    codes, layer, rows.get(layer).maps(), p)))),
                    place -> onChosen.accept(new MapElement(layer, place))));
        }
        rowBox.getChildren().setAll(rows);
    }
}
