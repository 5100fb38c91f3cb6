package org.whorl.ui.view.compare;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.whorl.figure.PolarFigure;
import org.whorl.ui.control.Card;
import org.whorl.ui.control.PolarPlot;
import org.whorl.ui.export.ExportMenu;
import org.whorl.ui.model.symmetry.SymmetryMeasurements;

/** The accuracy of all networks by angle, measured when asked to. */
final class AccuracyCard extends VBox {
    private static final double LARGEST = 300;
    private static final double LEAST = 200;
    /** What a card needs around what is in it. */
    private static final double AROUND = 32;

    private final Accuracies accuracies;
    private final Supplier<Map<String, String>> about;
    private final PolarPlot polar = new PolarPlot(5);
    private final Label measuredOn = new Label();
    private final Label status = new Label();
    private final Button measure = new Button();
    private final ExportMenu export = new ExportMenu(this::content);

    /**
     * A card.
     *
     * @param about what an exported picture says of the networks
     */
    AccuracyCard(Accuracies accuracies, Supplier<Map<String, String>> about) {
        this.accuracies = accuracies;
        this.about = about;
        SymmetryMeasurements measuring = accuracies.measuring();
        measure.setId("measure-accuracy");
        BooleanBinding busy = measuring
                .runningProperty()
                .or(accuracies.images().readingProperty().isNotEmpty());
        measure.textProperty().bind(Bindings.when(busy).then("Cancel").otherwise("Measure"));
        measure.setOnAction(e -> {
            if (busy.get()) {
                accuracies.cancel();
            } else {
                accuracies.measure();
            }
        });
        ProgressBar progress = new ProgressBar();
        progress.setPrefWidth(90);
        progress.progressProperty().bind(measuring.progressProperty());
        progress.visibleProperty().bind(measuring.runningProperty());
        status.getStyleClass().add("muted");
        measuredOn.getStyleClass().add("muted");
        measuredOn.setWrapText(true);
        measuredOn.setMinHeight(USE_PREF_SIZE);
        export.setMinWidth(USE_PREF_SIZE);
        HBox beside = new HBox(8, export.message(), export);
        beside.getStyleClass().add("view-toolbar");
        HBox working = new HBox(8, measure, progress, status);
        working.setAlignment(Pos.CENTER_LEFT);
        working.getStyleClass().add("view-toolbar");
        Card card = new Card("Accuracy by angle", beside, new VBox(6, measuredOn, working, polar));
        VBox.setVgrow(card, Priority.ALWAYS);
        getChildren().add(card);
    }

    /**
     * Draws what there is now.
     *
     * @param width there is for the card
     */
    void show(boolean dark, double width) {
        polar.setPlotSize(Math.max(LEAST, Math.min(LARGEST, Math.floor(width - AROUND))));
        SymmetryMeasurements measuring = accuracies.measuring();
        polar.show(accuracies.figure(), dark);
        measuredOn.setText(accuracies.words());
        measure.setDisable(accuracies.images().best().isEmpty());
        export.setDisable(accuracies.csv().isEmpty());
        status.setText(Stream.of(
                        accuracies.images().readingProperty().get(),
                        measuring.wordsProperty().get().replace("measuring ", ""),
                        accuracies.images().problemProperty().get(),
                        measuring.problemProperty().get())
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse(""));
    }

    private Optional<ExportMenu.Content> content() {
        PolarFigure figure = accuracies.figure().withLegend();
        return accuracies
                .csv()
                .map(csv -> new ExportMenu.Content(
                        "accuracy-by-angle-compared",
                        figure,
                        about.get(),
                        Optional.empty(),
                        Optional.of(out -> out.write(csv.getBytes(StandardCharsets.UTF_8)))));
    }
}
