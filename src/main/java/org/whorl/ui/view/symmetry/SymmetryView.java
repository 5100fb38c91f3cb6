package org.whorl.ui.view.symmetry;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.whorl.figure.PolarFigure;
import org.whorl.group.FiniteGroup;
import org.whorl.ui.control.Card;
import org.whorl.ui.control.LabelledChoice;
import org.whorl.ui.control.PolarPlot;
import org.whorl.ui.control.Presence;
import org.whorl.ui.export.ExportMenu;
import org.whorl.ui.export.ExportMetadata;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.ShownNetwork;
import org.whorl.ui.model.data.SetsModel;
import org.whorl.ui.model.input.InputModel;
import org.whorl.ui.model.symmetry.SymmetryMeasurements;
import org.whorl.ui.task.Repainter;
import org.whorl.ui.view.SetOffer;

/** How codes and accuracy follow when images turn: two polar plots, the codes themselves, and why it is never quite exact. */
public final class SymmetryView extends ScrollPane {
    private static final double STEP = 5;
    private static final double NARROW = 560;

    private final LabState lab;
    private final InputModel codes;
    private final ObservableBooleanValue training;
    private final SymmetryModel model;
    private final PolarPlot accuracies = new PolarPlot(STEP);
    private final PolarPlot errors = new PolarPlot(STEP);
    private final Label errorNote = new Label();
    private final Label accuracyNote = new Label();
    private final GridPane plots = new GridPane();
    private final LabelledChoice<Integer> layers;
    private final Label status = new Label();
    private final SetOffer lacking;
    private final Card lack;
    private Node tools;
    private Card comparison;
    private Card why;
    private final Button measure = new Button();
    private final ProgressBar progress = new ProgressBar();
    private final TurningPane turning;
    private final Explanation explanation = new Explanation();
    private final VBox content = new VBox();
    private final PlotsFit fit =
            new PlotsFit(this, content, List.of(accuracies, errors), List.of(status, errorNote, accuracyNote));
    private final Repainter painting;
    private Node left;
    private Node right;
    private boolean wide = true;

    /**
     * @param codes the input that is turned, shared with the Codes view
     * @param sets offers images where there are none
     * @param seed of the untrained network that a trained one is compared with
     * @param training whether a run is under way, so that the network changes all the time
     * @param train trains a network as the dial is set
     */
    public SymmetryView(
            LabState lab,
            InputModel codes,
            SetsModel sets,
            LongSupplier seed,
            ObservableBooleanValue training,
            Runnable train) {
        this.lab = lab;
        lacking = new SetOffer(sets);
        lack = new Card("", new Label(), lacking);
        this.codes = codes;
        this.training = training;
        model = new SymmetryModel(lab, seed, new SymmetryMeasurements(Platform::runLater));
        layers = new LabelledChoice<>("layer:", model.layerProperty(), l -> "layer " + (l + 1));
        turning = new TurningPane(lab, codes, model, train);
        getStyleClass().addAll("plain-scroll", "symmetry-view");
        getStylesheets()
                .add(Objects.requireNonNull(getClass().getResource("/org/whorl/ui/views.css"))
                        .toExternalForm());
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        build();

        Repainter tracing = new Repainter(this, codes::trace);
        codes.viewedWhile(tracing.showingProperty());
        tracing.requestOn(lab.shownProperty(), lab.triedProperty(), codes.inputProperty(), codes.degreesProperty());
        painting = new Repainter(this, this::paint);
        painting.requestOn(
                codes.codesProperty(),
                codes.inputProperty(),
                codes.degreesProperty(),
                lab.shownProperty(),
                lab.selectionProperty(),
                lab.darkProperty(),
                model.layerProperty(),
                model.oneOrbitProperty(),
                model.subjectProperty(),
                model.measuring().problemProperty(),
                training,
                viewportBoundsProperty());
        Repainter plotting = new Repainter(this, this::plot);
        plotting.requestOn(
                model.measuring().changesProperty(),
                model.layerProperty(),
                model.subjectProperty(),
                lab.darkProperty());
        model.overlayProperty().addListener(o -> {
            model.complete();
            plotting.request();
        });
        model.imagesProperty().addListener(o -> {
            model.complete();
            plotting.request();
        });
        fit.type().watch(painting::request);
        tracing.request();
        painting.request();
        plotting.request();
    }

    /** Compares the codes of a layer, from 0; of the last where there are not so many. */
    public void compare(int layer) {
        model.layerProperty()
                .set(Math.min(
                        layer,
                        lab.getShown() == null ? 0 : lab.getShown().spec().layers() - 1));
        setVvalue(0);
    }

    private void build() {
        content.getStyleClass().add("view-content");
        plots.setHgap(16);
        plots.setVgap(16);
        accuracies.degreesProperty().bindBidirectional(codes.degreesProperty());
        errors.degreesProperty().bindBidirectional(codes.degreesProperty());
        left = card("Accuracy by angle", accuracyNote, accuracies, model::accuracies, "accuracy-by-angle");
        right = card("Equivariance error", errorNote, errors, model::errors, "equivariance-error");
        plots.getChildren().addAll(left, right);
        content.widthProperty().addListener((o, old, now) -> {
            if (now.doubleValue() > NARROW != wide) {
                wide = !wide;
                arrange();
            }
        });
        arrange();
        ExportMenu export = new ExportMenu(turning::export);
        HBox beside = new HBox(8, export.message(), export);
        beside.getStyleClass().add("view-toolbar");
        comparison = new Card("Turn the input, shift the orbit", beside, turning);
        why = new Card("Why only multiples of 90° are exact", new Label(), explanation);
        tools = toolbar();
        content.getChildren().addAll(tools, lack, plots, comparison, why, fit.type());
        setContent(content);
    }

    /** Two plots side by side, or one above the other where it is narrow; one alone has all the room. */
    private void arrange() {
        boolean two = wide && left.isManaged();
        plots.getColumnConstraints().clear();
        GridPane.setConstraints(left, 0, 0);
        GridPane.setConstraints(right, two ? 1 : 0, two ? 0 : 1);
        for (int i = 0; i < (two ? 2 : 1); i++) {
            var half = new javafx.scene.layout.ColumnConstraints();
            half.setPercentWidth(two ? 50 : 100);
            plots.getColumnConstraints().add(half);
        }
    }

    private Node card(
            String title, Label note, PolarPlot plot, java.util.function.Supplier<PolarFigure> figure, String name) {
        note.getStyleClass().setAll("label", "muted");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        ExportMenu export = new ExportMenu(() -> content(figure.get(), name));
        export.setMinWidth(USE_PREF_SIZE);
        HBox beside = new HBox(8, export.message(), export);
        beside.setAlignment(Pos.CENTER_RIGHT);
        beside.getStyleClass().add("view-toolbar");
        VBox.setVgrow(plot, Priority.ALWAYS);
        return new Card(title, beside, new VBox(note, plot));
    }

    private Optional<ExportMenu.Content> content(PolarFigure figure, String name) {
        return model.subjectProperty().get().flatMap(shown -> model.csv().map(csv -> {
            Map<String, String> about = ExportMetadata.of(shown);
            return new ExportMenu.Content(
                    name,
                    figure.withLegend(),
                    about,
                    Optional.empty(),
                    Optional.of(out -> out.write(csv.getBytes(StandardCharsets.UTF_8))));
        }));
    }

    private Node toolbar() {
        progress.setPrefWidth(120);
        progress.progressProperty().bind(model.measuring().progressProperty());
        progress.visibleProperty().bind(model.measuring().runningProperty());
        measure.setId("measure");
        measure.textProperty()
                .bind(Bindings.when(model.measuring().runningProperty())
                        .then("Cancel")
                        .otherwise(Bindings.createStringBinding(
                                () -> model.subjectProperty().get().isPresent() ? "Measure again" : "Measure",
                                model.subjectProperty())));
        measure.setOnAction(e -> {
            if (model.measuring().runningProperty().get()) {
                model.measuring().cancel();
            } else {
                model.measure();
            }
            painting.request();
        });
        status.getStyleClass().add("muted");
        status.setMinWidth(0);
        model.measuring().wordsProperty().addListener(o -> painting.request());
        FlowPane bar = new FlowPane(
                LabelledChoice.of("compare:", model.overlayProperty(), Overlay::label, List.of(Overlay.values())),
                layers,
                LabelledChoice.of("images:", model.imagesProperty(), String::valueOf, SymmetryModel.IMAGES),
                measure,
                progress);
        bar.getStyleClass().add("view-toolbar");
        return new VBox(6, bar, status);
    }

    /** A network that stands still is measured as soon as it can be seen; one that trains when it is asked for. */
    private void measureIfNew() {
        if (!training.get() && model.isOtherNetwork()) {
            model.measure();
        }
    }

    private void plot() {
        boolean dark = lab.darkProperty().get();
        PolarFigure error = model.errors();
        errors.show(error, dark);
        accuracies.show(model.accuracies(), dark);
        errorNote.setText(
                model.subjectProperty().get().isPresent()
                        ? model.errorsOf() + ": 0 where the code turns with the image"
                        : "Measure draws here, for every angle, how far the code of a turned image is from the turned code.");
    }

    private void paint() {
        Optional<Obstacle> obstacle = model.obstacle();
        obstacle.map(Obstacle::title).ifPresent(lack::setTitle);
        lacking.offer(
                obstacle.map(Obstacle::words).orElse(""),
                Optional.ofNullable(lab.getShown()).flatMap(ShownNetwork::trainedOn));
        Presence.show(lack, obstacle.isPresent());
        for (Node part : List.of(tools, plots, comparison, why)) {
            Presence.show(part, obstacle.isEmpty());
        }
        if (obstacle.isPresent()) {
            return;
        }
        measureIfNew();
        int count = lab.getShown().spec().layers();
        if (layers.box().getItems().size() != count) {
            Integer kept = model.layerProperty().get();
            layers.box().getItems().setAll(IntStream.range(0, count).boxed().toList());
            model.layerProperty().set(kept);
        }
        status.setText(MeasuringWords.of(model, training.get()));
        boolean dark = lab.darkProperty().get();
        fit.apply();
        double room = getViewportBounds().getWidth() - 2 * 16 - 2 * 15;
        FiniteGroup group = turning.show(model, dark, room);
        explanation.show(codes.degreesProperty().get() % 360, group, dark);
        int images = Math.min(
                model.imagesProperty().get(),
                lab.getShown().data().map(d -> d.test().size()).orElse(0));
        accuracyNote.setText(
                model.subjectProperty().get().isPresent()
                        ? "How many of " + images + " turned test images"
                                + lab.getShown()
                                        .otherImages()
                                        .map(set -> " of " + set)
                                        .orElse("")
                                + " are named rightly"
                        : "Measure draws here, for every angle, how many turned images are named rightly.");
        Presence.show(
                left,
                lab.getShown().namesClasses() && lab.getShown().otherClasses().isEmpty());
        arrange();
    }
}
