package org.whorl.ui.training;

import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.whorl.training.TrainingSnapshot;
import org.whorl.ui.lab.Lab;
import org.whorl.ui.part.Card;
import org.whorl.ui.part.Paced;
import org.whorl.ui.run.Curve;
import org.whorl.ui.run.Curves;
import org.whorl.ui.run.Runs;

/** Loss and accuracy, the filters as they form, and how sparse the codes are. */
public final class TrainingView extends ScrollPane {
    /** Charts cost most of what the window costs: five times a second is smooth enough for a curve. */
    private static final Duration PACE = Duration.millis(200);

    private static final Duration BANK_PACE = Duration.millis(500);

    private static final double NARROW = 560;
    private static final double LOWEST_CHART = 170;
    private static final double HIGHEST_CHART = 280;
    private static final double CHART_SHARE = 0.31;

    private final Lab lab;
    private final Runs runs;
    private final CurveCard loss = new CurveCard("Loss", false);
    private final CurveCard accuracy = new CurveCard("Accuracy", true);
    private final GridPane charts = new GridPane();
    private final FormingFilters filters;
    private final ActiveCodes active = new ActiveCodes();
    private final ActiveShares measured;
    private final Card activeCard;

    /**
     * @param visible whether this view can be seen now
     */
    public TrainingView(Lab lab, Runs runs, ObservableBooleanValue visible) {
        this.lab = lab;
        this.runs = runs;
        filters = new FormingFilters(lab);
        getStyleClass().add("plain-scroll");
        setFitToWidth(true);
        Label note = new Label("share of non-zeros in each layer’s code");
        note.getStyleClass().add("muted");
        Node forming = new Card("Filters, forming", filters.scaleLabel(), filters);
        activeCard = new Card("Active codes", note, active);
        charts.setHgap(16);
        charts.setVgap(16);
        VBox content = new VBox(charts, forming, activeCard);
        content.getStyleClass().add("view-content");
        setContent(content);
        content.widthProperty().addListener((o, old, now) -> arrange(now.doubleValue() > NARROW));
        arrange(true);
        heightProperty().addListener((o, old, now) -> {
            double height = Math.max(LOWEST_CHART, Math.min(HIGHEST_CHART, CHART_SHARE * now.doubleValue()));
            loss.setChartHeight(height);
            accuracy.setChartHeight(height);
        });

        Paced curves = new Paced(PACE, visible, this::drawCurves);
        runs.changesProperty().addListener(o -> curves.request());
        Paced banks = new Paced(BANK_PACE, visible, this::drawFilters);
        lab.shownProperty().addListener(o -> banks.request());
        lab.darkProperty().addListener((o, old, now) -> setDark(now));
        measured = new ActiveShares(active::show);
        setDark(lab.darkProperty().get());
        curves.request();
        banks.request();
    }

    /** Two charts side by side, or one above the other where it is narrow. */
    private void arrange(boolean wide) {
        charts.getChildren().setAll(List.of());
        charts.add(loss, 0, 0);
        charts.add(accuracy, wide ? 1 : 0, wide ? 0 : 1);
        for (Node chart : List.of(loss, accuracy)) {
            GridPane.setHgrow(chart, Priority.ALWAYS);
        }
    }

    private void setDark(boolean dark) {
        loss.setDark(dark);
        accuracy.setDark(dark);
    }

    private void drawCurves() {
        if (runs.curves().isPresent()) {
            Curves curves = runs.curves().get();
            double epochs = runs.plan().orElseThrow().training().epochs();
            loss.show(curves.trainLoss(), curves.testLoss(), epochs);
            accuracy.show(curves.trainAccuracy(), curves.testAccuracy(), epochs);
        } else {
            loss.show(new Curve(0), new Curve(0), 10);
            accuracy.show(new Curve(0), new Curve(0), 10);
        }
        List<Double> shares = runs.snapshotProperty()
                .get()
                .map(TrainingSnapshot::activeFractions)
                .orElse(List.of());
        if (!shares.isEmpty()) {
            active.show(shares);
        }
    }

    private void drawFilters() {
        if (lab.getShown() == null) {
            return;
        }
        filters.show(lab.getShown());
        boolean trains = runs.snapshotProperty()
                .get()
                .map(s -> !s.activeFractions().isEmpty())
                .orElse(false);
        if (!trains) {
            measured.measure(lab.getShown());
        }
    }

    /** Whether the loss is drawn by its logarithm. */
    public void setLogLoss(boolean log) {
        loss.logSwitch().setSelected(log);
    }

    public boolean isLogLoss() {
        return loss.logSwitch().isSelected();
    }
}
