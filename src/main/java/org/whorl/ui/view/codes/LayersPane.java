package org.whorl.ui.view.codes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.whorl.network.NetworkSpec;
import org.whorl.network.Trace;
import org.whorl.network.WeightTying;
import org.whorl.ui.model.FilterSelection;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.input.Codes;
import org.whorl.ui.model.input.InputModel;
import org.whorl.ui.model.input.MapElement;

/** All layers below one another: numbers, residual, reconstruction and maps; and under them how sparse and how good the codes are. */
final class LayersPane extends VBox {

    private final LabState lab;
    private final InputModel model;
    private final Consumer<MapElement> onChosen;
    private final IntConsumer onWatch;
    private final VBox rowBox = new VBox();
    private final Label caption = new Label();
    private final CodeCharts charts;
    private final ScrollPane scroll;
    private final List<LayerRow> rows = new ArrayList<>();
    /** The layers whose maps are seen, besides that of the selected filter. */
    private final Set<Integer> open = new HashSet<>();
    /** Whether the selected filter's layer is folded as well. */
    private boolean selectedFolded;

    private int lastSelected = -1;
    private boolean all;

    /**
     * A pane without layers.
     *
     * @param toolbar stands above
     * @param onChosen told of the map element that was clicked
     * @param onWatch told the layer of which one value is to be seen coming about
     */
    LayersPane(LabState lab, InputModel model, Node toolbar, Consumer<MapElement> onChosen, IntConsumer onWatch) {
        this.lab = lab;
        this.model = model;
        this.onChosen = onChosen;
        this.onWatch = onWatch;
        charts = new CodeCharts(lab);
        scroll = new ScrollPane(new VBox(rowBox, charts));
        getStyleClass().addAll("card", "layers-pane");
        caption.getStyleClass().addAll("muted", "slide-words");
        caption.setMinWidth(0);
        caption.setWrapText(true);
        caption.setMinHeight(USE_PREF_SIZE);
        scroll.getStyleClass().add("plain-scroll");
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(toolbar, caption, scroll);
    }

    /** What bounds the room for the rows. */
    Region room() {
        return scroll;
    }

    /**
     * Places something below a layer's maps, whose room it leaves as it is.
     *
     * @param layer from 0
     * @param reveal whether to scroll, as little as brings it into sight
     */
    void place(Node node, int layer, boolean reveal) {
        if (rowBox.getChildren().indexOf(node) != layer + 1) {
            rowBox.getChildren().remove(node);
            rowBox.getChildren().add(layer + 1, node);
        }
        if (reveal) {
            reveal(node);
        }
    }

    private void reveal(Node node) {
        scroll.applyCss();
        scroll.layout();
        Bounds place = scroll.getContent().sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        double height = scroll.getViewportBounds().getHeight();
        double hidden = scroll.getContent().getLayoutBounds().getHeight() - height;
        double top = scroll.getVvalue() * hidden;
        if (hidden > 0 && (place.getMaxY() > top + height || place.getMinY() < top)) {
            double wanted =
                    place.getMinY() < top ? place.getMinY() : Math.min(place.getMinY(), place.getMaxY() - height);
            scroll.setVvalue(Math.max(0, Math.min(1, wanted / hidden)));
        }
    }

    /** Shows what the network made of the image. */
    void show(Codes codes) {
        boolean dark = lab.darkProperty().get();
        Trace trace = codes.trace();
        int layers = trace.layers().size();
        arrangeRows(layers);
        FilterSelection selected = lab.selectionProperty().get();
        int current = Math.min(selected.layer(), layers - 1);
        if (current != lastSelected) {
            lastSelected = current;
            selectedFolded = false;
        }
        NetworkSpec spec = codes.shown().spec();
        long unfolded =
                rows.stream().filter(row -> isOpen(row.layer(), current)).count();
        double room = scroll.getViewportBounds().getHeight()
                - charts.prefHeight(-1)
                - (layers - unfolded) * LayerRow.foldedHeight()
                - unfolded * LayerRow.headHeight();
        double width = scroll.getViewportBounds().getWidth() - 8;
        int orbits = spec.baseFilters();
        boolean tied = spec.tying() == WeightTying.TIED;
        for (LayerRow row : rows) {
            row.show(
                    trace,
                    model.mapsProperty().get(),
                    codes.shown(),
                    isOpen(row.layer(), current),
                    dark,
                    width,
                    room / Math.max(1, unfolded));
            int lit = tied || row.layer() == selected.layer() ? selected.base() : -1;
            row.highlight(
                    lit,
                    orbits,
                    model.elementProperty()
                            .get()
                            .filter(e -> e.layer() == row.layer())
                            .map(MapElement::place));
        }
        boolean across = rows.get(current).rotationsAcross();
        String words = SlideWords.of(codes, current, across);
        if (!words.equals(caption.getText())) {
            caption.setText(words);
        }
        charts.show(trace, codes.shown().spec(), Math.min(selected.layer(), layers - 1));
    }

    private boolean isOpen(int layer, int current) {
        return all || open.contains(layer) || layer == current && !selectedFolded;
    }

    /** Opens or folds a layer. */
    private void fold(int layer, boolean unfold) {
        if (all) {
            for (LayerRow row : rows) {
                open.add(row.layer());
            }
            all = false;
        }
        if (unfold) {
            open.add(layer);
        } else {
            open.remove(layer);
        }
        if (layer == lastSelected) {
            selectedFolded = !unfold;
        }
        model.looked().ifPresent(this::show);
    }

    /** Opens all layers, or only the selected filter's. */
    void openAll(boolean wanted) {
        all = wanted;
        open.clear();
        selectedFolded = false;
        model.looked().ifPresent(this::show);
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
                    place -> onChosen.accept(new MapElement(layer, place)),
                    unfold -> fold(layer, unfold),
                    () -> onWatch.accept(layer)));
        }
        rowBox.getChildren().setAll(rows);
    }
}
