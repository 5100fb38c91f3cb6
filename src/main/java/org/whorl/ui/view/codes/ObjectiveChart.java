package org.whorl.ui.view.codes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;

import org.whorl.figure.Numbers;
import org.whorl.figure.ObjectiveFigure;
import org.whorl.network.Trace;
import org.whorl.ui.export.ExportMenu;
import org.whorl.ui.export.Exportable;
import org.whorl.ui.model.FilterSelection;
import org.whorl.ui.model.LabState;

/** The objective ½‖x−Wu‖² + λ‖u‖₁ from layer to layer, on a logarithmic axis, and dashed its first part. A click goes to a layer. */
final class ObjectiveChart extends Region {
    private static final double AXIS = 18;
    private static final double TOP = 20;
    private static final double MARGIN = 34;
    private static final double LEAST_APART = 4;

    private final Polyline objective = new Polyline();
    private final Polyline error = new Polyline();
    private final Line ground = new Line();
    private final List<Circle> dots = new ArrayList<>();
    private final List<Label> values = new ArrayList<>();
    private final List<Label> names = new ArrayList<>();
    private List<Trace.Layer> layers = List.of();
    private int current;

    ObjectiveChart(LabState lab) {
        getStyleClass().add("small-chart");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        objective.getStyleClass().add("objective-line");
        error.getStyleClass().add("error-line");
        ground.getStyleClass().add("axis-line");
        getChildren().addAll(ground, error, objective);
        setMinWidth(0);
        Exportable.by(
                this,
                () -> layers.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new ExportMenu.Content("objective", new ObjectiveFigure(layers))));
        setFocusTraversable(true);
        setOnMouseClicked(e -> {
            requestFocus();
            if (e.getButton() == MouseButton.PRIMARY) {
                go(lab, (int) Math.round((e.getX() - MARGIN) / step()));
            }
        });
        setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.LEFT || e.getCode() == KeyCode.RIGHT) {
                go(lab, current + (e.getCode() == KeyCode.LEFT ? -1 : 1));
                e.consume();
            }
        });
    }

    /** Shows all layers, one of them in bold. */
    void show(Trace trace, int layer) {
        layers = trace.layers();
        current = layer;
        while (dots.size() > layers.size()) {
            getChildren().remove(dots.remove(dots.size() - 1));
            getChildren().remove(values.remove(values.size() - 1));
            getChildren().remove(names.remove(names.size() - 1));
        }
        while (dots.size() < layers.size()) {
            Circle dot = new Circle(3);
            dot.getStyleClass().add("objective-dot");
            Label value = new Label();
            Label name = new Label("layer " + (dots.size() + 1));
            name.getStyleClass().add("muted");
            dots.add(dot);
            values.add(value);
            names.add(name);
            getChildren().addAll(dot, value, name);
        }
        StringBuilder text = new StringBuilder("The objective by layer, and its first part:");
        for (int l = 0; l < layers.size(); l++) {
            Trace.Layer held = layers.get(l);
            values.get(l).setText(Numbers.format(held.objective()));
            values.get(l).getStyleClass().setAll("label", l == current ? "strong" : "muted");
            names.get(l).getStyleClass().setAll("label", l == current ? "strong" : "muted");
            text.append(" layer ").append(l + 1).append(' ').append(Numbers.format(held.objective()));
            text.append(" and ").append(Numbers.format(held.error())).append(';');
        }
        setAccessibleText(text.toString());
        requestLayout();
    }

    /** Selects the same filter in another layer. */
    private void go(LabState lab, int layer) {
        if (!layers.isEmpty()) {
            FilterSelection s = lab.selectionProperty().get();
            lab.selectionProperty()
                    .set(new FilterSelection(Math.max(0, Math.min(layers.size() - 1, layer)), s.base(), s.rotation()));
        }
    }

    private double step() {
        return layers.size() < 2 ? 1 : (getWidth() - 2 * MARGIN) / (layers.size() - 1);
    }

    @Override
    protected void layoutChildren() {
        double bottom = getHeight() - AXIS;
        double low = Double.MAX_VALUE;
        double high = -Double.MAX_VALUE;
        for (Trace.Layer held : layers) {
            low = Math.min(low, log(held.error()));
            high = Math.max(high, log(held.objective()));
        }
        double range = Math.max(high - low, 0.1);
        objective.getPoints().clear();
        error.getPoints().clear();
        for (int l = 0; l < layers.size(); l++) {
            names.get(l).setText("layer " + (l + 1));
        }
        // Where names have no room beside one another their numbers say it all.
        boolean roomy = names.stream().allMatch(name -> name.prefWidth(-1) + LEAST_APART < step());
        for (int l = 0; l < layers.size(); l++) {
            double x = MARGIN + l * step();
            double y = TOP + (high - log(layers.get(l).objective())) / range * (bottom - TOP - 6);
            objective.getPoints().addAll(x, y);
            error.getPoints().addAll(x, TOP + (high - log(layers.get(l).error())) / range * (bottom - TOP - 6));
            dots.get(l).setCenterX(x);
            dots.get(l).setCenterY(y);
            Label value = values.get(l);
            value.autosize();
            value.relocate(Math.max(0, Math.min(getWidth() - value.getWidth(), x - value.getWidth() / 2)), y - 20);
            Label name = names.get(l);
            if (!roomy && l > 0) {
                name.setText(String.valueOf(l + 1));
            }
            name.autosize();
            name.relocate(x - name.getWidth() / 2, bottom + 2);
        }
        keepApart(values);
        keepApart(names);
        ground.setStartX(0);
        ground.setEndX(getWidth());
        ground.setStartY(bottom);
        ground.setEndY(bottom);
    }

    /** Leaves out words that would lie over others; those of the layer in bold stay. */
    private void keepApart(List<Label> words) {
        List<Bounds> taken = new ArrayList<>();
        List<Label> byRank = new ArrayList<>(words);
        if (current < byRank.size()) {
            byRank.add(0, byRank.remove(current));
        }
        for (Label word : byRank) {
            Bounds place = word.getBoundsInParent();
            word.setVisible(taken.stream().noneMatch(place::intersects));
            if (word.isVisible()) {
                taken.add(place);
            }
        }
    }

    private static double log(double value) {
        return Math.log10(Math.max(value, 1e-12));
    }

    @Override
    protected double computePrefHeight(double width) {
        return HistogramChart.HEIGHT;
    }

    @Override
    protected double computeMinHeight(double width) {
        return HistogramChart.HEIGHT;
    }
}
