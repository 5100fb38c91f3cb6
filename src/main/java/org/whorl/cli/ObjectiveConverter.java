package org.whorl.cli;

import org.whorl.network.Objective;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code classify}, {@code reconstruct}, or both with their weights, {@code classify:1,reconstruct:0.1}. */
final class ObjectiveConverter implements ITypeConverter<Objective> {
    @Override
    public Objective convert(String value) {
        double classify = 0;
        double reconstruct = 0;
        try {
            for (String part : value.split(",")) {
                String[] words = part.split(":", 2);
                double weight = words.length == 1 ? 1 : Double.parseDouble(words[1]);
                switch (words[0]) {
                    case "classify" -> classify = weight;
                    case "reconstruct" -> reconstruct = weight;
                    default -> throw new NumberFormatException();
                }
            }
        } catch (NumberFormatException e) {
            throw new TypeConversionException(
                    "expected classify, reconstruct or classify:WEIGHT,reconstruct:WEIGHT, found " + value);
        }
        try {
            return new Objective(classify, reconstruct);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
