package org.whorl.ui.training;

import java.util.List;

import org.jfree.data.xy.AbstractXYDataset;
import org.whorl.ui.run.Curve;

/** What a chart draws: the newest series first. */
final class CurveDataset extends AbstractXYDataset {
    private static final long serialVersionUID = 1;

    private final transient Curve.Points[] series;
    private final List<String> names;

    CurveDataset(List<String> names) {
        this.names = List.copyOf(names);
        series = new Curve.Points[names.size()];
        java.util.Arrays.fill(series, Curve.Points.NONE);
    }

    /** Sets one series, and tells nobody. */
    void set(int index, Curve.Points points) {
        series[index] = points;
    }

    /** Tells the chart that the series have changed. */
    void publish() {
        fireDatasetChanged();
    }

    @Override
    public int getSeriesCount() {
        return series.length;
    }

    @Override
    public Comparable<?> getSeriesKey(int index) {
        return names.get(index);
    }

    @Override
    public int getItemCount(int index) {
        return series[index].count();
    }

    @Override
    public Number getX(int index, int item) {
        return getXValue(index, item);
    }

    @Override
    public Number getY(int index, int item) {
        return getYValue(index, item);
    }

    @Override
    public double getXValue(int index, int item) {
        return series[index].x()[item];
    }

    @Override
    public double getYValue(int index, int item) {
        return series[index].y()[item];
    }
}
