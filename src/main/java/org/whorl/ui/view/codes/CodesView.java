package org.whorl.ui.view.codes;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.whorl.figure.CodeMapsFigure;
import org.whorl.figure.FilterBank;
import org.whorl.figure.LayerMaps;
import org.whorl.figure.Numbers;
import org.whorl.figure.Tiles;
import org.whorl.file.Npy;
import org.whorl.file.NpyArray;
import org.whorl.insight.OtherGroup;
import org.whorl.ui.control.Card;
import org.whorl.ui.control.LabelledChoice;
import org.whorl.ui.control.Place;
import org.whorl.ui.control.Presence;
import org.whorl.ui.export.ExportMenu;
import org.whorl.ui.export.ExportMetadata;
import org.whorl.ui.model.FilterSelection;
import org.whorl.ui.model.InsideStep;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.data.SelectedDataset;
import org.whorl.ui.model.data.SetsModel;
import org.whorl.ui.model.input.Codes;
import org.whorl.ui.model.input.InputModel;
import org.whorl.ui.model.input.MapElement;
import org.whorl.ui.task.Repainter;
import org.whorl.ui.task.Throttle;
import org.whorl.ui.view.TrialNotice;

/** What the network makes of one image: every layer's residual, reconstruction and maps, and the sum of a single element. */
public final class CodesView extends HBox {
    /** How often the image is traced while this cannot be seen, for what others say of its codes. */
    private static final Duration ELSEWHERE = Duration.seconds(1);

    private static final double LEAST_CHOICE = 110;

    private final LabState lab;
    private final InputModel model;
    private final InputCard input;
    private final LayersPane layers;
    private final InsidePane inside;
    private final VBox right;
    /** Stands there in place of the maps of an image that is not there. */
    private final Card waiting;

    private final SumCard sum;
    private final SumCard sumOfLayers;
    private final TrialNotice trial;
    private final Label title = new Label("Inside");
    private final Repainter painting;
    private Optional<MapElement> summed = Optional.empty();

    /**
     * A view.
     *
     * @param chosen reads the sets whose images can be looked at
     * @param sets gets those that are lacking
     * @param train trains a network as the dial is set
     */
    public CodesView(LabState lab, InputModel model, SelectedDataset chosen, SetsModel sets, Runnable train) {
        this.lab = lab;
        this.model = model;
        input = new InputCard(lab, model, chosen, sets);
        sum = new SumCard(lab.stillProperty(), this::revealSum);
        sumOfLayers = new SumCard(lab.stillProperty(), this::revealSum);
        layers = new LayersPane(lab, model, toolbar(), sumOfLayers, this::choose, this::watch);
        inside = new InsidePane(lab, this::choose);
        trial = new TrialNotice(lab, train);
        getStyleClass().addAll("view-content", "codes-view");
        getStylesheets()
                .add(Objects.requireNonNull(getClass().getResource("/org/whorl/ui/views.css"))
                        .toExternalForm());
        VBox.setVgrow(layers, Priority.ALWAYS);
        VBox.setVgrow(inside, Priority.ALWAYS);
        right = new VBox(16, trial, layers, inside, sum);
        right.setMinWidth(0);
        layers.setMinWidth(0);
        HBox.setHgrow(right, Priority.ALWAYS);
        ScrollPane left = new ScrollPane(input);
        left.getStyleClass().add("plain-scroll");
        // As wide with a scroll bar as without: what is in it must not move under the pointer when scores make it
        // higher.
        left.setFitToWidth(false);
        left.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        left.setMinWidth(InputCard.WIDTH + 12);
        Label words = new Label(
                "The maps of every layer are here once a picture runs through the network: get its images, open a picture,"
                        + " or draw one.");
        words.setWrapText(true);
        words.setMinWidth(0);
        waiting = new Card("No picture yet", new Label(), words);
        HBox.setHgrow(waiting, Priority.ALWAYS);
        getChildren().addAll(left, right, waiting);
        inside.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> lab.insideProperty().get().isPresent(), lab.insideProperty()));
        inside.managedProperty().bind(inside.visibleProperty());
        layers.visibleProperty().bind(inside.visibleProperty().not());
        layers.managedProperty().bind(layers.visibleProperty());

        Repainter tracing = new Repainter(this, model::trace);
        painting = new Repainter(this, this::paint);
        model.viewedWhile(tracing.showingProperty());
        tracing.requestOn(lab.shownProperty(), lab.triedProperty(), model.inputProperty(), model.degreesProperty());
        // The input turns at once, without waiting for what the network makes of it.
        Repainter turning =
                new Repainter(this, () -> input.showImage(lab.darkProperty().get()));
        turning.requestOn(lab.shownProperty(), model.inputProperty(), model.degreesProperty(), lab.darkProperty());
        turning.request();
        painting.requestOn(
                model.codesProperty(),
                model.mapsProperty(),
                model.elementProperty(),
                lab.darkProperty(),
                lab.selectionProperty(),
                lab.insideProperty(),
                layers.room().layoutBoundsProperty(),
                inside.room().layoutBoundsProperty());
        tracing.request();
        painting.request();
        Throttle elsewhere = new Throttle(ELSEWHERE, tracing.showingProperty().not(), model::trace);
        lab.shownProperty().addListener(o -> elsewhere.request());
        lab.shownProperty().addListener((o, was, is) -> {
            if (was != null && !was.spec().equals(is.spec())) {
                model.elementProperty().set(Optional.empty());
            }
        });
    }

    private Node toolbar() {
        title.getStyleClass().add("card-title");
        ExportMenu export = new ExportMenu(this::content);
        title.setMinWidth(Region.USE_PREF_SIZE);
        export.setMinWidth(Region.USE_PREF_SIZE);
        LabelledChoice<LayerMaps> maps =
                LabelledChoice.of("", model.mapsProperty(), LayerMaps::label, List.of(LayerMaps.values()));
        maps.box().setMinWidth(LEAST_CHOICE);
        maps.box().setAccessibleText("Which maps are shown");
        ToggleButton all = new ToggleButton("All layers");
        all.setId("all-layers");
        all.setMinWidth(Region.USE_PREF_SIZE);
        all.setTooltip(new Tooltip("Open the maps of every layer, or only those of the selected filter’s"));
        all.setOnAction(e -> layers.openAll(all.isSelected()));
        HBox line = new HBox(title, maps, all, export);
        line.getStyleClass().add("toolbar-line");
        VBox bar = new VBox(line, export.message());
        bar.getStyleClass().add("view-toolbar");
        return bar;
    }

    private void paint() {
        boolean lacks = model.lacksImages();
        Presence.show(right, !lacks);
        Presence.show(waiting, lacks);
        Optional<Codes> found = model.codesProperty().get();
        if (found.isEmpty()) {
            return;
        }
        input.show(found.get());
        Codes codes = found.get().asTried();
        trial.showMaps(
                found.get().tried().map(t -> t.shown().spec()),
                found.get().shown().spec());
        title.setText("Inside " + codes.shown().spec().unfolding());
        Optional<InsideStep> step =
                lab.insideProperty().get().filter(s -> s.existsIn(codes.shown().spec()));
        if (step.isPresent()) {
            inside.show(codes, step.get(), lab.darkProperty().get());
        } else {
            layers.show(codes);
        }
        model.setDrawn(found.get());
        Optional<MapElement> element = model.elementProperty()
                .get()
                .filter(e -> e.layer() < codes.trace().layers().size()
                        && e.place().tile() < codes.trace().geometry().filters());
        Presence.show(sum, element.isPresent() && step.isPresent());
        Presence.show(sumOfLayers, element.isPresent() && step.isEmpty());
        element.ifPresent(e -> showSum(step.isPresent() ? sum : sumOfLayers, codes, e));
        if (step.isEmpty() && element.isPresent() && !element.equals(summed)) {
            layers.keepInSight(element.get());
        }
        summed = element;
    }

    private static FilterBank bank(Codes codes, int layer) {
        return FilterBank.of(codes.shown().parameters(), layer);
    }

    /** Shows an element's sum; chosen again, it is put away. */
    private void choose(MapElement element) {
        if (model.elementProperty().get().filter(element::equals).isPresent()) {
            model.elementProperty().set(Optional.empty());
            return;
        }
        model.codesProperty()
                .get()
                .filter(codes -> codes.shown().spec().equals(lab.getShown().spec()))
                .ifPresent(codes -> {
                    FilterBank bank = bank(codes.asTried(), element.layer());
                    int tile = element.place().tile();
                    int rotation = OtherGroup.rotation(
                            bank.rotation(tile),
                            bank.group(),
                            codes.shown().spec().group());
                    model.elementProperty().set(Optional.of(element));
                    lab.selectionProperty().set(new FilterSelection(element.layer(), bank.base(tile), rotation));
                });
    }

    private void showSum(SumCard card, Codes codes, MapElement e) {
        FilterBank bank = bank(codes, e.layer());
        Place p = e.place();
        ElementSum of = ElementSum.of(
                codes.shown().parameters(), bank, codes.trace(), e.layer(), p.tile(), p.row(), p.column());
        Map<String, String> about = about(codes);
        card.show(
                "Layer " + (e.layer() + 1) + ", " + bank.name(p.tile()) + ", row " + (p.row() + 1) + ", column "
                        + (p.column() + 1),
                of,
                of.computation(codes.trace(), e.layer(), p.tile(), p.row(), p.column()),
                about,
                lab.darkProperty().get());
    }

    private static Map<String, String> about(Codes codes) {
        Map<String, String> about = ExportMetadata.of(codes.shown());
        about.put("Input", codes.input().name() + ", turned by " + Numbers.format(codes.degrees()) + "°");
        return about;
    }

    private void revealSum() {
        summed = Optional.empty();
        painting.request();
    }

    /** Shows how the greatest value of a layer comes about, of the selected orbit where that is in it. */
    private void watch(int layer) {
        model.looked().ifPresent(codes -> {
            FilterSelection selected = lab.selectionProperty().get();
            Optional<Integer> base = Optional.of(selected.base()).filter(b -> selected.layer() == layer);
            MapElement greatest = MapElement.greatest(codes, layer, base);
            if (!model.elementProperty().get().equals(Optional.of(greatest))) {
                choose(greatest);
            }
            sumOfLayers.watch(true);
        });
    }

    private Optional<ExportMenu.Content> content() {
        return model.looked().map(codes -> {
            int layer = Math.min(
                    lab.selectionProperty().get().layer(),
                    codes.trace().layers().size() - 1);
            LayerMaps kind = model.mapsProperty().get();
            Tiles tiles = kind.of(codes.trace(), layer);
            Map<String, String> about = about(codes);
            return new ExportMenu.Content(
                    "codes-layer" + (layer + 1),
                    CodeMapsFigure.of(codes.trace(), layer, kind),
                    about,
                    Optional.of(out ->
                            Npy.write(NpyArray.of(tiles.values(), tiles.count(), tiles.height(), tiles.width()), out)));
        });
    }
}
