package org.whorl.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.whorl.figure.FigureWidth;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * How wide a picture is.
 *
 * @param amount of the unit
 * @param unit px, cm, mm or in
 * @param dpi the resolution that goes with it
 */
record PictureWidth(double amount, String unit, double dpi) {
    private static final double DPI_ON_SCREEN = 144;
    private static final double DPI_ON_PAPER = 300;

    private static final Pattern FORM = Pattern.compile("([0-9]+(?:\\.[0-9]+)?) ?(px|cm|mm|in)?");

    /** Whether it is a length, and so needs a resolution to become pixels. */
    boolean onPaper() {
        return !unit.equals("px");
    }

    /** Its width in pixels at so many to the inch; far out of every range where it is. */
    int pixels(double dpi) {
        double inches =
                switch (unit) {
                    case "cm" -> amount / 2.54;
                    case "mm" -> amount / 25.4;
                    default -> amount;
                };
        return (int) Math.min(Integer.MAX_VALUE, Math.round(onPaper() ? inches * dpi : amount));
    }

    /** Reads it. */
    static final class Converter implements ITypeConverter<PictureWidth> {
        @Override
        public PictureWidth convert(String text) {
            for (FigureWidth usual : FigureWidth.values()) {
                if (text.strip().equalsIgnoreCase(usual.option())) {
                    return new PictureWidth(usual.centimetres(), "cm", usual.dpi());
                }
            }
            Matcher matcher = FORM.matcher(text.toLowerCase(Locale.ROOT).strip());
            if (!matcher.matches()) {
                throw new TypeConversionException("expected a number of px, cm, mm or in, or one of "
                        + FigureWidth.options() + ", found " + text);
            }
            String unit = matcher.group(2) == null ? "px" : matcher.group(2);
            return new PictureWidth(
                    Double.parseDouble(matcher.group(1)), unit, unit.equals("px") ? DPI_ON_SCREEN : DPI_ON_PAPER);
        }
    }
}
