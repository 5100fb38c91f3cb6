package org.whorl.file;

import java.util.Arrays;
import java.util.List;

/**
 * An array of float32.
 *
 * @param shape its dimensions, each ≥ 0; none for a single number
 * @param values their product of values, C order (the last index runs fastest)
 */
public record NpyArray(List<Integer> shape, float[] values) {
    /** The most dimensions NumPy gives an array. */
    public static final int MAX_DIMENSIONS = 32;

    public NpyArray {
        shape = List.copyOf(shape);
        long length = 1;
        for (int dimension : shape) {
            length = Math.multiplyExact(length, (long) dimension);
        }
        if (length != values.length || shape.stream().anyMatch(d -> d < 0) || shape.size() > MAX_DIMENSIONS) {
            throw new IllegalArgumentException(
                    "array: expected as many values as the shape " + shape + " has, found " + values.length);
        }
    }

    /** An array of this shape. */
    public static NpyArray of(float[] values, int... shape) {
        return new NpyArray(Arrays.stream(shape).boxed().toList(), values);
    }
}
