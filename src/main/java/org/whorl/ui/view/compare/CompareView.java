package org.whorl.ui.view.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import org.whorl.data.DatasetInfo;
import org.whorl.figure.About;
import org.whorl.training.TrainingSnapshot;
import org.whorl.training.TrainingState;
import org.whorl.ui.control.Card;
import org.whorl.ui.export.Exportable;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.ShownNetwork;
import org.whorl.ui.model.data.SelectedDataset;
import org.whorl.ui.model.run.ModelSource;
import org.whorl.ui.model.run.RunController;
import org.whorl.ui.model.symmetry.SymmetryMeasurements;
import org.whorl.ui.task.BackgroundJob;
import org.whorl.ui.task.Repainter;

/** Two or three networks side by side: filters, numbers, curves, and accuracy by angle. The run in the window can be one of them. */
public final class CompareView extends ScrollPane {
    private static final double PADDING = 62;
    private static final double MARGIN = 16;
    private static final double GAP = 16;
    private static final double LEAST_BANK = 240;
    private static final double BANK_SHARE = 0.6;

    private final LabState lab;
    private final RunController runs;
    private final Contenders contenders;
    private final List<Chooser> choosers = new ArrayList<>();
    private final BanksCard banks;
    private final NumbersGrid numbers = new NumbersGrid();
    private final CurvesCard curves;
    private final AccuracyCard accuracy;
    private final Label problem = new Label();
    private final Label hint = new Label(
            "Choose a network above, or two or three: the run in the window, from the gallery, from your runs, or a "
                    + "model file. Their filters, numbers and curves stand side by side here.");
    private final GridPane plots = new GridPane();
    private final VBox cards;
    private boolean begun;

    /**
     * A view.
     *
     * @param runs has the run in the window
     * @param runsFolder where runs are kept
     * @param choices the file that remembers what was compared
     * @param reader reads images to measure with
     * @param sets that there are
     * @param complain told why that file was put aside, where it was
     */
    public CompareView(
            LabState lab,
            RunController runs,
            Supplier<Path> runsFolder,
            Path choices,
            SelectedDataset reader,
            ReadOnlyObjectProperty<List<DatasetInfo>> sets,
            Consumer<String> complain) {
        this.lab = lab;
        this.runs = runs;
        contenders = new Contenders(
                runsFolder, runs::now, choices, BackgroundJob.thread("whorl-compare"), Platform::runLater);
        contenders.recall(complain);
        SymmetryMeasurements measuring = new SymmetryMeasurements(Platform::runLater);
        MeasuringImages images = new MeasuringImages(lab, contenders, reader, sets::get);
        CompareModel model = new CompareModel(contenders, measuring, images);
        banks = new BanksCard(lab, model, this::about);
        curves = new CurvesCard(model);
        accuracy = new AccuracyCard(model.accuracies(), this::about);
        getStyleClass().addAll("plain-scroll", "compare-view");
        getStylesheets()
                .add(Objects.requireNonNull(getClass().getResource("/org/whorl/ui/views.css"))
                        .toExternalForm());
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        for (int slot = 0; slot < Contenders.SLOTS; slot++) {
            choosers.add(new Chooser(contenders, slot));
        }
        hint.setWrapText(true);
        hint.getStyleClass().add("muted");
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        problem.textProperty().bind(contenders.problemProperty());
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        FlowPane chooserRow = new FlowPane(20, 8);
        chooserRow.getChildren().addAll(choosers);
        plots.setHgap(GAP);
        plots.setVgap(GAP);
        plots.getChildren().addAll(curves, accuracy);
        cards = new VBox(16, banks, new Card("Numbers", new Label(), numbers), plots);
        VBox content = new VBox(chooserRow, problem, hint, cards);
        content.getStyleClass().add("view-content");
        setContent(content);
        Repainter painting = new Repainter(this, this::paint);
        painting.requestOn(
                contenders.changesProperty(),
                model.layerProperty(),
                model.layoutProperty(),
                model.scalingProperty(),
                model.quantityProperty(),
                measuring.changesProperty(),
                measuring.wordsProperty(),
                measuring.runningProperty(),
                images.readingProperty(),
                images.problemProperty(),
                sets,
                lab.darkProperty(),
                viewportBoundsProperty());
        painting.requestOn(banks.room());
        Exportable.origin(this, this::about);
        // While a network trains it changes all the time, but the images that are measured with do not.
        lab.shownProperty().addListener((o, was, is) -> {
            if (was == null
                    || was.data().isEmpty() != is.data().isEmpty()
                    || is.data().isPresent() && was.data().get() != is.data().get()) {
                painting.request();
            }
        });
        painting.request();
        // The run in the window is compared as it was after its last epoch, or wherever it waits.
        Repainter taking = new Repainter(this, contenders::takeFromWindow);
        runs.snapshotProperty().addListener((o, was, is) -> {
            if (was.isEmpty() || is.isEmpty() || isFurther(was.get(), is.get())) {
                taking.request();
            }
        });
    }

    private static boolean isFurther(TrainingSnapshot was, TrainingSnapshot is) {
        return was.epoch() != is.epoch()
                || was.state() != is.state()
                || is.state() != TrainingState.RUNNING && was.step() != is.step();
    }

    /** Compares these, and nothing else. */
    public void compare(List<ModelSource> networks) {
        begun = true;
        contenders.choose(networks.stream().map(Source::of).toList());
    }

    /** Where the network that is shown comes from, as far as it is known here. */
    private Optional<Source> shown() {
        if (runs.shown().isInWindow()) {
            return Optional.of(Source.WINDOW);
        }
        Optional<Source> kept = runs.shown()
                .kept()
                .map(run -> new Source(Source.Kind.RUN, run.folder().toString()));
        return kept.or(() ->
                Optional.ofNullable(lab.getShown()).map(network -> new Source(Source.Kind.GALLERY, network.title())));
    }

    private void paint() {
        if (!begun) {
            begun = true;
            contenders.begin(shown(), Optional.ofNullable(lab.getShown()).flatMap(ShownNetwork::trainedOn));
        }
        boolean dark = lab.darkProperty().get();
        choosers.forEach(c -> c.setDark(dark));
        List<Integer> slots = contenders.read();
        hint.setVisible(slots.isEmpty());
        hint.setManaged(slots.isEmpty());
        cards.setVisible(!slots.isEmpty());
        cards.setManaged(!slots.isEmpty());
        if (slots.isEmpty()) {
            return;
        }
        banks.show(
                dark,
                getViewportBounds().getWidth() - PADDING,
                Math.max(LEAST_BANK, BANK_SHARE * getViewportBounds().getHeight()));
        numbers.show(contenders.all(), slots.stream().map(contenders::name).toList());
        curves.show(dark);
        arrange();
        accuracy.show(dark, (getViewportBounds().getWidth() - 2 * MARGIN - GAP) / 2);
    }

    /** Curves beside accuracies; a sentence in their place takes a line above, not half of the view. */
    private void arrange() {
        boolean two = !curves.isEmpty();
        plots.getColumnConstraints().clear();
        for (int i = 0; i < (two ? 2 : 1); i++) {
            ColumnConstraints share = new ColumnConstraints();
            share.setPercentWidth(two ? 50 : 100);
            plots.getColumnConstraints().add(share);
        }
        GridPane.setConstraints(curves, 0, 0);
        GridPane.setConstraints(accuracy, two ? 1 : 0, two ? 0 : 1);
    }

    /** What an exported picture says of the networks. */
    private Map<String, String> about() {
        Map<String, String> about = new LinkedHashMap<>();
        about.putAll(About.program());
        for (int slot : contenders.read()) {
            Contender contender = contenders.at(slot).orElseThrow();
            About.of(
                            contender.source().label(),
                            contender.spec(),
                            contender.model().provenance())
                    .forEach((keyword, value) -> {
                        if (!about.containsKey(keyword)) {
                            about.put(keyword + " " + (char) ('A' + slot), value);
                        }
                    });
        }
        return about;
    }
}
