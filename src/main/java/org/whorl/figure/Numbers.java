package org.whorl.figure;

import java.util.Locale;

/** Numbers for people: three significant figures, a true minus sign, a plus where signs matter. */
public final class Numbers {
    private Numbers() {}

    /** −0.0423, 12.5, 1.1·10⁻³ for very small or large ones, 0. */
    public static String format(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        if (value == 0) {
            return "0";
        }
        double size = Math.abs(value);
        String sign = value < 0 ? "−" : "";
        if (Double.isInfinite(size)) {
            return sign + "∞";
        }
        if (size < 1e-3 || size >= 1e6) {
            int exponent = (int) Math.floor(Math.log10(size));
            return sign + String.format(Locale.ROOT, "%.1f", size / Math.pow(10, exponent)) + "·10"
                    + superscript(exponent);
        }
        int decimals = Math.max(0, 2 - (int) Math.floor(Math.log10(size)));
        return sign + String.format(Locale.ROOT, "%." + decimals + "f", size);
    }

    /** The same with + before positive numbers. */
    public static String signed(double value) {
        return (value > 0 ? "+" : "") + format(value);
    }

    private static String superscript(int number) {
        StringBuilder text = new StringBuilder();
        for (char c : Integer.toString(number).toCharArray()) {
            text.append(c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0'));
        }
        return text.toString();
    }
}
