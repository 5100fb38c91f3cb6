package org.whorl.cli;

import org.whorl.group.FiniteGroup;
import org.whorl.network.NetworkSettings;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a generator's angle in degrees. */
final class Angle implements ITypeConverter<FiniteGroup> {
    @Override
    public FiniteGroup convert(String value) {
        try {
            return NetworkSettings.GROUP.kind().parse().apply(value);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
