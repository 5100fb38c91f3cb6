package org.whorl.ui.view.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.whorl.figure.CurveFigure.Mark;
import org.whorl.network.Objective;
import org.whorl.ui.chart.ChartSeries;
import org.whorl.ui.chart.CurveCard;
import org.whorl.ui.chart.EpochWindow;
import org.whorl.ui.chart.Ink;
import org.whorl.ui.model.run.Curve;
import org.whorl.ui.model.run.Curves;

/** The charts of a run: loss, form, accuracy, and what the optimiser does. All show the same epochs. */
final class RunCharts {
    private static final double OPTIMISER_SHARE = 0.8;
    private static final double GAP = 16;

    private final EpochWindow window = new EpochWindow();
    private final CurveCard loss;
    private final CurveCard form;
    private final CurveCard accuracy;
    private final CurveCard psnr;
    private final CurveCard rate;
    private final CurveCard gradient;
    private final CurveCard updates;
    private final CurveCard gradients;
    private final List<CurveCard> all;
    private final VBox beside;
    private final GridPane results;
    private boolean wide = true;
    private Objective objective = Objective.CLASSIFY;
    private final GridPane optimiser;

    RunCharts(Supplier<Map<String, String>> provenance) {
        loss = new CurveCard("Loss", false, window, provenance);
        form = new CurveCard("Form of filters", false, window, provenance);
        form.logSwitch().setSelected(false);
        accuracy = new CurveCard("Accuracy", true, window, provenance);
        psnr = new CurveCard("PSNR of reconstructions, dB", false, window, provenance);
        psnr.logSwitch().setSelected(false);
        rate = new CurveCard("Learning rate", false, window, provenance);
        gradient = new CurveCard("Gradient norm", false, window, provenance);
        updates = new CurveCard("Update : parameter", false, window, provenance);
        gradients = new CurveCard("Gradient norm of filters", false, window, provenance);
        all = List.of(loss, form, accuracy, psnr, rate, gradient, updates, gradients);
        beside = new VBox(GAP, loss, form);
        results = grid();
        optimiser = grid();
        arrange();
    }

    private static GridPane grid() {
        GridPane grid = new GridPane();
        grid.setHgap(GAP);
        grid.setVgap(GAP);
        return grid;
    }

    EpochWindow window() {
        return window;
    }

    /** What stands beside the filters as they form: the loss, and how far they have form. */
    Region beside() {
        return beside;
    }

    /** How wide that has to be for both heads to be whole. */
    double besideWidth() {
        return Math.max(loss.leastWidth(), form.leastWidth());
    }

    /** Accuracy, PSNR, or both. */
    Node results() {
        return results;
    }

    /** Learning rate, gradients and updates. */
    Node optimiser() {
        return optimiser;
    }

    CurveCard loss() {
        return loss;
    }

    CurveCard accuracy() {
        return accuracy;
    }

    List<CurveCard> cards() {
        return all;
    }

    /** Two charts side by side, or one above the other where two heads do not fit side by side. */
    void arrange(double width) {
        boolean nowWide = width
                >= 2 * all.stream().mapToDouble(CurveCard::leastWidth).max().orElse(0) + GAP;
        if (nowWide != wide) {
            wide = nowWide;
            arrange();
        }
    }

    /** Shows what a run of this objective measures: accuracy, PSNR, or both. */
    void show(Objective now) {
        if (!now.equals(objective)) {
            objective = now;
            arrange();
        }
    }

    private void arrange() {
        List<CurveCard> shown = new ArrayList<>();
        if (objective.classify() > 0) {
            shown.add(accuracy);
        }
        if (objective.reconstruct() > 0) {
            shown.add(psnr);
        }
        place(results, shown, wide);
        place(optimiser, List.of(rate, gradient, updates, gradients), wide);
    }

    private static void place(GridPane grid, List<CurveCard> cards, boolean wide) {
        // What is taken out and put back is styled and laid out anew.
        if (!grid.getChildren().equals(cards)) {
            grid.getChildren().setAll(cards);
        }
        grid.getColumnConstraints().clear();
        int columns = wide ? Math.min(2, cards.size()) : 1;
        for (int column = 0; column < columns; column++) {
            ColumnConstraints equal = new ColumnConstraints();
            equal.setPercentWidth(100.0 / columns);
            grid.getColumnConstraints().add(equal);
        }
        for (int i = 0; i < cards.size(); i++) {
            GridPane.setConstraints(cards.get(i), i % columns, i / columns);
            GridPane.setHgrow(cards.get(i), Priority.ALWAYS);
        }
    }

    void setChartHeight(double height) {
        for (CurveCard card : all) {
            boolean result = card == loss || card == form || card == accuracy || card == psnr;
            card.setChartHeight(result ? height : OPTIMISER_SHARE * height);
        }
    }

    /** Says in each chart why it is empty. */
    void setHint(String words) {
        all.forEach(card -> card.setHint(words));
    }

    void setDark(boolean dark) {
        all.forEach(card -> card.setDark(dark));
    }

    /**
     * Shows the curves of a run, or none.
     *
     * @param card which of them
     */
    void draw(CurveCard card, Optional<Curves> curves) {
        List<Mark> marks = curves.map(Curves::marks).orElse(List.of());
        Curves c = curves.orElseGet(Curves::new);
        if (card == loss) {
            card.show(trainAndTest(c, c.trainLoss(), c.testLoss()), marks);
        } else if (card == form) {
            card.show(List.of(new ChartSeries("median coherence", c.form(), Ink.TRAIN, false, false)), marks);
        } else if (card == accuracy) {
            card.show(trainAndTest(c, c.trainAccuracy(), c.testAccuracy()), marks);
        } else if (card == psnr) {
            card.show(List.of(new ChartSeries("test", c.testPsnr(), Ink.TEST, false, true)), marks);
        } else if (card == rate) {
            card.show(List.of(new ChartSeries("rate", c.learningRate(), Ink.TRAIN, false, false)), marks);
        } else if (card == gradient) {
            card.show(
                    List.of(ChartSeries.ofSteps("all parameters, before clipping", c.gradientNorm(), Ink.TRAIN)),
                    marks);
        } else {
            card.show(layers(card == updates ? c.updateRatios() : c.gradientNorms()), marks);
        }
    }

    private static List<ChartSeries> trainAndTest(Curves curves, Curve train, Curve test) {
        String name = curves.ofEpochs() ? "train, mean of each epoch" : "train";
        return List.of(
                ChartSeries.ofSteps(name, train, Ink.TRAIN), new ChartSeries("test", test, Ink.TEST, false, true));
    }

    private static List<ChartSeries> layers(List<Curve> curves) {
        List<ChartSeries> series = new ArrayList<>();
        for (int l = 0; l < curves.size(); l++) {
            String name = curves.size() == 1 ? "all layers" : "layer " + (l + 1);
            // Many raw curves hide one another.
            series.add(new ChartSeries(name, curves.get(l), Ink.ofLayer(l, curves.size()), curves.size() == 1, false));
        }
        return series;
    }
}
