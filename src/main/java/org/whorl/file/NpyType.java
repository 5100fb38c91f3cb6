package org.whorl.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The type of an array's values, as NumPy's {@code descr} says it: {@code <f4}, {@code |u1}, {@code >i8}, {@code |S12}.
 *
 * @param order of a value's bytes
 * @param kind f, i, u, b for truth values; S for bytes and U for letters
 * @param width of a value in bytes; of S in bytes and of U in letters
 */
record NpyType(ByteOrder order, char kind, int width) {
    private static final Pattern FORM = Pattern.compile("([<>|=])([fiubSU])([0-9]{1,9})");

    /** None where it is another, of objects, of complex numbers, of records … */
    static Optional<NpyType> of(String descr) {
        Matcher matcher = FORM.matcher(descr);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        NpyType type = new NpyType(
                matcher.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
                matcher.group(2).charAt(0),
                Integer.parseInt(matcher.group(3)));
        return type.isKnown() ? Optional.of(type) : Optional.empty();
    }

    private boolean isKnown() {
        return switch (kind) {
            case 'f' -> width == 2 || width == 4 || width == 8;
            case 'i', 'u' -> width == 1 || width == 2 || width == 4 || width == 8;
            case 'b' -> width == 1;
            default -> true;
        };
    }

    /** Whether its values are letters rather than numbers. */
    boolean isText() {
        return kind == 'S' || kind == 'U';
    }

    /** The bytes of a value. */
    long bytes() {
        return kind == 'U' ? 4L * width : width;
    }

    /** NumPy's name: uint8, float16. */
    String numpyName() {
        String name =
                switch (kind) {
                    case 'f' -> "float";
                    case 'i' -> "int";
                    case 'u' -> "uint";
                    case 'b' -> "bool";
                    default -> "text";
                };
        return kind == 'b' || isText()
                ? name
                : name + 8 * width + (order == ByteOrder.BIG_ENDIAN ? ", big-endian" : "");
    }

    /** The next number of a buffer in this order. */
    float next(ByteBuffer buffer) {
        return switch (kind) {
            case 'f' ->
                width == 2 ? half(buffer.getShort()) : width == 4 ? buffer.getFloat() : (float) buffer.getDouble();
            case 'i' ->
                width == 1
                        ? buffer.get()
                        : width == 2 ? buffer.getShort() : width == 4 ? buffer.getInt() : buffer.getLong();
            case 'u' -> unsigned(buffer);
            default -> buffer.get() == 0 ? 0 : 1;
        };
    }

    private float unsigned(ByteBuffer buffer) {
        return switch (width) {
            case 1 -> buffer.get() & 0xff;
            case 2 -> buffer.getShort() & 0xffff;
            case 4 -> Integer.toUnsignedLong(buffer.getInt());
            default -> {
                long value = buffer.getLong();
                // Half of it, with the last bit kept for rounding, and twice that.
                yield value >= 0 ? value : 2 * (float) (value >>> 1 | value & 1);
            }
        };
    }

    /** A number of 16 bits, IEEE 754's binary16. */
    private static float half(short bits) {
        int exponent = bits >> 10 & 0x1f;
        int fraction = bits & 0x3ff;
        float magnitude =
                switch (exponent) {
                    case 0 -> fraction * 0x1p-24f;
                    case 0x1f -> fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
                    default -> (0x400 + fraction) * 0x1p-25f * (1 << exponent);
                };
        return bits < 0 ? -magnitude : magnitude;
    }
}
