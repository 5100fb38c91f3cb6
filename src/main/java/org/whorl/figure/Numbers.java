package org.whorl.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** Numbers for people: up to three significant figures, a true minus sign, a plus where signs matter. */
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
            return sign + power(size, 1);
        }
        int decimals = Math.max(0, 2 - (int) Math.floor(Math.log10(size)));
        String digits = String.format(Locale.ROOT, "%,." + decimals + "f", size);
        // 0.500 says no more than 0.5 on a screen.
        return sign + (decimals > 0 ? digits.replaceAll("\\.?0+$", "") : digits);
    }

    /** The same with + before positive numbers. */
    public static String signed(double value) {
        return (value > 0 ? "+" : "") + format(value);
    }

    /**
     * Numbers that are read side by side, with signs: as many decimals in each as the greatest has where it has three significant figures;
     * −0.201 and +0.200.
     */
    public static List<String> alike(double... values) {
        double most = DoubleStream.of(values).map(Math::abs).max().orElse(0);
        // Also where one of them is no number.
        boolean powers = !(most >= 1e-3 && most < 1e6);
        int decimals = powers ? 0 : Math.max(0, 2 - (int) Math.floor(Math.log10(most)));
        List<String> texts = new ArrayList<>();
        for (double value : values) {
            String digits = String.format(Locale.ROOT, "%,." + decimals + "f", Math.abs(value));
            boolean zero = digits.chars().noneMatch(d -> d >= '1' && d <= '9');
            texts.add(powers ? signed(value) : (zero ? "" : value < 0 ? "−" : "+") + digits);
        }
        return texts;
    }

    /** An angle with °: to one decimal, and without it where that says nothing; 48.1°, 60°. */
    public static String degrees(double value) {
        String digits = String.format(Locale.ROOT, "%.1f", Math.abs(value));
        String shorter = digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits;
        return (value < 0 && !shorter.equals("0") ? "−" : "") + shorter + "°";
    }

    /**
     * A number by its power of ten: 6.5·10⁻¹⁵.
     *
     * @param size above 0
     * @param decimals before the power
     */
    public static String power(double size, int decimals) {
        String[] parts = String.format(Locale.ROOT, "%." + decimals + "e", size).split("e");
        return parts[0] + "·10" + superscript(Integer.parseInt(parts[1]));
    }

    /** A whole number in small raised digits, as an exponent: ⁻¹⁵. */
    public static String superscript(int number) {
        StringBuilder text = new StringBuilder();
        for (char c : Integer.toString(number).toCharArray()) {
            text.append(c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0'));
        }
        return text.toString();
    }
}
