package org.whorl.random;

import java.util.random.RandomGenerator;

/**
 * Numbers from the normal distribution with mean 0 and variance 1, by the polar method (G. Marsaglia and T. A. Bray, <i>A convenient
 * method for generating normal variables</i>, SIAM Review 6, 1964). Java leaves open how its own {@code nextGaussian} is drawn, and
 * versions of it differ; these are the same bits wherever the source's are. For one thread.
 */
public final class NormalNumbers {
    private static final double TWO_TO_MINUS_52 = 0x1.0p-52;

    private final RandomGenerator source;
    private double kept;
    private boolean keeps;

    /** Numbers made of a source's {@code nextLong}, of which each pair of numbers takes two or more. */
    public NormalNumbers(RandomGenerator source) {
        this.source = source;
    }

    /** The next number. */
    public double next() {
        if (keeps) {
            keeps = false;
            return kept;
        }
        while (true) {
            double x = fromMinusOneToOne();
            double y = fromMinusOneToOne();
            double square = x * x + y * y;
            if (square < 1 && square > 0) {
                // Math.sqrt is exact to the last bit by its definition; Math.log is not, and processors have their own.
                double scale = Math.sqrt(-2 * StrictMath.log(square) / square);
                kept = y * scale;
                keeps = true;
                return x * scale;
            }
        }
    }

    private double fromMinusOneToOne() {
        return (source.nextLong() >>> 11) * TWO_TO_MINUS_52 - 1;
    }
}
