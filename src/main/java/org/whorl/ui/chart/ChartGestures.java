package org.whorl.ui.chart;

import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * Zooming and panning with mouse and keyboard. The wheel zooms with Ctrl alone, since the view around the charts scrolls with it.
 */
final class ChartGestures {
    /** What the help says about them. */
    static final String WORDS =
            "Drag over epochs to look closer, Shift and drag to move on, double-click for the whole run;"
                    + " another lets the chart fill the view."
                    + " Ctrl and the wheel zoom. Keys: + and − zoom, ← and → read values, Shift with them moves on, Home shows all.";

    private static final double STEP = 0.8;
    private static final double LEAST_DRAG = 4;
    private static final double PAN = 0.2;

    private final CurveChart chart;
    private final EpochWindow window;
    private double pressedX = Double.NaN;
    private double lastX;

    ChartGestures(CurveChart chart, EpochWindow window) {
        this.chart = chart;
        this.window = window;
        chart.setOnMouseMoved(e -> point(e.getX()));
        chart.setOnMouseExited(e -> window.pointAt(Double.NaN));
        chart.setOnMousePressed(this::pressed);
        chart.setOnMouseDragged(this::dragged);
        chart.setOnMouseReleased(this::released);
        chart.setOnMouseClicked(e -> {
            // The whole run lets its card fill the view, as every picture does.
            if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2 && window.isZoomed()) {
                window.reset();
                e.consume();
            }
        });
        chart.setOnScroll(this::scrolled);
        chart.setOnKeyPressed(this::key);
    }

    private void point(double x) {
        window.pointAt(chart.isOverCurves(x) ? chart.epochAt(x) : Double.NaN);
    }

    private void pressed(MouseEvent e) {
        chart.requestFocus();
        // A scroll pane around would take the focus.
        e.consume();
        pressedX = e.getButton() == MouseButton.PRIMARY ? e.getX() : Double.NaN;
        lastX = e.getX();
    }

    private void dragged(MouseEvent e) {
        if (Double.isNaN(pressedX)) {
            return;
        }
        if (e.isShiftDown()) {
            window.pan((lastX - e.getX()) / chart.plotWidth());
        } else {
            chart.choose(chart.epochAt(pressedX), chart.epochAt(e.getX()));
        }
        lastX = e.getX();
        e.consume();
    }

    private void released(MouseEvent e) {
        chart.choose(Double.NaN, Double.NaN);
        if (!Double.isNaN(pressedX) && !e.isShiftDown() && Math.abs(e.getX() - pressedX) >= LEAST_DRAG) {
            window.zoomTo(chart.epochAt(pressedX), chart.epochAt(e.getX()));
        }
        pressedX = Double.NaN;
    }

    private void scrolled(ScrollEvent e) {
        if (e.isShortcutDown() && e.getDeltaY() != 0) {
            window.zoom(chart.epochAt(e.getX()), e.getDeltaY() > 0 ? STEP : 1 / STEP);
            e.consume();
        } else if (e.getDeltaX() != 0 && window.isZoomed()) {
            window.pan(-e.getDeltaX() / chart.plotWidth());
            e.consume();
        }
    }

    private void key(KeyEvent e) {
        if (e.isShortcutDown() || e.isAltDown()) {
            return;
        }
        double at = window.cursorProperty().get();
        double centre = Double.isFinite(at) ? at : (window.from() + window.to()) / 2;
        switch (e.getCode()) {
            case PLUS, ADD, EQUALS -> window.zoom(centre, STEP);
            case MINUS, SUBTRACT -> window.zoom(centre, 1 / STEP);
            case HOME, DIGIT0, NUMPAD0 -> window.reset();
            case LEFT -> move(-1, e.isShiftDown(), centre);
            case RIGHT -> move(1, e.isShiftDown(), centre);
            case ESCAPE -> window.pointAt(Double.NaN);
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void move(int direction, boolean pan, double at) {
        if (pan) {
            window.pan(direction * PAN);
            return;
        }
        double step = (window.to() - window.from()) / 100;
        window.pointAt(Math.max(window.from(), Math.min(window.to(), at + direction * step)));
    }
}
