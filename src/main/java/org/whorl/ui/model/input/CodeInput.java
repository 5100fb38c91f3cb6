package org.whorl.ui.model.input;

import java.util.Arrays;
import java.util.OptionalInt;

import org.whorl.data.Dataset;
import org.whorl.data.ImageShape;

/**
 * An image to look at, upright.
 *
 * @param name for people: “test 217”, a file's name, “drawing”
 * @param shape of the image
 * @param pixels values in [0, 1], [channels, height, width]; not to be changed
 * @param label its class, where known
 */
public record CodeInput(String name, ImageShape shape, float[] pixels, OptionalInt label) {
    public CodeInput {
        if (pixels.length != shape.size()) {
            throw new IllegalArgumentException(name + ": expected " + shape.size() + " values, found " + pixels.length);
        }
    }

    /** An image of a set. */
    public static CodeInput of(Dataset data, int index) {
        int size = data.shape().size();
        float[] pixels = Arrays.copyOfRange(data.pixels(), index * size, (index + 1) * size);
        return new CodeInput("test " + (index + 1), data.shape(), pixels, OptionalInt.of(data.labels()[index]));
    }

    /** An empty sheet to draw on. */
    public static CodeInput blank(ImageShape shape) {
        return new CodeInput("drawing", shape, new float[shape.size()], OptionalInt.empty());
    }
}
