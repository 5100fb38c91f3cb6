package org.whorl.training.pursuit;

import java.util.Arrays;

import org.whorl.group.Support;
import org.whorl.kernel.Geometry;

/**
 * Images as a pursuit sees them. Those larger than a filter: with their margin of zeros, and less what varies slowly, of which there is
 * much in photographs, and which looks alike from every side. Those as large as a filter: less their mean, and on the filters' support
 * alone, since a square on a ground of zeros has four edges, by which a quarter turn would explain it best, whatever is in it.
 *
 * @param frames each [channels, height, width]
 * @param channels C
 * @param height rows, with the margin
 * @param width columns, with the margin
 */
public record PursuitImages(float[][] frames, int channels, int height, int width) {
    /** Pixels of a sample: enough that more of them change no angle. */
    private static final int PIXELS = 160_000;

    /** Where prepared images come from. */
    @FunctionalInterface
    public interface Source {
        /** Writes an image, [C, H, W], into an array from a place on. */
        void copy(int image, float[] into, int at);
    }

    /**
     * The first images of an order, as many as a sample wants.
     *
     * @param geometry of the network's layers
     * @param support where its filters live
     * @param order the images' numbers
     */
    public static PursuitImages sample(Geometry geometry, Support support, int[] order, Source source) {
        boolean slow = geometry.height() > geometry.kernelHeight() || geometry.width() > geometry.kernelWidth();
        int[] pixels = support.pixels(geometry.kernelHeight());
        int padding = slow ? geometry.padding() : 0;
        int height = geometry.height() + 2 * padding;
        int width = geometry.width() + 2 * padding;
        int count = Math.min(order.length, Math.max(1, PIXELS / (geometry.height() * geometry.width())));
        float[][] frames = new float[count][geometry.channels() * height * width];
        float[] image = new float[geometry.imageSize()];
        for (int n = 0; n < count; n++) {
            source.copy(order[n], image, 0);
            if (slow) {
                takeSlow(image, geometry);
            } else {
                centre(image, geometry.channels(), pixels);
            }
            for (int row = 0; row < geometry.channels() * geometry.height(); row++) {
                int channel = row / geometry.height();
                int y = row % geometry.height() + padding;
                System.arraycopy(
                        image,
                        row * geometry.width(),
                        frames[n],
                        (channel * height + y) * width + padding,
                        geometry.width());
            }
        }
        return new PursuitImages(frames, geometry.channels(), height, width);
    }

    /** Leaves of each channel's values on the support what they differ from their mean, and of the others nothing. */
    private static void centre(float[] image, int channels, int[] pixels) {
        float[] whole = image.clone();
        Arrays.fill(image, 0);
        for (int at = 0; at < image.length; at += image.length / channels) {
            double mean = 0;
            for (int pixel : pixels) {
                mean += (double) whole[at + pixel] / pixels.length;
            }
            for (int pixel : pixels) {
                image[at + pixel] = (float) (whole[at + pixel] - mean);
            }
        }
    }

    /** Takes away what a Gaussian bell of a quarter of a filter's side leaves of an image; the bell is cut off at the edges. */
    private static void takeSlow(float[] image, Geometry geometry) {
        int height = geometry.height();
        int width = geometry.width();
        double[] bell = bell(geometry.kernelHeight() / 4.0);
        double[] across = new double[height * width];
        for (int at = 0; at < image.length; at += height * width) {
            for (int i = 0; i < across.length; i++) {
                across[i] = mean(bell, image, null, at + i / width * width, 1, i % width, width);
            }
            for (int i = 0; i < across.length; i++) {
                image[at + i] -= (float) mean(bell, null, across, i % width, width, i / width, height);
            }
        }
    }

    private static double[] bell(double deviation) {
        double[] bell = new double[(int) Math.ceil(3 * deviation) + 1];
        Arrays.setAll(bell, i -> Math.exp(-i * i / (2 * deviation * deviation)));
        return bell;
    }

    private static double mean(double[] bell, float[] from, double[] or, int first, int step, int middle, int count) {
        double sum = 0;
        double weights = 0;
        for (int i = Math.max(0, middle - bell.length + 1); i < Math.min(count, middle + bell.length); i++) {
            double weight = bell[Math.abs(i - middle)];
            int at = first + i * step;
            sum += weight * (from != null ? from[at] : or[at]);
            weights += weight;
        }
        return sum / weights;
    }

    /** Squares of all values together. */
    double energy() {
        double sum = 0;
        for (float[] frame : frames) {
            for (float value : frame) {
                sum += (double) value * value;
            }
        }
        return sum;
    }
}
