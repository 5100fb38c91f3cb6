package org.whorl.ui.model.input;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.IntStream;

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
    private static final String DRAWING = "drawing";

    private static final int LOOKED_AT = 50;
    /** Of the way from black to white: by how much edges differ where a picture looks inverted. */
    private static final double CLEARLY = 0.5;

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

    /** Black for white, and white for black. */
    CodeInput inverted() {
        float[] other = new float[pixels.length];
        for (int i = 0; i < other.length; i++) {
            other[i] = 1 - pixels[i];
        }
        return new CodeInput(name, shape, other, label);
    }

    /** The mean of the outermost pixels, in [0, 1]. */
    double edge() {
        double sum = 0;
        int count = 0;
        int area = shape.height() * shape.width();
        for (int i = 0; i < pixels.length; i++) {
            int row = i % area / shape.width();
            int column = i % shape.width();
            if (row == 0 || column == 0 || row == shape.height() - 1 || column == shape.width() - 1) {
                sum += pixels[i];
                count++;
            }
        }
        return sum / count;
    }

    /** Whether it has a bright edge where a set's images have a dark one, or the other way round. */
    boolean looksInvertedBeside(Dataset data) {
        return Math.abs(edge() - edge(data)) > CLEARLY;
    }

    /** The mean of the outermost pixels of a set's first images. */
    static double edge(Dataset data) {
        return IntStream.range(0, Math.min(LOOKED_AT, data.size()))
                .mapToDouble(i -> of(data, i).edge())
                .average()
                .orElse(0);
    }

    /** An empty sheet to draw on. */
    public static CodeInput blank(ImageShape shape) {
        return drawing(shape, new float[shape.size()]);
    }

    /** What is drawn. */
    public static CodeInput drawing(ImageShape shape, float[] pixels) {
        return new CodeInput(DRAWING, shape, pixels, OptionalInt.empty());
    }

    /** Whether it was drawn here. */
    public boolean isDrawing() {
        return label.isEmpty() && name.equals(DRAWING);
    }

    /** Whether it is a sheet on which nothing is drawn yet. */
    public boolean isEmptySheet() {
        if (!isDrawing()) {
            return false;
        }
        for (float pixel : pixels) {
            if (pixel != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is a test image of a set, and not a file or a drawing. */
    public boolean isOfSet() {
        return label.isPresent();
    }
}
