package org.whorl.ui.view.codes;

import java.util.Locale;
import java.util.Optional;
import javafx.scene.layout.VBox;

import org.whorl.figure.HistogramFigure;
import org.whorl.figure.Numbers;
import org.whorl.insight.Histogram;
import org.whorl.network.Trace;
import org.whorl.ui.control.FigureCanvas;
import org.whorl.ui.export.ExportMenu;
import org.whorl.ui.export.Exportable;

/** How often the values before a layer's threshold occur, and those that it leaves. */
final class HistogramChart extends VBox {
    private static final int BINS = 81;
    private static final double POINTS = 400;

    private final FigureCanvas canvas = new FigureCanvas(POINTS);
    private HistogramFigure figure;

    HistogramChart() {
        getStyleClass().add("small-chart");
        setMinWidth(0);
        canvas.setMinSize(0, USE_PREF_SIZE);
        getChildren().add(canvas);
        Exportable.by(
                canvas, () -> Optional.ofNullable(figure).map(shown -> new ExportMenu.Content("histogram", shown)));
    }

    /** Shows a layer. */
    void show(Trace.Layer held, int layer, boolean dark) {
        double least = 0;
        double greatest = 0;
        for (float value : held.preThreshold()) {
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }
        double threshold = 0;
        for (float t : held.threshold()) {
            threshold += t / held.threshold().length;
        }
        boolean signed = false;
        for (float value : held.code()) {
            signed |= value < 0;
        }
        double peak = Math.max(Math.max(-least, greatest), 1e-9);
        double unit = threshold > 0 ? threshold : peak / 100;
        greatest = Math.max(greatest, 2 * unit);
        least = Math.min(least, -2 * unit);
        String words = String.format(
                Locale.ROOT,
                "Layer %d: values before the threshold lie between %s and %s; the threshold is %s on average and leaves"
                        + " %.1f percent.",
                layer + 1,
                Numbers.format(least),
                Numbers.format(greatest),
                Numbers.format(threshold),
                100 * held.activeFraction());
        figure = new HistogramFigure(
                "Values before the threshold",
                words,
                Histogram.of(held.preThreshold(), null, unit, least, greatest, BINS),
                Histogram.of(held.preThreshold(), held.code(), unit, least, greatest, BINS),
                threshold,
                signed);
        canvas.show(figure, dark);
    }

    /** What is drawn; null before anything. */
    HistogramFigure figure() {
        return figure;
    }
}
