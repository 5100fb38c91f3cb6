package org.whorl.data.whitening;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.bytedeco.javacpp.DoublePointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whorl.data.Dataset;
import org.whorl.data.ImageShape;
import org.whorl.data.Progress;
import org.whorl.data.Refusal;
import org.whorl.data.set.Datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PreparationTest extends OwnCache {
    @Test
    void standardisesEachChannel() throws Exception {
        Dataset set = smooth(50, new ImageShape(3, 4, 5), 1);
        Preparation fitted = fit(set, Whitening.NONE, 0);
        assertEquals(3, fitted.mean().length);
        float[] out = fitted.apply(set, Progress.NONE);
        for (int channel = 0; channel < 3; channel++) {
            double sum = 0;
            double squares = 0;
            for (int image = 0; image < 50; image++) {
                for (int i = 0; i < 20; i++) {
                    float value = out[image * 60 + channel * 20 + i];
                    sum += value;
                    squares += value * value;
                }
            }
            assertEquals(0, sum / 1000, 1e-5);
            assertEquals(1, squares / 1000, 1e-4);
        }
    }

    @Test
    void constantChannelIsNotDividedByNothing() throws Exception {
        float[] pixels = new float[8];
        Arrays.fill(pixels, 0.25f);
        Dataset set = new Dataset(new ImageShape(1, 2, 2), pixels, new int[2], List.of("only"));
        assertArrayEquals(new float[8], fit(set, Whitening.NONE, 0).apply(set, Progress.NONE), 1e-6f);
        for (double epsilon : new double[] {0, 0.1}) {
            assertArrayEquals(new float[8], fit(set, Whitening.TRAIN, epsilon).apply(set, Progress.NONE), 1e-6f);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-4, 0.1, 3})
    void whiteningEqualsReferenceInDoublePrecision(double epsilon) throws Exception {
        assertWhiteningEqualsReference(smooth(2_100, new ImageShape(1, 5, 10), 2), epsilon);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-4, 0.1, 3})
    void whiteningOfBytesEqualsReferenceInDoublePrecision(double epsilon) throws Exception {
        Dataset set = smooth(2_100, new ImageShape(3, 4, 4), 2);
        float[] bytes = set.pixels().clone();
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = Math.round(bytes[i] * 255) / 255f;
        }
        assertWhiteningEqualsReference(new Dataset(set.shape(), bytes, set.labels(), set.classNames()), epsilon);
    }

    @Test
    void whitenedTrainingDataHasUnitCovarianceOnTheKeptSubspace() throws Exception {
        // Built-in digits are enlarged from 64 pixels, so most of their 784 directions carry nothing.
        Dataset train =
                Datasets.load("digits", Optional.empty(), 1, Progress.NONE).train();
        double epsilon = 1e-6;
        int size = train.shape().size();
        Preparation fitted = fit(train, Whitening.TRAIN, epsilon);
        double[] before =
                ReferenceWhitening.covariance(fit(train, Whitening.NONE, 0).apply(train, Progress.NONE), size);
        double[] after = ReferenceWhitening.covariance(fitted.apply(train, Progress.NONE), size);
        double[] vectors = new double[size * size];
        double[] values;
        try (DoublePointer matrix = new DoublePointer(before);
                DoublePointer basis = new DoublePointer((long) size * size)) {
            values = SymmetricEigen.decompose(size, matrix, basis);
            basis.get(vectors);
        }
        int kept = 0;
        double worst = 0;
        for (int a = 0; a < size; a++) {
            if (values[a] < 1000 * epsilon) {
                continue;
            }
            kept++;
            double[] product = new double[size];
            for (int row = 0; row < size; row++) {
                for (int k = 0; k < size; k++) {
                    product[row] += after[row * size + k] * vectors[a * size + k];
                }
            }
            for (int b = 0; b < size; b++) {
                if (values[b] >= 1000 * epsilon) {
                    double entry = 0;
                    for (int k = 0; k < size; k++) {
                        entry += product[k] * vectors[b * size + k];
                    }
                    worst = Math.max(worst, Math.abs(entry - (a == b ? 1 : 0)));
                }
            }
        }
        assertTrue(kept > 50, "kept " + kept);
        assertTrue(worst < 1.05e-3, "worst " + worst);
    }

    @Test
    void withoutEpsilonDirectionsWithoutVarianceAreLeftOut() throws Exception {
        // Fewer images than dimensions: at most 9 directions have any variance.
        Dataset set = smooth(10, new ImageShape(1, 5, 5), 3);
        Preparation fitted = fit(set, Whitening.TRAIN, 0);
        double[] covariance = ReferenceWhitening.covariance(fitted.apply(set, Progress.NONE), 25);
        double trace = 0;
        for (int i = 0; i < 25; i++) {
            trace += covariance[i * 25 + i];
        }
        assertEquals(9, trace, 1e-3);
    }

    @Test
    void oneImageIsPreparedAsAmongMany() throws Exception {
        for (int width : new int[] {4, 5, 7}) {
            Dataset set = smooth(30, new ImageShape(3, 3, width), 4);
            for (Whitening mode : Whitening.values()) {
                Preparation fitted = fit(set, mode, 0.01);
                float[] all = fitted.apply(set, Progress.NONE);
                int size = set.shape().size();
                float[] one = new float[size + 2];
                fitted.apply(set.pixels(), 7 * size, one, 2);
                assertArrayEquals(
                        Arrays.copyOfRange(all, 7 * size, 8 * size), Arrays.copyOfRange(one, 2, size + 2), 1e-4f);
            }
        }
    }

    @Test
    void morePicturesThanGoThroughTheMatrixTogether() throws Exception {
        Dataset set = smooth(2_100, new ImageShape(1, 3, 3), 5);
        Preparation fitted = fit(set, Whitening.TRAIN, 0.01);
        float[] all = fitted.apply(set, Progress.NONE);
        float[] one = new float[9];
        for (int image : new int[] {0, 1999, 2000, 2099}) {
            fitted.apply(set.pixels(), image * 9, one, 0);
            assertArrayEquals(Arrays.copyOfRange(all, image * 9, image * 9 + 9), one, 1e-4f);
        }
    }

    @Test
    void refusesWhatCannotBeFitted() {
        Dataset one = smooth(1, new ImageShape(1, 2, 2), 1);
        Refusal.of(() -> fit(one, Whitening.TRAIN, 0.1), "at least two images", "found 1");
        Refusal.of(() -> fit(one.first(0), Whitening.NONE, 0), "at least one image");
        Refusal.of(() -> fit(one, Whitening.TRAIN, -1), "found -1");
        Refusal.of(() -> fit(one, Whitening.TRAIN, Double.NaN), "NaN");
        Dataset large = smooth(2, new ImageShape(3, 64, 64), 1);
        Refusal.of(() -> fit(large, Whitening.TRAIN, 0.1), "4096", "3x64x64");
    }

    @Test
    void checksWhatAModelFileSays() {
        ImageShape shape = new ImageShape(1, 1, 2);
        float[] one = {1};
        float[] zero = {0};
        assertThrows(IllegalArgumentException.class, () -> new Preparation(shape, zero, zero, null, null, 0));
        assertThrows(IllegalArgumentException.class, () -> new Preparation(shape, new float[2], one, null, null, 0));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Preparation(shape, new float[] {Float.NaN}, one, null, null, 0));
        assertThrows(IllegalArgumentException.class, () -> new Preparation(shape, zero, one, zero, null, 0));
        assertThrows(IllegalArgumentException.class, () -> new Preparation(shape, zero, one, null, new float[3], 0));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Preparation(shape, zero, one, null, new float[] {1, 2, 3, 4}, 0));
        assertThrows(IllegalArgumentException.class, () -> new Preparation(shape, zero, one, null, null, -1));
        assertThrows(IllegalArgumentException.class, () -> Preparation.identity(shape)
                .apply(smooth(2, new ImageShape(1, 2, 2), 1), Progress.NONE));
    }

    @Test
    void identityLeavesImagesAsTheyAre() {
        Dataset set = smooth(3, new ImageShape(3, 2, 2), 1);
        assertArrayEquals(set.pixels(), Preparation.identity(set.shape()).apply(set, Progress.NONE));
    }

    @Test
    void canBeCancelledAtEveryStep() throws Exception {
        Dataset set = smooth(30, new ImageShape(1, 3, 3), 8);
        for (String step : List.of("covariance", "eigenvectors", "computing the whitening")) {
            assertThrows(
                    CancellationException.class,
                    () -> Preparation.fit(set, Whitening.TRAIN, 0.5, (what, done, total) -> !what.contains(step)),
                    step);
        }
        Preparation fitted = fit(set, Whitening.TRAIN, 0.5);
        assertThrows(CancellationException.class, () -> fitted.apply(set, (what, done, total) -> false));
    }
}
