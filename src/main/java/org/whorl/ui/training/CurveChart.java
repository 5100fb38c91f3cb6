package org.whorl.ui.training;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Ellipse2D;
import java.text.NumberFormat;
import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.fx.ChartCanvas;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.whorl.ui.run.Curve;
import org.whorl.ui.theme.ThemeColors;

/**
 * The chart of one quantity over epochs: what single steps measured, pale; the same smoothed; and, dashed, what tests after each epoch
 * measured.
 */
final class CurveChart extends Region {
    private static final int RAW = 2;
    private static final int SMOOTH = 1;
    private static final int TEST = 0;
    private static final int LEFT_SPACE = 44;
    private static final int BOTTOM_SPACE = 24;
    private static final int FONT_SIZE = 12;
    private static final double HALF_DECADE = 0.5;

    private final CurveDataset dataset = new CurveDataset(List.of("test", "train", "single steps"));
    private final NumberAxis epochs = new NumberAxis();
    private final NumberAxis linear = new NumberAxis();
    private final LogAxis logarithmic = new LogAxis();
    private final XYPlot plot = new XYPlot();
    private final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    private final JFreeChart chart = new JFreeChart(null, null, plot, false);
    private final ChartCanvas canvas = new ChartCanvas(chart);
    private final Line cursor = new Line();
    private final boolean share;
    private Curve train = new Curve(0);
    private Curve test = new Curve(0);
    private double lastEpoch = 1;
    private boolean log;

    /**
     * An empty chart.
     *
     * @param share whether values are shares from 0 to 1, shown as per cent
     */
    CurveChart(boolean share) {
        this.share = share;
        chart.setPadding(new RectangleInsets(10, 0, 0, 8));
        chart.setAntiAlias(true);
        plot.setRenderer(renderer);
        plot.setDomainAxis(epochs);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        AxisSpace left = new AxisSpace();
        left.setLeft(LEFT_SPACE);
        plot.setFixedRangeAxisSpace(left);
        AxisSpace bottom = new AxisSpace();
        bottom.setBottom(BOTTOM_SPACE);
        plot.setFixedDomainAxisSpace(bottom);
        epochs.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        logarithmic.setTickUnit(new NumberTickUnit(HALF_DECADE));
        logarithmic.setNumberFormatOverride(new SignificantFormat(1));
        logarithmic.setSmallestValue(1e-9);
        linear.setNumberFormatOverride(share ? percent() : new SignificantFormat(3));
        for (ValueAxis axis : List.of(epochs, linear, logarithmic)) {
            axis.setAxisLineVisible(false);
            axis.setTickMarksVisible(false);
            axis.setMinorTickMarksVisible(false);
            axis.setLowerMargin(0);
            axis.setUpperMargin(0);
            axis.setTickLabelFont(new Font("Inter", Font.PLAIN, FONT_SIZE));
        }
        renderer.setSeriesStroke(SMOOTH, new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        renderer.setSeriesStroke(RAW, new BasicStroke(1));
        renderer.setSeriesStroke(
                TEST, new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {5, 3}, 0));
        // One test is a point, not yet a line.
        renderer.setSeriesShapesVisible(TEST, true);
        renderer.setSeriesShape(TEST, new Ellipse2D.Double(-2, -2, 4, 4));
        plot.setDataset(dataset);
        plot.setRangeAxis(linear);
        canvas.setTooltipEnabled(false);
        // FXGraphics2D sets no font that it believes to be set, though the canvas forgets it between two pictures.
        canvas.getGraphicsContext2D().setFont(javafx.scene.text.Font.font("Inter", FONT_SIZE));
        canvas.setMouseTransparent(true);
        cursor.getStyleClass().add("cursor-line");
        cursor.setManaged(false);
        cursor.setVisible(false);
        cursor.setMouseTransparent(true);
        getChildren().addAll(canvas, cursor);
        setMinSize(160, 120);
        setPrefSize(360, 250);
        setDark(false);
    }

    private static NumberFormat percent() {
        NumberFormat format = NumberFormat.getPercentInstance(java.util.Locale.ROOT);
        format.setMaximumFractionDigits(1);
        return format;
    }

    /** Draws in the colours of a theme. */
    void setDark(boolean dark) {
        ThemeColors colors = ThemeColors.of(dark);
        Color panel = new Color(colors.rgb("panel"));
        Color accent = new Color(colors.rgb("accent"));
        chart.setNotify(false);
        chart.setBackgroundPaint(panel);
        plot.setBackgroundPaint(panel);
        plot.setRangeGridlinePaint(new Color(colors.rgb("track")));
        plot.setRangeGridlineStroke(new BasicStroke(1));
        for (ValueAxis axis : List.of(epochs, linear, logarithmic)) {
            axis.setTickLabelPaint(new Color(colors.rgb("muted")));
        }
        renderer.setSeriesPaint(SMOOTH, accent);
        renderer.setSeriesPaint(RAW, new Color(accent.getRed(), accent.getGreen(), accent.getBlue(), 80));
        renderer.setSeriesPaint(TEST, new Color(colors.rgb("second")));
        chart.setNotify(true);
    }

    /** Whether values are drawn by their logarithm. */
    void setLog(boolean newLog) {
        log = newLog;
        redraw();
    }

    /**
     * Draws these curves as they are now.
     *
     * @param epochsInAll how far the axis goes
     */
    void show(Curve newTrain, Curve newTest, double epochsInAll) {
        train = newTrain;
        test = newTest;
        lastEpoch = Math.max(1, epochsInAll);
        redraw();
    }

    private void redraw() {
        chart.setNotify(false);
        int columns = Math.max(50, (int) getWidth() - LEFT_SPACE);
        dataset.set(RAW, train.decimate(false, 0, lastEpoch, columns));
        dataset.set(SMOOTH, train.decimate(true, 0, lastEpoch, columns));
        dataset.set(TEST, test.decimate(true, 0, lastEpoch, columns));
        dataset.publish();
        epochs.setRange(0, lastEpoch);
        setValueRange();
        chart.setNotify(true);
    }

    private void setValueRange() {
        if (share) {
            linear.setRange(0, 1);
            linear.setTickUnit(new NumberTickUnit(0.25));
            return;
        }
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int s = 0; s < dataset.getSeriesCount(); s++) {
            for (int i = 0; i < dataset.getItemCount(s); i++) {
                least = Math.min(least, dataset.getYValue(s, i));
                most = Math.max(most, dataset.getYValue(s, i));
            }
        }
        if (least > most) {
            least = 0.1;
            most = 3;
        }
        // Values that are not above zero have no logarithm, and are drawn as they are.
        boolean drawLog = log && least > 0;
        if (drawLog) {
            double low = Math.floor(Math.log10(least) / HALF_DECADE) * HALF_DECADE;
            double high = Math.ceil(Math.log10(most) / HALF_DECADE) * HALF_DECADE;
            logarithmic.setRange(Math.pow(10, low), Math.pow(10, Math.max(low + HALF_DECADE, high)));
        } else {
            linear.setRange(Math.min(0, least), most > least ? most * 1.02 : most + 1);
        }
        ValueAxis wanted = drawLog ? logarithmic : linear;
        if (plot.getRangeAxis() != wanted) {
            plot.setRangeAxis(wanted);
        }
    }

    /** The epoch at a point of this region, within the axis; NaN left or right of it. */
    double epochAt(double x) {
        double width = getWidth() - LEFT_SPACE - 8;
        double at = (x - LEFT_SPACE) / width * lastEpoch;
        return at < 0 || at > lastEpoch ? Double.NaN : at;
    }

    /** Draws a line at this epoch; none where it is not a number. */
    void setCursorAt(double epoch) {
        cursor.setVisible(Double.isFinite(epoch));
        double x = Math.round(LEFT_SPACE + epoch / lastEpoch * (getWidth() - LEFT_SPACE - 8)) + 0.5;
        cursor.setStartX(x);
        cursor.setEndX(x);
        cursor.setStartY(10);
        cursor.setEndY(getHeight() - BOTTOM_SPACE);
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
        }
    }
}
