package org.whorl.ui.codes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.whorl.figure.CodeMapsFigure;
import org.whorl.figure.FilterBank;
import org.whorl.figure.LayerMaps;
import org.whorl.figure.Numbers;
import org.whorl.figure.Tiles;
import org.whorl.network.Trace;
import org.whorl.npy.Npy;
import org.whorl.npy.NpyArray;
import org.whorl.ui.inspector.FilterInspection;
import org.whorl.ui.lab.FilterSelection;
import org.whorl.ui.lab.Inspection;
import org.whorl.ui.lab.Inspection.Fact;
import org.whorl.ui.lab.Lab;
import org.whorl.ui.picture.Choice;
import org.whorl.ui.picture.ExportMenu;
import org.whorl.ui.picture.Place;
import org.whorl.ui.picture.Provenance;
import org.whorl.ui.picture.Repainter;
import org.whorl.ui.picture.TileContent;

/** What the network makes of one image: every layer's residual, reconstruction and maps, and the sum of a single element. */
public final class CodesView extends HBox {
    private record Element(int layer, Place place) {}

    private static final double ROW_PADDING = 15;
    private static final int SMALLEST_IMAGE = 56;
    private static final int LARGEST_IMAGE = 112;

    private final Lab lab;
    private final CodesModel model;
    private final InputCard input;
    private final VBox rowBox = new VBox();
    private final ScrollPane scroll = new ScrollPane(rowBox);
    private final List<LayerRow> rows = new ArrayList<>();
    private final SumCard sum = new SumCard();
    private final Label title = new Label("Inside");
    private final Label caption = new Label();
    private final Repainter tracing;
    private final Repainter painting;
    private Optional<Element> element = Optional.empty();

    public CodesView(Lab lab, CodesModel model) {
        this.lab = lab;
        this.model = model;
        input = new InputCard(lab, model);
        getStyleClass().addAll("view-content", "codes-view");
        getStylesheets()
                .add(Objects.requireNonNull(getClass().getResource("/org/whorl/ui/views.css"))
                        .toExternalForm());
        scroll.getStyleClass().add("plain-scroll");
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox layers = new VBox(toolbar(), caption, scroll);
        layers.getStyleClass().add("card");
        VBox.setVgrow(layers, Priority.ALWAYS);
        VBox right = new VBox(16, layers, sum);
        right.setMinWidth(0);
        layers.setMinWidth(0);
        HBox.setHgrow(right, Priority.ALWAYS);
        ScrollPane left = new ScrollPane(input);
        left.getStyleClass().add("plain-scroll");
        left.setFitToWidth(true);
        left.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        left.setMinWidth(InputCard.WIDTH + 30);
        getChildren().addAll(left, right);

        tracing = new Repainter(this, model::trace);
        painting = new Repainter(this, this::paint);
        model.viewedWhile(tracing.showingProperty());
        tracing.requestOn(lab.shownProperty(), model.inputProperty(), model.degreesProperty());
        painting.requestOn(
                model.codesProperty(),
                model.inputProperty(),
                model.degreesProperty(),
                model.mapsProperty(),
                lab.darkProperty(),
                lab.selectionProperty(),
                lab.insideLayerProperty(),
                scroll.viewportBoundsProperty());
        tracing.request();
        painting.request();
    }

    private Node toolbar() {
        title.getStyleClass().add("card-title");
        caption.getStyleClass().add("muted");
        ExportMenu export = new ExportMenu(this::content);
        FlowPane bar = new FlowPane(
                title,
                Choice.of("maps:", model.mapsProperty(), LayerMaps::label, List.of(LayerMaps.values())),
                export,
                export.message());
        bar.getStyleClass().add("view-toolbar");
        return bar;
    }

    private void paint() {
        boolean dark = lab.darkProperty().get();
        input.showImage(dark);
        Optional<Codes> found = model.codesProperty().get();
        if (found.isEmpty()) {
            caption.setText(lab.getShown() == null ? "" : "computing …");
            return;
        }
        Codes codes = found.get();
        Trace trace = codes.trace();
        input.show(codes);
        int layers = trace.layers().size();
        arrangeRows(layers);
        title.setText("Inside " + codes.shown().spec().unfolding());
        int inside = lab.insideLayerProperty().get();
        int visible = inside == 0 ? layers : Math.min(inside, layers);
        caption.setText(
                visible < layers
                        ? "after layer " + visible + " of " + layers
                        : "residual x−Wv above reconstruction Wu, then the maps of all filters");
        double room = scroll.getViewportBounds().getHeight() / layers - ROW_PADDING;
        int imageSize = (int) Math.max(SMALLEST_IMAGE, Math.min(LARGEST_IMAGE, (room - LayerRow.IMAGE_GAP) / 2));
        double height = Math.max(room, 2 * imageSize + LayerRow.IMAGE_GAP);
        double width =
                scroll.getViewportBounds().getWidth() - LayerRow.NUMBERS_WIDTH - imageSize - 2 * LayerRow.SPACING - 8;
        int orbits = codes.shown().spec().baseFilters();
        for (LayerRow row : rows) {
            row.setVisible(row.layer() < visible);
            if (row.isVisible()) {
                row.show(trace, model.mapsProperty().get(), orbits, dark, imageSize, width, height);
                row.highlight(
                        lab.selectionProperty().get().base(),
                        orbits,
                        element.filter(e -> e.layer == row.layer()).map(Element::place));
            }
        }
        element.filter(e ->
                        e.layer < layers && e.place.tile() < trace.geometry().filters())
                .ifPresent(this::showSum);
    }

    private static FilterBank bank(Codes codes, int layer) {
        return FilterBank.of(codes.shown().parameters(), layer);
    }

    private void arrangeRows(int layers) {
        if (rows.size() == layers) {
            return;
        }
        element = Optional.empty();
        rows.clear();
        for (int l = 0; l < layers; l++) {
            int layer = l;
            rows.add(new LayerRow(
                    l,
                    (image, place) -> pointAtImage(layer, image, place),
                    place -> pointAtMap(layer, place),
                    place -> chooseElement(layer, place)));
        }
        rowBox.getChildren().setAll(rows);
    }

    private void pointAtImage(int layer, LayerRow.Image image, Optional<Place> place) {
        lab.inspectionProperty().set(place.map(p -> inspectImage(layer, image, p)));
    }

    private Inspection inspectImage(int layer, LayerRow.Image image, Place place) {
        TileContent content = rows.get(layer).image(image);
        Tiles tiles = content.tiles();
        String words = image == LayerRow.Image.RESIDUAL
                ? "What layer " + (layer + 1) + " has still to explain: the input less what its starting point makes."
                : "What the code of layer " + (layer + 1) + " makes of the input: its filters, summed.";
        Trace.Layer held =
                model.codesProperty().get().orElseThrow().trace().layers().get(layer);
        return new Inspection(
                "layer " + (layer + 1) + " · " + image.label(),
                tiles.values(),
                tiles.channels(),
                tiles.width(),
                true,
                content.limits()[0],
                place.row(),
                place.column(),
                List.of(
                        new Fact("½‖x−Wu‖²", Numbers.format(held.error())),
                        new Fact("objective", Numbers.format(held.objective())),
                        new Fact("% active", FilterInspection.percent(held.activeFraction()))),
                words,
                Optional.empty());
    }

    private void pointAtMap(int layer, Optional<Place> place) {
        lab.inspectionProperty()
                .set(place.flatMap(p -> model.codesProperty().get().map(codes -> inspect(codes, layer, p))));
    }

    private Inspection inspect(Codes codes, int layer, Place place) {
        FilterBank bank = bank(codes, layer);
        ElementSum s = ElementSum.of(
                codes.shown().parameters(), bank, codes.trace(), layer, place.tile(), place.row(), place.column());
        TileContent content = rows.get(layer).maps();
        return new Inspection(
                "layer " + (layer + 1) + " · map of " + bank.name(place.tile()),
                content.tiles().tile(place.tile()),
                1,
                content.tiles().width(),
                content.coloring().signed(),
                content.limits()[place.tile()],
                place.row(),
                place.column(),
                List.of(
                        new Fact("patch · filter, a", Numbers.format(s.correlation())),
                        new Fact("v", Numbers.format(s.momentum())),
                        new Fact("v + α·a", Numbers.format(s.preThreshold())),
                        new Fact("threshold α·λ", Numbers.format(s.threshold())),
                        new Fact("code u", Numbers.format(s.result())),
                        new Fact(
                                "this map, active",
                                FilterInspection.percent(
                                        FilterInspection.activeFraction(codes.trace(), layer, place.tile())))),
                s.words(),
                Optional.of(new FilterSelection(layer, bank.base(place.tile()), bank.rotation(place.tile()))));
    }

    private void chooseElement(int layer, Place place) {
        Optional<Codes> current = model.codesProperty()
                .get()
                .filter(codes -> codes.shown().spec().equals(lab.getShown().spec()));
        current.ifPresent(codes -> {
            element = Optional.of(new Element(layer, place));
            FilterBank bank = bank(codes, layer);
            lab.selectionProperty()
                    .set(new FilterSelection(layer, bank.base(place.tile()), bank.rotation(place.tile())));
            painting.request();
        });
    }

    private void showSum(Element e) {
        Codes codes = model.codesProperty().get().orElseThrow();
        FilterBank bank = bank(codes, e.layer);
        Place p = e.place;
        sum.show(
                "Layer " + (e.layer + 1) + ", " + bank.name(p.tile()) + ", row " + (p.row() + 1) + ", column "
                        + (p.column() + 1),
                ElementSum.of(codes.shown().parameters(), bank, codes.trace(), e.layer, p.tile(), p.row(), p.column()),
                lab.darkProperty().get());
    }

    private Optional<ExportMenu.Content> content() {
        return model.codesProperty().get().map(codes -> {
            int layer = Math.min(
                    lab.selectionProperty().get().layer(),
                    codes.trace().layers().size() - 1);
            LayerMaps kind = model.mapsProperty().get();
            Tiles tiles = kind.of(codes.trace(), layer);
            Map<String, String> about = Provenance.of(codes.shown());
            about.put("Input", codes.input().name() + ", turned by " + Numbers.format(codes.degrees()) + "°");
            return new ExportMenu.Content(
                    "codes-layer" + (layer + 1),
                    CodeMapsFigure.of(codes.trace(), layer, kind),
                    about,
                    Optional.of(file -> Npy.write(
                            NpyArray.of(tiles.values(), tiles.count(), tiles.height(), tiles.width()), file)));
        });
    }
}
