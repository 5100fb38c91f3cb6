package org.whorl.ui.view.filters;

/**
 * Numbers of one filter, over all its channels.
 *
 * @param norm Frobenius
 * @param mean of its values
 * @param deviation their standard deviation
 * @param least value
 * @param greatest value
 */
record FilterStatistics(double norm, double mean, double deviation, double least, double greatest) {
    static FilterStatistics of(float[] values) {
        double sum = 0;
        double squares = 0;
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (float v : values) {
            sum += v;
            squares += (double) v * v;
            least = Math.min(least, v);
            greatest = Math.max(greatest, v);
        }
        double mean = sum / values.length;
        return new FilterStatistics(
                Math.sqrt(squares),
                mean,
                Math.sqrt(Math.max(0, squares / values.length - mean * mean)),
                least,
                greatest);
    }
}
