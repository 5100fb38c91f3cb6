package org.whorl.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;

/** The axes and grid of a chart over epochs, on the screen as on paper; the curves are drawn over them. */
public final class CurvePlot {
    /** Left of the curves, for the values. */
    public static final int LEFT = 52;

    /** Under the curves, for the epochs. */
    public static final int BOTTOM = 24;

    public static final int TOP = 10;
    public static final int RIGHT = 10;
    /** Beside the values: 0.00001 and shorter have room. */
    private static final RectangleInsets VALUE_INSETS = new RectangleInsets(2, 0, 2, 4);

    /** As many parts of an epoch have a number at most. */
    private static final int PARTS = 5;

    private static final double HALF_DECADE = 0.5;
    private static final int DECADES_WITH_HALVES = 4;

    private final NumberAxis epochs = new NumberAxis();
    private final NumberAxis linear = new NumberAxis();
    private final LogAxis logarithmic = new LogAxis();
    private final XYPlot plot = new XYPlot();
    private final JFreeChart chart = new JFreeChart(null, null, plot, false);
    private final boolean share;
    private ChartScale scale;

    /**
     * Axes without a scale.
     *
     * @param share whether values are shares from 0 to 1, written as per cent
     * @param font of the numbers
     */
    public CurvePlot(boolean share, Font font) {
        this.share = share;
        chart.setPadding(new RectangleInsets(TOP, 0, 0, RIGHT));
        chart.setAntiAlias(true);
        // Draws nothing, but without one the plot draws no grid.
        plot.setRenderer(new XYLineAndShapeRenderer());
        plot.setDomainAxis(epochs);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        AxisSpace left = new AxisSpace();
        left.setLeft(LEFT);
        plot.setFixedRangeAxisSpace(left);
        AxisSpace bottom = new AxisSpace();
        bottom.setBottom(BOTTOM);
        plot.setFixedDomainAxisSpace(bottom);
        plot.setRangeGridlineStroke(new BasicStroke(1));
        epochs.setNumberFormatOverride(new SignificantFormat(4));
        logarithmic.setNumberFormatOverride(new SignificantFormat(1));
        logarithmic.setSmallestValue(1e-12);
        linear.setNumberFormatOverride(share ? percent() : new SignificantFormat(3));
        for (ValueAxis axis : List.of(epochs, linear, logarithmic)) {
            axis.setAxisLineVisible(false);
            axis.setTickMarksVisible(false);
            axis.setMinorTickMarksVisible(false);
            axis.setLowerMargin(0);
            axis.setUpperMargin(0);
        }
        setFont(font);
        linear.setTickLabelInsets(VALUE_INSETS);
        logarithmic.setTickLabelInsets(VALUE_INSETS);
        epochs.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        plot.setRangeAxis(linear);
        // Redrawn when the plot is told so, not at every change.
        chart.setNotify(false);
    }

    private static NumberFormat percent() {
        NumberFormat format = NumberFormat.getPercentInstance(Locale.ROOT);
        format.setMaximumFractionDigits(1);
        return format;
    }

    /** Writes the axes' numbers so. */
    public void setFont(Font font) {
        for (ValueAxis axis : List.of(epochs, linear, logarithmic)) {
            axis.setTickLabelFont(font);
        }
    }

    /** The chart to draw. */
    public JFreeChart chart() {
        return chart;
    }

    /**
     * Sets its colours.
     *
     * @param ground null for none
     */
    public void setColours(Color ground, Color grid, Color text) {
        chart.setBackgroundPaint(ground);
        plot.setBackgroundPaint(null);
        plot.setRangeGridlinePaint(grid);
        for (ValueAxis axis : List.of(epochs, linear, logarithmic)) {
            axis.setTickLabelPaint(text);
        }
    }

    /** Sets what the axes show. Returns whether that is something else than before. */
    public boolean setScale(ChartScale newScale) {
        if (newScale.equals(scale)) {
            return false;
        }
        scale = newScale;
        if (scale.to() - scale.from() >= 3) {
            // Wide ranges count in whole epochs, as people do.
            epochs.setAutoTickUnitSelection(true);
        } else {
            // The axis makes room for the numbers at its ends, and those between are longer.
            epochs.setTickUnit(new NumberTickUnit(part(scale.to() - scale.from())));
        }
        epochs.setRange(scale.from(), scale.to());
        if (scale.log()) {
            double decades = Math.log10(scale.high() / scale.low());
            logarithmic.setTickUnit(new NumberTickUnit(
                    decades <= DECADES_WITH_HALVES ? HALF_DECADE : Math.ceil(decades / (2 * DECADES_WITH_HALVES))));
            logarithmic.setRange(scale.low(), scale.high());
        } else {
            linear.setRange(scale.low(), scale.high());
            if (share && scale.low() == 0 && scale.high() == 1) {
                linear.setTickUnit(new NumberTickUnit(0.25));
            } else {
                linear.setAutoTickUnitSelection(true);
            }
        }
        plot.setRangeAxis(scale.log() ? logarithmic : linear);
        return true;
    }

    /** The smallest of 1, 2 and 5 times a power of ten that goes into a range no more often than numbers have room. */
    private static double part(double range) {
        double power = Math.pow(10, Math.floor(Math.log10(range / PARTS)));
        return DoubleStream.of(1, 2, 5, 10)
                .map(times -> times * power)
                .filter(part -> range / part <= PARTS + 1e-9)
                .findFirst()
                .orElse(10 * power);
    }
}
