package org.whorl.paper;

import java.util.Locale;

/** What is measured of a trained network, all on images that it was not trained on. */
public enum Measure {
    /** Share of the set's own test images that is classified rightly. */
    ACCURACY("accuracy"),
    /** The same where every test image is turned by its own angle, uniform in [0°, 360°). */
    TURNED_ACCURACY("accuracy on turned images"),
    /** Peak signal to noise of the last layer's reconstruction in decibels, mean over images. */
    PSNR("PSNR (dB)"),
    /** The same of the first layer's: what the layers after it add. */
    FIRST_PSNR("PSNR of the first layer (dB)"),
    /** Share of the last layer's code that is zero. */
    ZEROS("zeros in the code");

    private final String label;

    Measure(String label) {
        this.label = label;
    }

    /** Its name for people. */
    public String label() {
        return label;
    }

    /** Whether it is a share of 1, shown in per cent. */
    public boolean share() {
        return this != PSNR && this != FIRST_PSNR;
    }

    /** What {@link #format} counts in: per cent or decibels. */
    public String unit() {
        return share() ? "%" : "dB";
    }

    /** A value as tables show it, to two decimals and without its unit: 0.9921 as “99.21”. */
    public String format(double value) {
        return String.format(Locale.ROOT, "%.2f", share() ? 100 * value : value);
    }
}
