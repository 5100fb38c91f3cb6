package org.whorl.data;

import java.util.Arrays;
import java.util.Random;

/**
 * Turns images about their centre, counter-clockwise as seen on the screen (where the row axis points down), with
 * bilinear interpolation and zeros outside. Multiples of 90° of square images move pixels and change none.
 */
public final class ImageRotation {
    private ImageRotation() {}

    /**
     * Turns one image.
     *
     * @param in holds the image, [channels, height, width], from {@code inOffset}
     * @param out receives the turned image from {@code outOffset}; not the same place as the image
     * @param degreesCounterClockwise any finite angle
     */
    public static void turn(
            float[] in, int inOffset, float[] out, int outOffset, ImageShape shape, double degreesCounterClockwise) {
        if (!Double.isFinite(degreesCounterClockwise)) {
            throw new IllegalArgumentException("angle: expected a finite number, found " + degreesCounterClockwise);
        }
        int height = shape.height();
        int width = shape.width();
        double quarters = degreesCounterClockwise / 90;
        boolean exact = quarters == Math.rint(quarters);
        // sin(π) is not quite 0 in floating point, so the quarter turns take their values from a table.
        int quarter = (int) Math.floorMod((long) Math.rint(quarters % 4), 4L);
        double radians = Math.toRadians(degreesCounterClockwise % 360);
        double cos = exact ? new int[] {1, 0, -1, 0}[quarter] : Math.cos(radians);
        double sin = exact ? new int[] {0, 1, 0, -1}[quarter] : Math.sin(radians);
        double centreRow = (height - 1) / 2.0;
        double centreColumn = (width - 1) / 2.0;
        int plane = height * width;
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                // Each pixel looks back, clockwise, to where it came from.
                double right = column - centreColumn;
                double down = row - centreRow;
                double fromColumn = cos * right - sin * down + centreColumn;
                double fromRow = sin * right + cos * down + centreRow;
                int left = (int) Math.floor(fromColumn);
                int top = (int) Math.floor(fromRow);
                float alongRow = (float) (fromColumn - left);
                float alongColumn = (float) (fromRow - top);
                boolean leftInside = left >= 0 && left < width;
                boolean rightInside = left >= -1 && left < width - 1;
                boolean topInside = top >= 0 && top < height;
                boolean bottomInside = top >= -1 && top < height - 1;
                int at = row * width + column;
                int from = top * width + left;
                for (int channel = 0; channel < shape.channels(); channel++) {
                    int base = inOffset + channel * plane + from;
                    float upper = 0;
                    float lower = 0;
                    if (topInside) {
                        upper = mix(leftInside ? in[base] : 0, rightInside ? in[base + 1] : 0, alongRow);
                    }
                    if (bottomInside) {
                        lower = mix(
                                leftInside ? in[base + width] : 0, rightInside ? in[base + width + 1] : 0, alongRow);
                    }
                    out[outOffset + channel * plane + at] = mix(upper, lower, alongColumn);
                }
            }
        }
    }

    /**
     * Turns one image by bicubic interpolation (Catmull–Rom), which keeps it sharper than {@link #turn}: for images that were turned before.
     *
     * @param in holds the image, [channels, height, width], from index 0
     * @param out receives the turned image from {@code outOffset}
     */
    static void turnSharply(float[] in, float[] out, int outOffset, ImageShape shape, double degreesCounterClockwise) {
        int height = shape.height();
        int width = shape.width();
        int plane = height * width;
        double cos = Math.cos(Math.toRadians(degreesCounterClockwise));
        double sin = Math.sin(Math.toRadians(degreesCounterClockwise));
        double centreRow = (height - 1) / 2.0;
        double centreColumn = (width - 1) / 2.0;
        float[] across = new float[4];
        float[] along = new float[4];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                double right = column - centreColumn;
                double down = row - centreRow;
                double fromColumn = cos * right - sin * down + centreColumn;
                double fromRow = sin * right + cos * down + centreRow;
                int left = (int) Math.floor(fromColumn) - 1;
                int top = (int) Math.floor(fromRow) - 1;
                catmullRom((float) (fromColumn - left - 1), across);
                catmullRom((float) (fromRow - top - 1), along);
                for (int channel = 0; channel < shape.channels(); channel++) {
                    float sum = 0;
                    for (int i = Math.max(0, -top); i < Math.min(4, height - top); i++) {
                        float line = 0;
                        for (int j = Math.max(0, -left); j < Math.min(4, width - left); j++) {
                            line += across[j] * in[channel * plane + (top + i) * width + left + j];
                        }
                        sum += along[i] * line;
                    }
                    out[outOffset + channel * plane + row * width + column] = sum;
                }
            }
        }
    }

    /**
     * The weights of four neighbours along a line, which sum to 1 (Catmull–Rom).
     *
     * @param t how far the place is from the second towards the third, in [0, 1]
     * @param weights receives the four weights
     */
    public static void catmullRom(float t, float[] weights) {
        weights[0] = ((-0.5f * t + 1) * t - 0.5f) * t;
        weights[1] = (1.5f * t - 2.5f) * t * t + 1;
        weights[2] = ((-1.5f * t + 2) * t + 0.5f) * t;
        weights[3] = (0.5f * t - 0.5f) * t * t;
    }

    private static float mix(float a, float b, float share) {
        return share == 0 ? a : a + (b - a) * share;
    }

    /**
     * Turns every image by its own angle, uniform in [0°, 360°).
     *
     * @param seed the angles follow from it, on every machine alike
     */
    public static Dataset turnRandomly(Dataset dataset, long seed) {
        // java.util.Random, since its numbers are part of its specification.
        Random random = new Random(seed);
        double[] degrees = new double[dataset.size()];
        for (int i = 0; i < degrees.length; i++) {
            degrees[i] = 360 * random.nextDouble();
        }
        return turn(dataset, degrees);
    }

    /** Turns every image by the same angle in degrees, counter-clockwise. */
    public static Dataset turn(Dataset dataset, double degrees) {
        double[] all = new double[dataset.size()];
        Arrays.fill(all, degrees);
        return turn(dataset, all);
    }

    private static Dataset turn(Dataset dataset, double[] degrees) {
        ImageShape shape = dataset.shape();
        float[] turned = new float[dataset.pixels().length];
        for (int image = 0; image < degrees.length; image++) {
            int offset = image * shape.size();
            turn(dataset.pixels(), offset, turned, offset, shape, degrees[image]);
        }
        return new Dataset(shape, turned, dataset.labels(), dataset.classNames());
    }
}
