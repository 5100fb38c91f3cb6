package org.whorl.ui.view.codes;

import java.util.stream.IntStream;
import javafx.collections.SetChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.whorl.network.NetworkSpec;
import org.whorl.network.Normalization;
import org.whorl.network.Trace;
import org.whorl.ui.model.LabState;

/** How sparse one layer's code is, as a histogram with the threshold in it, and the objective from layer to layer. */
final class CodeCharts extends GridPane {
    private static final PseudoClass BESIDE = PseudoClass.getPseudoClass("beside");
    private static final PseudoClass POINTED_OUT = PseudoClass.getPseudoClass("pointed-out");
    private static final double BETWEEN = 24;

    private final Label histogramTitle = new Label();
    private final HistogramChart histogram = new HistogramChart();
    private final ObjectiveChart objective;
    private final Label note = new Label();
    private final Region sparse;
    private final Region good;
    private boolean stacked;
    private boolean pointedOut;

    CodeCharts(LabState lab) {
        objective = new ObjectiveChart(lab);
        getStyleClass().add("code-charts");
        histogramTitle.setWrapText(true);
        histogramTitle.setMinSize(0, USE_PREF_SIZE);
        note.getStyleClass().addAll("muted", "objective-note");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        note.managedProperty().bind(note.visibleProperty());
        good = part(objective, note);
        good.setId("objective-chart");
        good.getStyleClass().add("objective-part");
        sparse = part(histogramTitle, histogram);
        setHgap(BETWEEN);
        setVgap(BETWEEN);
        place();
    }

    private static Region part(Region above, Region below) {
        VBox box = new VBox(4, above, below);
        box.setMinWidth(0);
        box.setPrefWidth(100);
        setHgrow(box, Priority.ALWAYS);
        return box;
    }

    /** Lets the charts stand under one another, or beside one another as they do at first. */
    void stack(boolean wanted) {
        if (stacked != wanted) {
            stacked = wanted;
            pseudoClassStateChanged(BESIDE, stacked);
            place();
        }
    }

    /** Calls back whenever a lesson begins or ends to speak of the objective. */
    void whenPointedOut(Runnable changed) {
        good.getPseudoClassStates().addListener((SetChangeListener<PseudoClass>) change -> {
            boolean is = isPointedOut();
            if (pointedOut != is) {
                pointedOut = is;
                changed.run();
            }
        });
    }

    /** Whether a lesson speaks of the objective, so that it must be seen. */
    boolean isPointedOut() {
        return good.getPseudoClassStates().contains(POINTED_OUT);
    }

    private void place() {
        getChildren().clear();
        add(sparse, 0, 0);
        add(good, stacked ? 0 : 1, stacked ? 1 : 0);
    }

    /** What they take beside one another. */
    double heightBesideOneAnother(double width) {
        double each = (width - getInsets().getLeft() - getInsets().getRight() - BETWEEN) / 2;
        return getInsets().getTop()
                + Math.max(sparse.prefHeight(each), good.prefHeight(each))
                + getInsets().getBottom();
    }

    /** Why the objective does not fall from layer to layer, in a sentence; empty where it does. */
    static String note(Trace trace, NetworkSpec spec) {
        boolean falls = IntStream.range(1, trace.layers().size())
                .allMatch(l -> trace.layers().get(l).objective()
                        <= trace.layers().get(l - 1).objective());
        if (falls) {
            return "";
        }
        String trained =
                spec.objective().reconstructs() ? "" : "It was trained to name classes, not to make this small";
        String norms = spec.norm() == Normalization.NONE ? "" : "norms between its layers change the code’s scale";
        String why = trained + (trained.isEmpty() || norms.isEmpty() ? "" : ", and ") + norms;
        return why.isEmpty()
                ? "It need not fall with a step above 1/σ_max."
                : Character.toUpperCase(why.charAt(0)) + why.substring(1) + ".";
    }

    /** Shows all layers' objectives and one layer's histogram. */
    void show(Trace trace, NetworkSpec spec, int layer, boolean dark) {
        note.setText(note(trace, spec));
        note.setVisible(!note.getText().isEmpty());
        Trace.Layer held = trace.layers().get(layer);
        histogramTitle.setText("Layer " + (layer + 1) + ": v + α·a, threshold " + InsideAccount.thresholds(held));
        histogram.show(held, layer, dark);
        objective.show(trace, layer, dark);
    }
}
