package org.whorl.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;

import org.whorl.figure.Numbers;
import org.whorl.figure.PolarFigure;
import org.whorl.figure.Series;
import org.whorl.figure.Theme;
import org.whorl.group.CyclicGroup;

/**
 * Curves over angles with a legend that shows each curve's value at the angle under the mouse, or else at the angle that is set. A drag
 * or the arrow keys set the angle.
 */
public final class PolarPlot extends VBox {
    private static final double POINTS = 230;

    private final FigureCanvas canvas = new FigureCanvas(POINTS);
    private final Line hand = new Line();
    private final List<Circle> dots = new ArrayList<>();
    private final FlowPane legend = new FlowPane(14, 2);
    private final Label at = new SteadyLabel();
    private final DoubleProperty degrees = new SimpleDoubleProperty();
    private final double step;
    private double pointed = Double.NaN;
    private PolarFigure figure;
    private boolean dark;
    private Runnable onTurned = () -> {};

    /**
     * An empty plot.
     *
     * @param step degrees that an arrow key goes
     */
    public PolarPlot(double step) {
        this.step = step;
        getStyleClass().add("polar-plot");
        at.getStyleClass().add("muted");
        legend.getStyleClass().add("polar-legend");
        hand.getStyleClass().add("polar-hand");
        hand.setManaged(false);
        hand.setMouseTransparent(true);
        VBox.setVgrow(canvas, Priority.ALWAYS);
        getChildren().addAll(legend, canvas, hand);
        canvas.setFocusTraversable(true);
        canvas.getStyleClass().add("polar-canvas");
        canvas.setOnMouseMoved(e -> point(angle(e)));
        canvas.setOnMouseExited(e -> point(Double.NaN));
        canvas.setOnMousePressed(this::drag);
        canvas.setOnMouseDragged(this::drag);
        canvas.setOnKeyPressed(this::turn);
        degrees.addListener(o -> mark());
        canvas.layoutBoundsProperty().addListener(o -> mark());
        canvas.layoutXProperty().addListener(o -> mark());
        canvas.layoutYProperty().addListener(o -> mark());
    }

    /** The angle that is set, 0 to 360; where the hand stands unless the mouse is on the plot. */
    public DoubleProperty degreesProperty() {
        return degrees;
    }

    /** What is done when the user sets the angle here. */
    public void setOnTurned(Runnable action) {
        onTurned = action;
    }

    /** Whether the curves' names and values stand above them. */
    public void setLegendVisible(boolean visible) {
        Presence.show(legend, visible);
    }

    /** How large the plot is at most, in pixels. */
    public void setPlotSize(double size) {
        canvas.setMaxSize(size, size);
        canvas.setPrefWidth(size);
    }

    /** How far the plot itself is from the upper edge of this, in pixels, once it is laid out. */
    public double plotTop() {
        return canvas.getLayoutY();
    }

    /** Shows curves; the figure's own legend should be left out. */
    public void show(PolarFigure newFigure, boolean onDark) {
        boolean sameNames = figure != null
                && dark == onDark
                && figure.series().stream()
                        .map(Series::name)
                        .toList()
                        .equals(newFigure.series().stream().map(Series::name).toList());
        figure = newFigure;
        dark = onDark;
        canvas.show(figure, dark);
        if (!sameNames) {
            rebuild();
        }
        mark();
    }

    /** What is shown; null before anything is. */
    public PolarFigure figure() {
        return figure;
    }

    private void rebuild() {
        getChildren().removeAll(dots);
        dots.clear();
        legend.getChildren().setAll(at);
        for (Series series : figure.series()) {
            java.awt.Color c = series.style().color(dark ? Theme.DARK : Theme.LIGHT);
            Color color = Color.rgb(c.getRed(), c.getGreen(), c.getBlue());
            Line key = new Line(0, 0, 20, 0);
            key.setStroke(color);
            key.setStrokeWidth(2.2);
            for (float length : series.style().dashes()) {
                key.getStrokeDashArray().add(1.4 * length);
            }
            Label value = new SteadyLabel();
            value.getStyleClass().add("strong");
            Label name = new Label(series.name());
            name.getStyleClass().add("muted");
            HBox entry = new HBox(5, key, name, value);
            entry.getStyleClass().add("polar-entry");
            legend.getChildren().add(entry);
            Circle dot = new Circle(4.5, color);
            dot.getStyleClass().add("polar-dot");
            dot.setManaged(false);
            dot.setMouseTransparent(true);
            dots.add(dot);
        }
        getChildren().addAll(dots);
    }

    private double shownDegrees() {
        return Double.isNaN(pointed) ? degrees.get() % 360 : pointed;
    }

    private void point(double newPointed) {
        pointed = newPointed;
        mark();
    }

    /** Places the hand and the dots, and writes the values. */
    private void mark() {
        if (figure == null) {
            return;
        }
        double shown = shownDegrees();
        PolarFigure.Rim rim = figure.rim(canvas.figureWidth());
        double scale = canvas.scale();
        double[] end = rim.at(shown, 1);
        hand.setStartX(canvas.getLayoutX() + scale * rim.x());
        hand.setStartY(canvas.getLayoutY() + scale * rim.y());
        hand.setEndX(canvas.getLayoutX() + scale * end[0]);
        hand.setEndY(canvas.getLayoutY() + scale * end[1]);
        double measured = shown;
        if (!figure.series().isEmpty() && figure.series().get(0).nearestAngle(shown) >= 0) {
            Series first = figure.series().get(0);
            measured = first.x()[first.nearestAngle(shown)];
        }
        at.setText("at " + CyclicGroup.format(measured) + "°");
        StringBuilder words = new StringBuilder(figure.title())
                .append(". At ")
                .append(at.getText().strip());
        for (int i = 0; i < dots.size(); i++) {
            Series series = figure.series().get(i);
            int nearest = series.nearestAngle(shown);
            double value = nearest < 0 ? Double.NaN : series.y()[nearest];
            Circle dot = dots.get(i);
            dot.setVisible(Double.isFinite(value));
            if (dot.isVisible()) {
                double[] place = rim.at(series.x()[nearest], Math.min(1, value / figure.limit()));
                dot.setCenterX(canvas.getLayoutX() + scale * place[0]);
                dot.setCenterY(canvas.getLayoutY() + scale * place[1]);
            }
            HBox entry = (HBox) legend.getChildren().get(i + 1);
            String text = format(value);
            ((Label) entry.getChildren().get(2)).setText(text);
            words.append(", ").append(series.name()).append(' ').append(text);
        }
        words.append(". ").append(figure.description()).append(" Arrow keys turn; a drag does too.");
        canvas.setAccessibleText(words.toString());
    }

    private String format(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        return figure.share() ? String.format(Locale.ROOT, "%.1f %%", 100 * value) : Numbers.format(value);
    }

    private double angle(MouseEvent event) {
        if (figure == null) {
            return Double.NaN;
        }
        PolarFigure.Rim rim = figure.rim(canvas.figureWidth());
        double x = event.getX() / canvas.scale();
        double y = event.getY() / canvas.scale();
        boolean near = Math.hypot(x - rim.x(), y - rim.y()) <= 1.25 * rim.radius();
        return near ? rim.degrees(x, y) : Double.NaN;
    }

    private void drag(MouseEvent event) {
        canvas.requestFocus();
        // A scroll pane around would take the focus.
        event.consume();
        double angle = angle(event);
        if (event.isPrimaryButtonDown() && !Double.isNaN(angle)) {
            pointed = Double.NaN;
            onTurned.run();
            degrees.set(Math.rint(angle) % 360);
        }
    }

    private void turn(KeyEvent event) {
        int by = event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.UP
                ? 1
                : event.getCode() == KeyCode.RIGHT || event.getCode() == KeyCode.DOWN ? -1 : 0;
        if (by != 0) {
            pointed = Double.NaN;
            onTurned.run();
            degrees.set((degrees.get() + by * step + 360) % 360);
            event.consume();
        } else if (event.getCode() == KeyCode.HOME) {
            onTurned.run();
            degrees.set(0);
            event.consume();
        }
    }
}
