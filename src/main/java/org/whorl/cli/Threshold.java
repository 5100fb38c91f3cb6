package org.whorl.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The option on λ.
 *
 * @param value fixed, or where learning starts
 * @param learned whether it is learned
 */
record Threshold(double value, boolean learned) {
    private static final String LEARNED = "learned";

    /** Where the authors' code starts learning. */
    private static final double START = 1;

    /** Reads a number, or {@code learned}, or {@code learned:} and the number that it starts from. */
    static final class Converter implements ITypeConverter<Threshold> {
        @Override
        public Threshold convert(String value) {
            if (value.equals(LEARNED)) {
                return new Threshold(START, true);
            }
            boolean learned = value.startsWith(LEARNED + ":");
            try {
                return new Threshold(
                        Double.parseDouble(learned ? value.substring(LEARNED.length() + 1) : value), learned);
            } catch (NumberFormatException e) {
                throw new TypeConversionException("expected a number, learned or learned:NUMBER, found " + value);
            }
        }
    }
}
