package org.whorl.insight;

import java.util.Arrays;

import org.whorl.network.Parameters;

/**
 * How far a bank's filters have form, in one number: the median of their coherence, which is how much a filter's spectrum prefers one
 * direction, 0 (none, as of noise or of a round spot) to 1 (an edge, a line or stripes). Base filters count; their copies are the same,
 * turned.
 */
public final class BankForm {
    private BankForm() {}

    /** Each base filter's coherence; of several channels, of their mean. */
    public static double[] coherences(Parameters parameters, int layer) {
        var geometry = parameters.spec().geometry();
        int channels = geometry.channels();
        int height = geometry.kernelHeight();
        int width = geometry.kernelWidth();
        float[] filters = parameters.filters(layer);
        double[] coherences = new double[parameters.spec().baseFilters()];
        double[] picture = new double[height * width];
        for (int b = 0; b < coherences.length; b++) {
            for (int i = 0; i < picture.length; i++) {
                picture[i] = 0;
                for (int c = 0; c < channels; c++) {
                    picture[i] += filters[(b * channels + c) * picture.length + i] / channels;
                }
            }
            coherences[b] = Spectrum.of(picture, height, width).coherence();
        }
        return coherences;
    }

    /** The median of a layer's coherences. */
    public static double median(Parameters parameters, int layer) {
        double[] coherences = coherences(parameters, layer);
        Arrays.sort(coherences);
        int half = coherences.length / 2;
        return coherences.length % 2 == 1 ? coherences[half] : (coherences[half - 1] + coherences[half]) / 2;
    }
}
