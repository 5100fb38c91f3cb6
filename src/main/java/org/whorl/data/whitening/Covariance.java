package org.whorl.data.whitening;

import java.util.concurrent.CancellationException;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas;
import org.whorl.data.Dataset;
import org.whorl.data.Progress;

/**
 * The covariance of a set of standardised images, divided by images − 1, in double precision: [D, D] in F order, of which
 * only the lower triangle is written.
 *
 * <p>Where all pixels are multiples of 1/255, as those of files are, single precision is exact as well, and twice as fast:
 * of up to 1,024 images with values from −128 to 127, every sum of products is a whole number of at most 2²⁴.
 */
final class Covariance {
    private static final int BATCH = 1_024;
    private static final int MIDDLE = 128;

    private final Preparation standard;
    private final Dataset dataset;
    private final Progress progress;
    private final int size;

    /**
     * Prepares to compute.
     *
     * @param standard standardises the images, and has no centre and no whitening
     */
    Covariance(Preparation standard, Dataset dataset, Progress progress) {
        this.standard = standard;
        this.dataset = dataset;
        this.progress = progress;
        this.size = dataset.shape().size();
    }

    /**
     * Computes.
     *
     * @param center the mean of the standardised images, [D]
     * @param out receives the covariance
     */
    void into(double[] center, DoublePointer out) {
        if (isOfBytes(dataset.pixels())) {
            ofBytes(out);
        } else {
            ofFloats(center, out);
        }
    }

    private static boolean isOfBytes(float[] pixels) {
        for (float pixel : pixels) {
            float value = pixel * 255;
            if (!(Math.abs(value - Math.rint(value)) < 1e-4) || value < 0 || value > 255.5) {
                return false;
            }
        }
        return true;
    }

    private void ofFloats(double[] center, DoublePointer out) {
        float[] image = new float[size];
        double[] centred = new double[size];
        double scale = 1.0 / (dataset.size() - 1);
        try (DoublePointer columns = new DoublePointer((long) size * BATCH)) {
            for (int first = 0; first < dataset.size(); first += BATCH) {
                report(first);
                int count = Math.min(BATCH, dataset.size() - first);
                for (int i = 0; i < count; i++) {
                    standard.standardise(dataset.pixels(), (first + i) * size, image, 0);
                    for (int k = 0; k < size; k++) {
                        centred[k] = image[k] - center[k];
                    }
                    columns.position((long) i * size).put(centred, 0, size);
                }
                columns.position(0);
                addProduct(size, columns, count, scale, first == 0 ? 0 : 1, out);
            }
        }
    }

    /** lower(out) = scale · columns · columnsᵀ + keep · lower(out), with columns [size, count], in F order. */
    static void addProduct(int size, DoublePointer columns, int count, double scale, double keep, DoublePointer out) {
        openblas.cblas_dsyrk(
                openblas.CblasColMajor,
                openblas.CblasLower,
                openblas.CblasNoTrans,
                size,
                count,
                scale,
                columns,
                size,
                keep,
                out,
                size);
    }

    private void ofBytes(DoublePointer out) {
        double[] products = new double[size * size];
        double[] sums = new double[size];
        try (FloatPointer columns = new FloatPointer((long) size * BATCH);
                FloatPointer product = new FloatPointer((long) size * size)) {
            float[] values = new float[size];
            for (int first = 0; first < dataset.size(); first += BATCH) {
                report(first);
                int count = Math.min(BATCH, dataset.size() - first);
                for (int i = 0; i < count; i++) {
                    int from = (first + i) * size;
                    for (int k = 0; k < size; k++) {
                        values[k] = (float) Math.rint(dataset.pixels()[from + k] * 255) - MIDDLE;
                        sums[k] += values[k];
                    }
                    columns.position((long) i * size).put(values, 0, size);
                }
                columns.position(0);
                openblas.cblas_ssyrk(
                        openblas.CblasColMajor,
                        openblas.CblasLower,
                        openblas.CblasNoTrans,
                        size,
                        count,
                        1,
                        columns,
                        size,
                        0,
                        product,
                        size);
                for (int k = 0; k < size; k++) {
                    int diagonal = k * size + k;
                    product.position(diagonal).get(values, 0, size - k);
                    for (int i = 0; i < size - k; i++) {
                        products[diagonal + i] += values[i];
                    }
                }
                product.position(0);
            }
        }
        double[] units = units();
        for (int k = 0; k < size; k++) {
            double mean = sums[k] / dataset.size();
            double factor = units[k] / (dataset.size() - 1);
            for (int i = k; i < size; i++) {
                products[k * size + i] = (products[k * size + i] - sums[i] * mean) * factor * units[i];
            }
        }
        out.put(products, 0, products.length);
    }

    /** How much of a standardised pixel one step of a byte is, for every pixel. */
    private double[] units() {
        int plane = size / dataset.shape().channels();
        double[] units = new double[size];
        for (int k = 0; k < size; k++) {
            units[k] = 1 / (255.0 * standard.std()[k / plane]);
        }
        return units;
    }

    private void report(int done) {
        if (!progress.report("computing the covariance", done, dataset.size())) {
            throw new CancellationException();
        }
    }
}
