package org.whorl.cli;

import java.util.ArrayList;
import java.util.List;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Angles in degrees.
 *
 * @param degrees in the order that was asked for
 */
record Angles(List<Double> degrees) {
    private static final int MOST = 3600;

    Angles {
        degrees = List.copyOf(degrees);
    }

    /** Reads {@code START:STOP:STEP}, without the stop as Python has it, or a list {@code 0,45,90}. */
    static final class Converter implements ITypeConverter<Angles> {
        @Override
        public Angles convert(String value) {
            try {
                return new Angles(value.contains(":") ? range(value.split(":", -1)) : list(value.split(",", -1)));
            } catch (NumberFormatException e) {
                throw new TypeConversionException(
                        "expected START:STOP:STEP or degrees with commas between, found " + value);
            }
        }

        private static List<Double> range(String[] parts) {
            if (parts.length != 3) {
                throw new NumberFormatException();
            }
            double start = finite(parts[0]);
            double stop = finite(parts[1]);
            double step = finite(parts[2]);
            double count = Math.ceil((stop - start) / step - 1e-9);
            if (!(count >= 1 && count <= MOST)) {
                throw new TypeConversionException(
                        "expected 1 to " + MOST + " angles, found " + String.join(":", parts));
            }
            List<Double> degrees = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                degrees.add(start + i * step);
            }
            return degrees;
        }

        private static List<Double> list(String[] parts) {
            List<Double> degrees = new ArrayList<>();
            for (String part : parts) {
                degrees.add(finite(part));
            }
            return degrees;
        }

        private static double finite(String number) {
            double value = Double.parseDouble(number.strip());
            if (!Double.isFinite(value)) {
                throw new NumberFormatException();
            }
            return value;
        }
    }
}
