package org.whorl.figure;

/** Contrast as the Web Content Accessibility Guidelines 2.1 define it. */
public final class Contrast {
    private Contrast() {}

    /** Relative luminance of a colour, 0 to 1; how opaque it is does not matter. */
    public static double luminance(int argb) {
        return 0.2126 * linear(argb >> 16 & 255) + 0.7152 * linear(argb >> 8 & 255) + 0.0722 * linear(argb & 255);
    }

    /** Whether black stands out more from a colour than white does: the better of the two has at least 4.5 : 1 on every colour. */
    public static boolean isBlackBetterOn(int argb) {
        double luminance = luminance(argb);
        return (luminance + 0.05) / 0.05 > 1.05 / (luminance + 0.05);
    }

    private static double linear(int level) {
        double s = level / 255.0;
        return s <= 0.04045 ? s / 12.92 : Math.pow((s + 0.055) / 1.055, 2.4);
    }
}
