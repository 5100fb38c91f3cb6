package org.whorl.data.whitening;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.data.DataException;
import org.whorl.data.Dataset;
import org.whorl.data.ImageShape;
import org.whorl.data.Progress;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** A cache of the test’s own, and images to whiten. */
abstract class OwnCache {
    @TempDir
    Path cache;

    String before;

    @BeforeEach
    void ownCache() {
        before = System.getProperty("whorl.cache");
        System.setProperty("whorl.cache", cache.toString());
    }

    @AfterEach
    void usualCache() {
        if (before == null) {
            System.clearProperty("whorl.cache");
        } else {
            System.setProperty("whorl.cache", before);
        }
    }

    /** Images whose neighbouring pixels are alike. */
    static Dataset smooth(int count, ImageShape shape, long seed) {
        Random random = new Random(seed);
        float[] pixels = new float[count * shape.size()];
        double last = 0;
        for (int i = 0; i < pixels.length; i++) {
            last = 0.8 * last + 0.2 * random.nextGaussian();
            pixels[i] = (float) Math.min(1, Math.max(0, 0.5 + last));
        }
        return new Dataset(shape, pixels, new int[count], List.of("only"));
    }

    static Preparation fit(Dataset set, Whitening mode, double epsilon) throws DataException {
        return Preparation.fit(set, mode, epsilon, Progress.NONE);
    }

    static void assertWhiteningEqualsReference(Dataset set, double epsilon) throws Exception {
        ImageShape shape = set.shape();
        Preparation fitted = fit(set, Whitening.TRAIN, epsilon);
        float[] standard = fit(set, Whitening.NONE, 0).apply(set, Progress.NONE);
        int size = shape.size();
        double[][] vectors = new double[size][];
        double[] values = ReferenceWhitening.jacobi(ReferenceWhitening.covariance(standard, size), vectors);
        double largest = 0;
        double worst = 0;
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < size; b++) {
                double expected = 0;
                for (int k = 0; k < size; k++) {
                    expected += vectors[k][a] * vectors[k][b] / Math.sqrt(values[k] + epsilon);
                }
                largest = Math.max(largest, Math.abs(expected));
                worst = Math.max(worst, Math.abs(expected - fitted.whitening()[a * size + b]));
            }
        }
        assertTrue(worst < 1e-5 * largest, worst + " of " + largest);
    }
}
