package org.whorl.network;

import org.whorl.data.whitening.Preparation;

/**
 * Peak signal to noise of a reconstruction, 10 log₁₀(peak² / mean squared error) in decibels.
 *
 * <p>Where images are only standardised, errors are taken back to pixels first and the peak is their range, 1. Whitened images have no such
 * range: there the peak is the range of the image's own values.
 */
public final class Psnr {
    private Psnr() {}

    /**
     * That of one image; infinite where the reconstruction is equal.
     *
     * @param preparation what was done to the image
     * @param images holds the prepared image, [C, H, W], from {@code at}
     * @param reconstruction [C, H, W]
     */
    public static double of(Preparation preparation, float[] images, int at, float[] reconstruction) {
        boolean pixels = preparation.whitening() == null;
        int plane = preparation.shape().height() * preparation.shape().width();
        double squares = 0;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < reconstruction.length; i++) {
            double scale = pixels ? preparation.std()[i / plane] : 1;
            double error = scale * (images[at + i] - reconstruction[i]);
            squares += error * error;
            low = Math.min(low, images[at + i]);
            high = Math.max(high, images[at + i]);
        }
        double peak = pixels ? 1 : high - low;
        return 10 * Math.log10(peak * peak * reconstruction.length / squares);
    }
}
