package org.whorl.paper;

import java.util.Locale;

/** What is measured of a trained network, all on images that it was not trained on. */
public enum Measure {
    /** Share of the set's own test images that is classified rightly. */
    ACCURACY("accuracy", Measure.PER_CENT),
    /** The same where every test image is turned by its own angle, uniform in [0°, 360°). */
    TURNED_ACCURACY("accuracy on turned images", Measure.PER_CENT),
    /** Peak signal to noise of the last layer's reconstruction in decibels, mean over images. */
    PSNR("PSNR (dB)", Measure.DECIBELS),
    /** The same of the first layer's: what the layers after it add. */
    FIRST_PSNR("PSNR of the first layer (dB)", Measure.DECIBELS),
    /** Share of the last layer's code that is zero. */
    ZEROS("zeros in the code", Measure.PER_CENT),
    /** The angle that was learned, as far from 360°/N as it is from the nearest with the same orbits as that: of 149° for N = 5, 77°. */
    ANGLE("learned angle (°)", Measure.DEGREES),
    /** How far that is from the nearest with the same orbits as 360° through the order. */
    DISTANCE("distance from 360°/N or its like (°)", Measure.DEGREES),
    /** How far as many steps as there are copies are from whole turns. */
    CLOSURE("closure, Nθ from whole turns (°)", Measure.DEGREES),
    /** The objective on the test images. */
    OBJECTIVE("objective", "");

    private static final String PER_CENT = "%";
    private static final String DECIBELS = "dB";
    private static final String DEGREES = "°";

    private final String label;
    private final String unit;

    Measure(String label, String unit) {
        this.label = label;
        this.unit = unit;
    }

    /** Its name for people. */
    public String label() {
        return label;
    }

    /** Whether it is a share of 1, shown in per cent. */
    public boolean share() {
        return unit.equals(PER_CENT);
    }

    /** What {@link #format} counts in; empty for plain numbers. */
    public String unit() {
        return unit;
    }

    /** The unit as it is spoken. */
    public String spokenUnit() {
        return switch (unit) {
            case PER_CENT -> "per cent";
            case DECIBELS -> "decibels";
            case DEGREES -> "degrees";
            default -> "";
        };
    }

    /** Whether it was measured of the angle that makes copies. */
    boolean ofAngle() {
        return unit.equals(DEGREES);
    }

    /** A value as tables show it, to two decimals and without its unit: 0.9921 as “99.21”. */
    public String format(double value) {
        return String.format(Locale.ROOT, "%.2f", share() ? 100 * value : value);
    }
}
