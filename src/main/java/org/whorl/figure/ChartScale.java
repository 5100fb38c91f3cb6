package org.whorl.figure;

/**
 * Where values lie in a chart.
 *
 * @param from the epoch at the left
 * @param to the epoch at the right, greater
 * @param low the value at the bottom; above zero where the axis is logarithmic
 * @param high the value at the top, greater
 * @param log whether values are drawn by their logarithm
 */
public record ChartScale(double from, double to, double low, double high, boolean log) {
    private static final double HALF_DECADE = 0.5;
    private static final double SMALLEST = 1e-12;

    public ChartScale {
        if (!(to > from) || !(high > low) || log && !(low > 0)) {
            throw new IllegalArgumentException("axes: expected ranges that grow, and for a logarithmic axis from above"
                    + " zero, found " + from + " to " + to + " and " + low + " to " + high);
        }
    }

    /**
     * The scale that shows these values: half decades of a logarithmic axis, or from zero up. Values that are not above zero have no
     * logarithm, and are drawn as they are.
     *
     * @param least of the values; above {@code most} where there are none
     * @param most of the values
     */
    public static ChartScale fit(double from, double to, double least, double most, boolean log) {
        boolean any = least <= most;
        double low = any ? least : 0.1;
        double high = any ? most : 3;
        if (log && low > SMALLEST) {
            double bottom = Math.floor(Math.log10(low) / HALF_DECADE) * HALF_DECADE;
            double top = Math.ceil(Math.log10(high) / HALF_DECADE) * HALF_DECADE;
            return new ChartScale(
                    from, to, Math.pow(10, bottom), Math.pow(10, Math.max(bottom + HALF_DECADE, top)), true);
        }
        low = Math.min(0, low);
        double top = high > low ? high + 0.02 * (high - low) : low + 1;
        return new ChartScale(from, to, low, top, false);
    }

    /** The scale of shares from 0 to 1: all of them, or, looked at closely, those that there are. */
    public static ChartScale ofShares(double from, double to, double least, double most, boolean closely) {
        if (!closely || !(least < most)) {
            return new ChartScale(from, to, 0, 1, false);
        }
        double margin = 0.05 * (most - least);
        return new ChartScale(from, to, Math.max(0, least - margin), Math.min(1, most + margin), false);
    }

    /** How far right an epoch lies, 0 to 1 within the chart. */
    public double across(double epoch) {
        return (epoch - from) / (to - from);
    }

    /** How far up a value lies, 0 to 1 within the chart. */
    public double up(double value) {
        return log
                ? (Math.log(Math.max(value, SMALLEST)) - Math.log(low)) / (Math.log(high) - Math.log(low))
                : (value - low) / (high - low);
    }

    /** The epoch that lies so far right. */
    public double epochAt(double across) {
        return from + across * (to - from);
    }
}
