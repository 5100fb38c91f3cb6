package org.whorl.ui.view.codes;

import java.util.Locale;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

import org.whorl.figure.HistogramFigure;
import org.whorl.figure.Numbers;
import org.whorl.insight.Histogram;
import org.whorl.network.Trace;
import org.whorl.ui.export.ExportMenu;
import org.whorl.ui.export.Exportable;

/**
 * How often the values before the threshold occur, in the accent colour those that it leaves; dashed lines stand at the threshold. Both
 * axes are logarithmic away from zero, since most of a sparse code is zero.
 */
final class HistogramChart extends Region {
    private static final int BINS = 81;
    static final double HEIGHT = 104;
    private static final double AXIS = 18;

    private final Path all = new Path();
    private final Path active = new Path();
    private final Line ground = new Line();
    private final Line[] thresholds = {new Line(), new Line()};
    private final Label low = new Label();
    private final Label zero = new Label("0");
    private final Label high = new Label();
    private Histogram before;
    private Histogram left;
    private double threshold;
    private boolean signed;

    HistogramChart() {
        getStyleClass().add("small-chart");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        all.getStyleClass().add("histogram-all");
        active.getStyleClass().add("histogram-active");
        ground.getStyleClass().add("axis-line");
        for (Line line : thresholds) {
            line.getStyleClass().add("threshold-line");
        }
        for (Label label : new Label[] {low, zero, high}) {
            label.getStyleClass().add("muted");
        }
        getChildren().addAll(all, active, ground, thresholds[0], thresholds[1], low, zero, high);
        setMinWidth(0);
        Exportable.by(
                this,
                () -> before == null
                        ? Optional.empty()
                        : Optional.of(new ExportMenu.Content(
                                "histogram",
                                new HistogramFigure(
                                        "Values before the threshold",
                                        getAccessibleText(),
                                        before,
                                        left,
                                        threshold,
                                        signed))));
    }

    /** Shows a layer. */
    void show(Trace.Layer held, int layer) {
        double least = 0;
        double greatest = 0;
        for (float value : held.preThreshold()) {
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }
        threshold = 0;
        for (float t : held.threshold()) {
            threshold += t / held.threshold().length;
        }
        signed = false;
        for (float value : held.code()) {
            signed |= value < 0;
        }
        double peak = Math.max(Math.max(-least, greatest), 1e-9);
        double unit = threshold > 0 ? threshold : peak / 100;
        greatest = Math.max(greatest, 2 * unit);
        least = Math.min(least, -2 * unit);
        before = Histogram.of(held.preThreshold(), null, unit, least, greatest, BINS);
        left = Histogram.of(held.preThreshold(), held.code(), unit, least, greatest, BINS);
        low.setText(Numbers.format(least));
        high.setText(Numbers.format(greatest));
        setAccessibleText(String.format(
                Locale.ROOT,
                "Layer %d: values before the threshold lie between %s and %s; the threshold is %s on average and leaves"
                        + " %.1f percent.",
                layer + 1,
                Numbers.format(least),
                Numbers.format(greatest),
                Numbers.format(threshold),
                100 * held.activeFraction()));
        requestLayout();
    }

    /** What is shown of all values. */
    Histogram before() {
        return before;
    }

    /** What is shown of those that the threshold leaves. */
    Histogram left() {
        return left;
    }

    @Override
    protected void layoutChildren() {
        if (before == null) {
            return;
        }
        double width = getWidth();
        double bottom = getHeight() - AXIS;
        double peak = Math.log1p(before.peak());
        draw(all, before, width, bottom, peak);
        draw(active, left, width, bottom, peak);
        place(ground, 0, bottom, width, bottom);
        place(thresholds[0], before.share(threshold) * width, 0, before.share(threshold) * width, bottom);
        place(thresholds[1], before.share(-threshold) * width, 0, before.share(-threshold) * width, bottom);
        thresholds[1].setVisible(signed);
        for (Label label : new Label[] {low, zero, high}) {
            label.autosize();
        }
        double centre = before.share(0) * width;
        low.relocate(0, bottom + 2);
        high.relocate(width - high.getWidth(), bottom + 2);
        zero.relocate(centre - zero.getWidth() / 2, bottom + 2);
        low.setVisible(centre - zero.getWidth() / 2 - low.getWidth() > 4);
        high.setVisible(width - centre - zero.getWidth() / 2 - high.getWidth() > 4);
    }

    private static void draw(Path path, Histogram histogram, double width, double bottom, double peak) {
        path.getElements().clear();
        int bins = histogram.counts().size();
        path.getElements().add(new MoveTo(0, bottom));
        for (int i = 0; i < bins; i++) {
            double y = bottom - (peak == 0 ? 0 : Math.log1p(histogram.counts().get(i)) / peak * (bottom - 2));
            path.getElements().add(new LineTo(i * width / bins, y));
            path.getElements().add(new LineTo((i + 1) * width / bins, y));
        }
        path.getElements().addAll(new LineTo(width, bottom), new ClosePath());
    }

    private static void place(Line line, double x1, double y1, double x2, double y2) {
        line.setStartX(x1);
        line.setStartY(y1);
        line.setEndX(x2);
        line.setEndY(y2);
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected double computeMinHeight(double width) {
        return HEIGHT;
    }
}
