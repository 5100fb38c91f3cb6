package org.whorl.ui.codes;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.whorl.network.Trace;
import org.whorl.ui.lab.Lab;

/** How sparse one layer's code is, as a histogram with the threshold in it, and the objective from layer to layer. */
final class CodeCharts extends HBox {
    private final Label histogramTitle = new Label();
    private final HistogramChart histogram = new HistogramChart();
    private final ObjectiveChart objective;

    CodeCharts(Lab lab) {
        objective = new ObjectiveChart(lab);
        getStyleClass().add("code-charts");
        Label legend = new Label("— ½‖x−Wu‖² + λ‖u‖₁");
        legend.getStyleClass().add("legend-first");
        Label dashed = new Label("- - ½‖x−Wu‖²");
        dashed.getStyleClass().add("legend-second");
        HBox names = new HBox(10, legend, dashed);
        histogramTitle.setMinWidth(0);
        names.setMinWidth(0);
        getChildren().addAll(titled(histogramTitle, histogram), titled(names, objective));
    }

    private static Node titled(Region title, Region chart) {
        VBox box = new VBox(4, title, chart);
        box.setMinWidth(0);
        box.setPrefWidth(100);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    /** Shows all layers' objectives and one layer's histogram. */
    void show(Trace trace, int layer) {
        Trace.Layer held = trace.layers().get(layer);
        histogramTitle.setText("Layer " + (layer + 1) + ": v + α·a, threshold " + InsideAccount.thresholds(held));
        histogram.show(held, layer);
        objective.show(trace, layer);
    }
}
