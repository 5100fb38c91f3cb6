package org.whorl.ui.view.codes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.whorl.figure.LayerMaps;
import org.whorl.insight.MovedMap;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Trace;
import org.whorl.network.WeightTying;
import org.whorl.ui.control.Place;
import org.whorl.ui.control.TileMove;
import org.whorl.ui.control.TypeSize;
import org.whorl.ui.model.FilterSelection;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.input.Codes;
import org.whorl.ui.model.input.InputModel;
import org.whorl.ui.model.input.MapElement;

/** All layers below one another: numbers, residual, reconstruction and maps; and under them how sparse and how good the codes are. */
final class LayersPane extends VBox {
    /** What is left free under a map that has been scrolled into sight. */
    private static final double LEAST_MARGIN = 8;

    /** From this height on there is room for everything. */
    private static final double ROOMY = 620;

    private final LabState lab;
    private final InputModel model;
    private final Consumer<MapElement> onChosen;
    private final IntConsumer onWatch;
    private final VBox rowBox = new VBox();
    private final Label caption = new SlideLabel();
    private final CodeCharts charts;
    private final ChartsPlace place;
    private final ScrollPane scroll;
    private final Region below;
    private final TypeSize type = new TypeSize();
    private final List<LayerRow> rows = new ArrayList<>();
    /** The layers whose maps are seen, besides that of the selected filter. */
    private final Set<Integer> open = new HashSet<>();
    /** Whether the selected filter's layer is folded as well. */
    private boolean selectedFolded;

    /** How all was arranged when it was measured, and what the rows took then besides their maps. */
    private List<Object> measured = List.of();

    private double around;
    private int lastSelected = -1;
    /** The orbit that was last brought into sight where not all are. */
    private Optional<FilterSelection> lastBrought = Optional.empty();

    private boolean all;

    /**
     * A pane without layers.
     *
     * @param toolbar stands above
     * @param below stands under the layers, over their lower end where it is shown
     * @param onChosen told of the map element that was clicked
     * @param onWatch told the layer of which one value is to be seen coming about
     */
    LayersPane(
            LabState lab,
            InputModel model,
            Node toolbar,
            Region below,
            Consumer<MapElement> onChosen,
            IntConsumer onWatch) {
        this.lab = lab;
        this.model = model;
        this.onChosen = onChosen;
        this.onWatch = onWatch;
        this.below = below;
        charts = new CodeCharts(lab);
        place = new ChartsPlace(rowBox, charts);
        scroll = new ScrollPane(place);
        type.watch(() -> model.looked().ifPresent(this::show));
        charts.whenPointedOut(() -> model.looked().ifPresent(this::show));
        getStyleClass().addAll("card", "layers-pane");
        caption.getStyleClass().addAll("muted", "slide-words");
        caption.setMinWidth(0);
        caption.setWrapText(true);
        scroll.getStyleClass().add("plain-scroll");
        scroll.setFitToWidth(true);
        scroll.setMinHeight(0);
        scroll.viewportBoundsProperty().addListener((o, was, is) -> stay(was.getHeight(), is.getHeight()));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        charts.managedProperty().bind(charts.visibleProperty());
        getChildren().addAll(toolbar, caption, scroll, below, type);
    }

    /** What bounds the room for the rows. */
    Region room() {
        return scroll;
    }

    /** What is in sight stays where it is when the lower end of the layers is covered, or can be seen again. */
    private void stay(double was, double is) {
        double whole = scroll.getContent().getLayoutBounds().getHeight();
        if (was > 0 && is > 0 && whole > is) {
            double top = scroll.getVvalue() * Math.max(0, whole - was);
            scroll.setVvalue(Math.min(1, top / (whole - is)));
        }
    }

    /** Scrolls as little as brings an element's map into sight, which what stands below may cover. */
    void keepInSight(MapElement element) {
        applyCss();
        layout();
        scroll.layout();
        Bounds place = scroll.getContent()
                .sceneToLocal(rows.get(element.layer()).placeOf(element.place().tile()));
        double height = scroll.getViewportBounds().getHeight();
        double hidden = scroll.getContent().getLayoutBounds().getHeight() - height;
        double top = scroll.getVvalue() * hidden;
        if (hidden > 0 && (place.getMaxY() > top + height || place.getMinY() < top)) {
            double wanted = place.getMinY() < top ? place.getMinY() : place.getMaxY() + LEAST_MARGIN - height;
            scroll.setVvalue(Math.max(0, Math.min(1, wanted / hidden)));
        }
    }

    /** Where type is large and the room small, only what matters most is shown: one layer's maps, all of them at once. */
    private boolean isCompact() {
        return type.isLarge() && scroll.getHeight() + belowHeight() < ROOMY;
    }

    private double belowHeight() {
        return below.isManaged() ? below.getHeight() + getSpacing() : 0;
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
        boolean compact = isCompact();
        double width = scroll.getViewportBounds().getWidth();
        double height = scroll.getViewportBounds().getHeight() + belowHeight();
        double heads = (layers - unfolded) * LayerRow.foldedHeight(compact) + unfolded * LayerRow.headHeight(compact);
        place.arrange(trace, spec.baseFilters(), width, height - heads, unfolded, compact, type.factor());
        // What is covered for a moment counts: maps must not become smaller under a pointer that has just clicked one.
        List<Object> arranged = List.of(layers, unfolded, compact, type.factor(), width, place.besideWidth());
        boolean known = arranged.equals(measured);
        double room = height - place.belowHeight(width) - (known ? around : heads);
        int orbits = spec.baseFilters();
        boolean tied = spec.tying() == WeightTying.TIED;
        for (LayerRow row : rows) {
            row.show(
                    trace,
                    model.mapsProperty().get(),
                    codes.shown(),
                    isOpen(row.layer(), current),
                    compact,
                    dark,
                    width - place.besideWidth() - 4,
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
        if (!known && scroll.getViewportBounds().getHeight() > 0) {
            // Now that they are drawn it is known what they take, which was guessed.
            applyCss();
            measured = arranged;
            around = rowBox.prefHeight(width - place.besideWidth())
                    - rows.stream().mapToDouble(LayerRow::mapsHeight).sum();
            show(codes);
            return;
        }
        Optional<MovedMap> moved = model.mapsProperty().get() == LayerMaps.CODE
                ? SlideWords.moved(codes, current, selected.base())
                : Optional.empty();
        rows.forEach(row -> row.showMove(moved.filter(m -> row.layer() == current)
                .map(m -> new TileMove.Move(m.from() * orbits + selected.base(), m.to() * orbits + selected.base()))));
        String words = SlideWords.of(codes, current)
                + moved.map(m -> SlideWords.of(m, codes, current, selected.base()))
                        .orElse("");
        if (!words.equals(caption.getText())) {
            caption.setText(words);
        }
        bringOrbit(new FilterSelection(current, Math.min(selected.base(), orbits - 1), 0), compact);
        charts.show(trace, codes.shown().spec(), Math.min(selected.layer(), layers - 1), dark);
    }

    /** Where maps are larger than there is room for all of them, the selected orbit is seen whenever it becomes another. */
    private void bringOrbit(FilterSelection orbit, boolean compact) {
        Optional<FilterSelection> wanted = Optional.of(orbit).filter(o -> compact && isOpen(o.layer(), o.layer()));
        if (!wanted.equals(lastBrought)) {
            lastBrought = wanted;
            wanted.ifPresent(
                    o -> Platform.runLater(() -> keepInSight(new MapElement(o.layer(), new Place(o.base(), 0, 0)))));
        }
    }

    private boolean isOpen(int layer, int current) {
        // Where there is room for one of them only, what a lesson speaks of comes first.
        boolean yields = selectedFolded || isCompact() && charts.isPointedOut();
        return all || open.contains(layer) || layer == current && !yields;
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
