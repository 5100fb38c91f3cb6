package org.whorl.ui.chart;

import org.whorl.ui.model.run.Curve;

/**
 * A curve of a chart.
 *
 * @param name for the legend
 * @param raw whether what was measured is drawn, pale, behind the smoothed curve
 * @param dots whether every value is a dot, for the few of tests
 */
public record ChartSeries(String name, Curve curve, Ink ink, boolean raw, boolean dots) {
    /** Of steps: many values, smoothed. */
    public static ChartSeries ofSteps(String name, Curve curve, Ink ink) {
        return new ChartSeries(name, curve, ink, true, false);
    }
}
