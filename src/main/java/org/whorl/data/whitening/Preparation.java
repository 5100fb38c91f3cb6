package org.whorl.data.whitening;

import java.util.Arrays;
import java.util.concurrent.CancellationException;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.whorl.data.CacheFolder;
import org.whorl.data.DataException;
import org.whorl.data.Dataset;
import org.whorl.data.ImageShape;
import org.whorl.data.Moments;
import org.whorl.data.Progress;
import org.whorl.data.natives.PackedLibraries;

/**
 * What happens to an image before the network sees it: each channel is standardised; then, where it is whitened, the mean
 * image is subtracted and a symmetric matrix applied (ZCA):
 *
 * <pre>s = (pixels − mean) / std        z = whitening · (s − center)</pre>
 *
 * A model keeps {@code input/mean}, {@code input/std} and, where whitened, {@code input/center} and
 * {@code input/whitening}; with them it prepares its own inputs. Treat the arrays as read-only.
 *
 * @param shape the shape of the images, D = channels · height · width
 * @param mean [channels]
 * @param std [channels], positive
 * @param center [D], the mean image after standardising; null means zeros
 * @param whitening [D, D] row-major and symmetric; null for none
 * @param epsilon what was added to every variance before its root was taken; 0 without whitening
 */
public record Preparation(
        ImageShape shape, float[] mean, float[] std, float[] center, float[] whitening, double epsilon) {
    /**
     * The default ε. Standardised pixels have variance 1, so it leaves directions alone that carry less than a hundredth of
     * that, which in photographs is noise.
     */
    public static final double DEFAULT_EPSILON = 0.01;

    /** Images that go through the matrix together. */
    private static final int BATCH = 2_000;

    private static final float SYMMETRY = 1e-3f;

    public Preparation {
        int channels = shape.channels();
        int size = shape.size();
        expect("mean", mean, channels);
        expect("std", std, channels);
        for (float value : std) {
            if (value <= 0) {
                throw new IllegalArgumentException("std: expected positive numbers, found " + value);
            }
        }
        if (center != null) {
            expect("center", center, size);
        }
        if (whitening != null) {
            if (size > ZcaFit.MAX_DIMENSIONS) {
                throw new IllegalArgumentException(
                        "whitening: expected images of at most " + ZcaFit.MAX_DIMENSIONS + " values, found " + shape);
            }
            expect("whitening", whitening, size * size);
            checkSymmetric(whitening, size);
        }
        if (!(epsilon >= 0) || epsilon == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("epsilon: expected a number of at least 0, found " + epsilon);
        }
    }

    /** Leaves every image as it is. */
    public static Preparation identity(ImageShape shape) {
        float[] ones = new float[shape.channels()];
        Arrays.fill(ones, 1);
        return new Preparation(shape, new float[shape.channels()], ones, null, null, 0);
    }

    /**
     * Fits to a set. For {@link Whitening#EACH}, fit to each set and apply to that set alone.
     *
     * <p>ZCA is (Σ + εI)<sup>−1/2</sup> of the covariance Σ (divided by images − 1) of the standardised pixels. On
     * directions whose variance is at least 1,000 ε, the kept subspace, the whitened images have unit covariance within
     * 1e-3; those with less are shrunk. With ε = 0, directions without any variance are left out. The matrix is kept in
     * {@link CacheFolder}, under the content of the set and ε.
     *
     * @param epsilon ε, in units of the variance of a standardised pixel
     * @throws DataException where the set is too small, or its images too large to be whitened
     * @throws CancellationException where the progress asks to stop
     */
    public static Preparation fit(Dataset dataset, Whitening mode, double epsilon, Progress progress)
            throws DataException {
        if (dataset.size() == 0) {
            throw new DataException("preparation: expected at least one image, found none");
        }
        if (!(epsilon >= 0) || epsilon == Double.POSITIVE_INFINITY) {
            throw new DataException("whitening: expected an ε of at least 0, found " + epsilon);
        }
        Preparation standard = standardise(dataset);
        if (mode == Whitening.NONE) {
            return standard;
        }
        return new WhiteningCache(CacheFolder.path().resolve("whitening"))
                .get(dataset, epsilon, progress, () -> new ZcaFit(standard, dataset, epsilon, progress).fit());
    }

    private static Preparation standardise(Dataset dataset) {
        Moments moments = Moments.of(dataset);
        float[] mean = new float[dataset.shape().channels()];
        float[] std = new float[mean.length];
        for (int channel = 0; channel < mean.length; channel++) {
            mean[channel] = (float) moments.mean()[channel];
            // A channel without any variation stays as it is rather than being divided by nothing.
            std[channel] = moments.std()[channel] > 1e-6 ? (float) moments.std()[channel] : 1;
        }
        return new Preparation(dataset.shape(), mean, std, null, null, 0);
    }

    /**
     * Prepares a whole set.
     *
     * @return [images, channels, height, width], a new array
     * @throws CancellationException where the progress asks to stop
     */
    public float[] apply(Dataset dataset, Progress progress) {
        if (!dataset.shape().equals(shape)) {
            throw new IllegalArgumentException(
                    "preparation: expected images of " + shape + ", found " + dataset.shape());
        }
        int size = shape.size();
        float[] out = new float[dataset.pixels().length];
        if (whitening != null) {
            PackedLibraries.ready();
        }
        INDArray matrix = whitening == null ? null : Nd4j.create(whitening, new long[] {size, size}, 'f');
        float[] batch = new float[whitening == null ? 0 : Math.min(BATCH, dataset.size()) * size];
        for (int first = 0; first < dataset.size(); first += BATCH) {
            if (!progress.report("preparing images", first, dataset.size())) {
                throw new CancellationException();
            }
            int count = Math.min(BATCH, dataset.size() - first);
            if (matrix == null) {
                for (int image = first; image < first + count; image++) {
                    standardise(dataset.pixels(), image * size, out, image * size);
                }
                continue;
            }
            for (int image = 0; image < count; image++) {
                standardise(dataset.pixels(), (first + image) * size, batch, image * size);
            }
            // [images, D] in C order is [D, images] in F order, the order in which products are fast.
            float[] part = batch.length == count * size ? batch : Arrays.copyOf(batch, count * size);
            try (INDArray columns = Nd4j.create(part, new long[] {size, count}, 'f');
                    INDArray product = Nd4j.createUninitialized(DataType.FLOAT, new long[] {size, count}, 'f')) {
                matrix.mmuli(columns, product);
                product.data().asNioFloat().get(out, first * size, count * size);
            }
        }
        if (matrix != null) {
            matrix.close();
        }
        return out;
    }

    /**
     * Prepares one image.
     *
     * @param image holds the image, [channels, height, width] with values in [0, 1], from {@code offset}
     * @param out receives the prepared image from {@code outOffset}; may be the same place only without whitening
     */
    public void apply(float[] image, int offset, float[] out, int outOffset) {
        if (whitening == null) {
            standardise(image, offset, out, outOffset);
            return;
        }
        int size = shape.size();
        float[] s = new float[size];
        standardise(image, offset, s, 0);
        Arrays.fill(out, outOffset, outOffset + size, 0);
        // The matrix is symmetric, so its rows can be added up instead of multiplied out: a loop that vectorises.
        int row = 0;
        for (; row + 4 <= size; row += 4) {
            addRows(s[row], s[row + 1], s[row + 2], s[row + 3], row * size, out, outOffset);
        }
        for (; row < size; row++) {
            addRows(s[row], 0, 0, 0, row * size, out, outOffset);
        }
    }

    private void addRows(float a, float b, float c, float d, int first, float[] out, int outOffset) {
        int size = shape.size();
        float[] w = whitening;
        if (b == 0 && c == 0 && d == 0) {
            for (int i = 0; i < size; i++) {
                out[outOffset + i] += a * w[first + i];
            }
            return;
        }
        int second = first + size;
        int third = second + size;
        int fourth = third + size;
        for (int i = 0; i < size; i++) {
            out[outOffset + i] += a * w[first + i] + b * w[second + i] + c * w[third + i] + d * w[fourth + i];
        }
    }

    /** Standardises and, where there is one, subtracts the mean image. */
    void standardise(float[] in, int from, float[] out, int to) {
        int plane = shape.height() * shape.width();
        for (int channel = 0; channel < mean.length; channel++) {
            float shift = mean[channel];
            float scale = 1 / std[channel];
            int start = channel * plane;
            for (int i = start; i < start + plane; i++) {
                out[to + i] = (in[from + i] - shift) * scale;
            }
        }
        if (center != null) {
            for (int i = 0; i < center.length; i++) {
                out[to + i] -= center[i];
            }
        }
    }

    private static void expect(String what, float[] values, int length) {
        if (values.length != length) {
            throw new IllegalArgumentException(what + ": expected " + length + " numbers, found " + values.length);
        }
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new IllegalArgumentException(what + ": expected finite numbers, found " + value);
            }
        }
    }

    private static void checkSymmetric(float[] matrix, int size) {
        float largest = 0;
        for (float value : matrix) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < row; column++) {
                if (Math.abs(matrix[row * size + column] - matrix[column * size + row]) > SYMMETRY * largest) {
                    throw new IllegalArgumentException(
                            "whitening: expected a symmetric matrix, found a difference at row " + row + ", column "
                                    + column);
                }
            }
        }
    }
}
