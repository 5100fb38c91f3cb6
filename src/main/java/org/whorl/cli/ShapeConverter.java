package org.whorl.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.whorl.data.ImageShape;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an image's shape, {@code 1x28x28}: channels, rows, columns. */
final class ShapeConverter implements ITypeConverter<ImageShape> {
    private static final Pattern SHAPE = Pattern.compile("(\\d{1,4})x(\\d{1,4})x(\\d{1,4})");

    @Override
    public ImageShape convert(String value) {
        Matcher matcher = SHAPE.matcher(value);
        if (!matcher.matches()) {
            throw new TypeConversionException("expected CHANNELSxROWSxCOLUMNS, found " + value);
        }
        try {
            return new ImageShape(
                    Integer.parseInt(matcher.group(1)),
                    Integer.parseInt(matcher.group(2)),
                    Integer.parseInt(matcher.group(3)));
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
