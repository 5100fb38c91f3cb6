package org.whorl.ui.compare;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.whorl.figure.About;
import org.whorl.figure.FilterBank;
import org.whorl.figure.FilterBankFigure;
import org.whorl.figure.Layout;
import org.whorl.figure.Palette;
import org.whorl.figure.PolarFigure;
import org.whorl.figure.RowFigure;
import org.whorl.figure.Scaling;
import org.whorl.ui.lab.Lab;
import org.whorl.ui.part.Card;
import org.whorl.ui.picture.Choice;
import org.whorl.ui.picture.ExportMenu;
import org.whorl.ui.picture.Pictured;
import org.whorl.ui.picture.PolarPlot;
import org.whorl.ui.picture.Repainter;
import org.whorl.ui.symmetry.Measuring;

/** Two or three networks side by side: filters, numbers, curves, and accuracy by angle. */
public final class CompareView extends ScrollPane {
    private static final double GAP = 20;
    private static final double PADDING = 62;
    private static final double LEAST_BANK = 240;
    private static final double BANK_SHARE = 0.42;
    private static final double PLOT = 300;

    private final Lab lab;
    private final CompareModel model;
    private final List<Chooser> choosers = new ArrayList<>();
    private final List<BankColumn> columns = new ArrayList<>();
    private final HBox banks = new HBox(GAP);
    private final Choice<Integer> layers;
    private final NumbersGrid numbers = new NumbersGrid();
    private final CurvesCard curves;
    private final PolarPlot polar = new PolarPlot(5);
    private final Label measuredOn = new Label();
    private final Label status = new Label();
    private final Label problem = new Label();
    private final Label hint =
            new Label("Choose a network above, or two or three: from the gallery, from your runs, or a "
                    + "model file. Their filters, numbers and curves stand side by side here.");
    private final VBox cards;
    private final Repainter painting;
    private boolean begun;

    /**
     * @param runs where runs are kept
     * @param choices the file that remembers what was compared
     */
    public CompareView(Lab lab, Supplier<Path> runs, Path choices) {
        this.lab = lab;
        model = new CompareModel(
                lab,
                runs,
                choices,
                new Measuring(Platform::runLater),
                Executors.newSingleThreadExecutor(work -> {
                    Thread thread = new Thread(work, "whorl-compare");
                    thread.setDaemon(true);
                    return thread;
                }),
                Platform::runLater);
        layers = new Choice<>("layer:", model.layerProperty(), l -> "layer " + (l + 1));
        curves = new CurvesCard(model);
        getStyleClass().addAll("plain-scroll", "compare-view");
        getStylesheets()
                .add(Objects.requireNonNull(getClass().getResource("/org/whorl/ui/views.css"))
                        .toExternalForm());
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        for (int slot = 0; slot < CompareModel.SLOTS; slot++) {
            choosers.add(new Chooser(model, slot));
            columns.add(new BankColumn(lab, slot));
        }
        hint.setWrapText(true);
        hint.getStyleClass().add("muted");
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        problem.textProperty().bind(model.problemProperty());
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        FlowPane chooserRow = new FlowPane(20, 8);
        chooserRow.getChildren().addAll(choosers);
        GridPane plots = new GridPane();
        plots.setHgap(16);
        for (int i = 0; i < 2; i++) {
            var half = new javafx.scene.layout.ColumnConstraints();
            half.setPercentWidth(50);
            plots.getColumnConstraints().add(half);
        }
        plots.addRow(0, curves, polarCard());
        cards = new VBox(16, filtersCard(), new Card("Numbers", new Label(), numbers), plots);
        VBox content = new VBox(chooserRow, problem, hint, cards);
        content.getStyleClass().add("view-content");
        setContent(content);
        polar.setPlotSize(PLOT);
        painting = new Repainter(this, this::paint);
        painting.requestOn(
                model.changesProperty(),
                model.layerProperty(),
                model.layoutProperty(),
                model.scalingProperty(),
                model.quantityProperty(),
                model.measuring().changesProperty(),
                model.measuring().wordsProperty(),
                model.measuring().runningProperty(),
                lab.darkProperty(),
                viewportBoundsProperty());
        Pictured.origin(this, this::about);
        // While a network trains it changes all the time, but the images that are measured with do not.
        lab.shownProperty().addListener((o, was, is) -> {
            if (was == null
                    || was.data().isEmpty() != is.data().isEmpty()
                    || is.data().isPresent() && was.data().get() != is.data().get()) {
                painting.request();
            }
        });
        painting.request();
    }

    private Node filtersCard() {
        ExportMenu export = new ExportMenu(this::bankContent);
        HBox bar = new HBox(
                8,
                layers,
                Choice.of(
                        "",
                        model.layoutProperty(),
                        l -> l == Layout.ORBIT ? "orbits" : "paper grid",
                        List.of(Layout.values())),
                Choice.of(
                        "scale:",
                        model.scalingProperty(),
                        s -> s == Scaling.BANK ? "bank" : "filter",
                        List.of(Scaling.values())),
                export.message(),
                export);
        bar.getStyleClass().add("view-toolbar");
        return new Card("Filters", bar, banks);
    }

    private Node polarCard() {
        Button measure = new Button();
        measure.setId("measure-accuracy");
        measure.textProperty()
                .bind(Bindings.when(model.measuring().runningProperty())
                        .then("Cancel")
                        .otherwise("Measure"));
        measure.setOnAction(e -> {
            if (model.measuring().runningProperty().get()) {
                model.measuring().cancel();
            } else {
                model.measure();
            }
            painting.request();
        });
        ProgressBar progress = new ProgressBar();
        progress.setPrefWidth(90);
        progress.progressProperty().bind(model.measuring().progressProperty());
        progress.visibleProperty().bind(model.measuring().runningProperty());
        status.getStyleClass().add("muted");
        measuredOn.getStyleClass().add("muted");
        measuredOn.setWrapText(true);
        measuredOn.setMinHeight(USE_PREF_SIZE);
        ExportMenu export = new ExportMenu(this::polarContent);
        HBox beside = new HBox(8, export.message(), export);
        beside.getStyleClass().add("view-toolbar");
        HBox working = new HBox(8, measure, progress, status);
        working.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        working.getStyleClass().add("view-toolbar");
        return new Card("Accuracy of turned images", beside, new VBox(6, measuredOn, working, polar));
    }

    private void paint() {
        if (!begun) {
            begun = true;
            model.begin();
        }
        boolean dark = lab.darkProperty().get();
        choosers.forEach(c -> c.setDark(dark));
        List<Integer> slots = IntStream.range(0, CompareModel.SLOTS)
                .filter(i -> model.bySlot().get(i).isPresent())
                .boxed()
                .toList();
        hint.setVisible(slots.isEmpty());
        hint.setManaged(slots.isEmpty());
        cards.setVisible(!slots.isEmpty());
        cards.setManaged(!slots.isEmpty());
        if (slots.isEmpty()) {
            return;
        }
        if (layers.box().getItems().size() != model.layers()) {
            Integer kept = model.layerProperty().get();
            layers.box()
                    .getItems()
                    .setAll(IntStream.range(0, model.layers()).boxed().toList());
            model.layerProperty().set(kept);
        }
        paintBanks(slots, dark);
        numbers.show(model.contenders(), slots.stream().map(model::name).toList());
        curves.show(dark);
        polar.show(model.accuracies(), dark);
        measuredOn.setText(model.measuredOn());
        String words = model.measuring().wordsProperty().get();
        String wrong = model.measuring().problemProperty().get();
        status.setText(!words.isEmpty() ? words.replace("measuring ", "") : wrong);
    }

    private void paintBanks(List<Integer> slots, boolean dark) {
        List<BankColumn> shown = slots.stream().map(columns::get).toList();
        if (!banks.getChildren().equals(shown)) {
            banks.getChildren().setAll(shown);
        }
        double room = getViewportBounds().getWidth() - PADDING - (slots.size() - 1) * GAP;
        double height = Math.max(LEAST_BANK, BANK_SHARE * getViewportBounds().getHeight());
        for (int slot : slots) {
            columns.get(slot)
                    .show(
                            model.bySlot().get(slot).orElseThrow(),
                            model.name(slot),
                            model.layerProperty().get(),
                            model.layoutProperty().get(),
                            model.scalingProperty().get(),
                            dark,
                            room / slots.size(),
                            height);
        }
    }

    private Optional<ExportMenu.Content> bankContent() {
        List<RowFigure.Part> parts = new ArrayList<>();
        int layer = model.layerProperty().get();
        for (int slot = 0; slot < CompareModel.SLOTS; slot++) {
            int at = slot;
            model.bySlot().get(slot).ifPresent(contender -> {
                FilterBank bank = FilterBank.of(contender.model().parameters(), layer);
                parts.add(new RowFigure.Part(
                        model.name(at),
                        FilterBankFigure.of(
                                bank,
                                model.name(at),
                                BankColumn.layoutOf(bank, model.layoutProperty().get()),
                                model.scalingProperty().get(),
                                Palette.BLUE_ORANGE)));
            });
        }
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new ExportMenu.Content(
                        "filters-compared-layer" + (layer + 1),
                        new RowFigure(
                                "Filters of layer " + (layer + 1),
                                String.join(
                                                ", ",
                                                parts.stream()
                                                        .map(RowFigure.Part::head)
                                                        .toList()) + ", side by side.",
                                parts),
                        about(),
                        Optional.empty()));
    }

    private Optional<ExportMenu.Content> polarContent() {
        PolarFigure figure = model.accuracies().withLegend();
        return model.accuracyCsv()
                .map(csv -> new ExportMenu.Content(
                        "accuracy-by-angle-compared",
                        figure,
                        about(),
                        Optional.empty(),
                        Optional.of(file -> Files.writeString(file, csv))));
    }

    /** What an exported picture says of the networks. */
    private Map<String, String> about() {
        Map<String, String> about = new LinkedHashMap<>();
        about.putAll(About.program());
        for (int slot = 0; slot < CompareModel.SLOTS; slot++) {
            char letter = (char) ('A' + slot);
            model.bySlot().get(slot).ifPresent(c -> About.of(
                            c.source().label(), c.spec(), c.model().provenance())
                    .forEach((keyword, value) -> {
                        if (!about.containsKey(keyword)) {
                            about.put(keyword + " " + letter, value);
                        }
                    }));
        }
        return about;
    }
}
