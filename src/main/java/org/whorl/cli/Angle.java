package org.whorl.cli;

import org.whorl.group.CyclicGroup;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a generator's angle in degrees. */
final class Angle implements ITypeConverter<CyclicGroup> {
    @Override
    public CyclicGroup convert(String value) {
        try {
            return CyclicGroup.ofAngle(Double.parseDouble(value));
        } catch (NumberFormatException e) {
            throw new TypeConversionException("expected degrees, found " + value);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
