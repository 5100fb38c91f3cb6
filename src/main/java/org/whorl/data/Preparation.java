package org.whorl.data;

/**
 * What is done to an image before the network sees it: standardised per channel, then whitened.
 *
 * @param mean per channel
 * @param std per channel
 * @param whitening null, or a [D, D] matrix, D = C·H·W
 * @param epsilon what was added to the eigenvalues when whitening was fitted
 */
public record Preparation(float[] mean, float[] std, float[] whitening, double epsilon) {
    public static Preparation fit(Dataset set, Whitening mode, double epsilon, Progress progress) {
        int area = set.shape().height() * set.shape().width();
        int channels = set.shape().channels();
        float[] mean = new float[channels];
        float[] std = new float[channels];
        for (int c = 0; c < channels; c++) {
            double sum = 0;
            double squares = 0;
            for (int n = 0; n < set.size(); n++) {
                for (int i = 0; i < area; i++) {
                    double x = set.pixels()[(n * channels + c) * area + i];
                    sum += x;
                    squares += x * x;
                }
            }
            double size = (double) set.size() * area;
            mean[c] = (float) (sum / size);
            std[c] = (float) Math.sqrt(squares / size - sum / size * (sum / size));
        }
        return new Preparation(mean, std, null, epsilon);
    }

    public float[] apply(Dataset set, Progress progress) {
        float[] out = new float[set.pixels().length];
        int area = set.shape().height() * set.shape().width();
        for (int i = 0; i < out.length; i++) {
            int c = i / area % mean.length;
            out[i] = (set.pixels()[i] - mean[c]) / std[c];
        }
        return out;
    }
}
