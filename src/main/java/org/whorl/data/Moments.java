package org.whorl.data;

/**
 * Mean and standard deviation of the pixels of each channel, over all images and positions.
 *
 * @param mean [channels]
 * @param std [channels], divided by the number of values
 */
public record Moments(double[] mean, double[] std) {
    /** The moments of a set's images. */
    public static Moments of(Dataset dataset) {
        ImageShape shape = dataset.shape();
        int plane = shape.height() * shape.width();
        double[] mean = new double[shape.channels()];
        double[] std = new double[shape.channels()];
        double count = Math.max(1.0, (double) dataset.size() * plane);
        for (int channel = 0; channel < mean.length; channel++) {
            double sum = 0;
            for (int image = 0; image < dataset.size(); image++) {
                int from = image * shape.size() + channel * plane;
                for (int i = from; i < from + plane; i++) {
                    sum += dataset.pixels()[i];
                }
            }
            mean[channel] = sum / count;
            double squares = 0;
            for (int image = 0; image < dataset.size(); image++) {
                int from = image * shape.size() + channel * plane;
                for (int i = from; i < from + plane; i++) {
                    double difference = dataset.pixels()[i] - mean[channel];
                    squares += difference * difference;
                }
            }
            std[channel] = Math.sqrt(squares / count);
        }
        return new Moments(mean, std);
    }
}
