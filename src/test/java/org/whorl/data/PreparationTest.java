package org.whorl.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;

import org.bytedeco.javacpp.DoublePointer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PreparationTest {
    @TempDir
    Path cache;

    private String before;

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
    private static Dataset smooth(int count, ImageShape shape, long seed) {
        Random random = new Random(seed);
        float[] pixels = new float[count * shape.size()];
        double last = 0;
        for (int i = 0; i < pixels.length; i++) {
            last = 0.8 * last + 0.2 * random.nextGaussian();
            pixels[i] = (float) Math.min(1, Math.max(0, 0.5 + last));
        }
        return new Dataset(shape, pixels, new int[count], List.of("only"));
    }

    private static Preparation fit(Dataset set, Whitening mode, double epsilon) throws DataException {
        return Preparation.fit(set, mode, epsilon, Progress.NONE);
    }

    /** Covariance in double precision, [D, D], divided by images − 1. */
    private static double[] covariance(float[] values, int size) {
        int count = values.length / size;
        double[] mean = new double[size];
        for (int i = 0; i < values.length; i++) {
            mean[i % size] += values[i] / (double) count;
        }
        double[] sum = new double[size * size];
        for (int image = 0; image < count; image++) {
            for (int a = 0; a < size; a++) {
                double x = values[image * size + a] - mean[a];
                for (int b = 0; b <= a && x != 0; b++) {
                    sum[a * size + b] += x * (values[image * size + b] - mean[b]) / (count - 1);
                }
            }
        }
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < a; b++) {
                sum[b * size + a] = sum[a * size + b];
            }
        }
        return sum;
    }

    /** Eigenvectors as rows of the second array, by Jacobi's rotations: slow, simple, and nothing from LAPACK. */
    private static double[] jacobi(double[] matrix, double[][] vectors) {
        int n = vectors.length;
        double[] a = matrix.clone();
        for (int i = 0; i < n; i++) {
            vectors[i] = new double[n];
            vectors[i][i] = 1;
        }
        for (int sweep = 0; sweep < 30; sweep++) {
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    if (Math.abs(a[p * n + q]) < 1e-18) {
                        continue;
                    }
                    double theta = (a[q * n + q] - a[p * n + p]) / (2 * a[p * n + q]);
                    double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
                    double c = 1 / Math.sqrt(t * t + 1);
                    double s = t * c;
                    for (int k = 0; k < n; k++) {
                        double x = a[k * n + p];
                        double y = a[k * n + q];
                        a[k * n + p] = c * x - s * y;
                        a[k * n + q] = s * x + c * y;
                    }
                    for (int k = 0; k < n; k++) {
                        double x = a[p * n + k];
                        double y = a[q * n + k];
                        a[p * n + k] = c * x - s * y;
                        a[q * n + k] = s * x + c * y;
                        x = vectors[p][k];
                        y = vectors[q][k];
                        vectors[p][k] = c * x - s * y;
                        vectors[q][k] = s * x + c * y;
                    }
                }
            }
        }
        double[] values = new double[n];
        Arrays.setAll(values, i -> a[i * n + i]);
        return values;
    }

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

    private static void assertWhiteningEqualsReference(Dataset set, double epsilon) throws Exception {
        ImageShape shape = set.shape();
        Preparation fitted = fit(set, Whitening.TRAIN, epsilon);
        float[] standard = fit(set, Whitening.NONE, 0).apply(set, Progress.NONE);
        int size = shape.size();
        double[][] vectors = new double[size][];
        double[] values = jacobi(covariance(standard, size), vectors);
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

    @Test
    void whitenedTrainingDataHasUnitCovarianceOnTheKeptSubspace() throws Exception {
        // Built-in digits are enlarged from 64 pixels, so most of their 784 directions carry nothing.
        Dataset train =
                Datasets.load("digits", Optional.empty(), 1, Progress.NONE).train();
        double epsilon = 1e-6;
        int size = train.shape().size();
        Preparation fitted = fit(train, Whitening.TRAIN, epsilon);
        double[] before = covariance(fit(train, Whitening.NONE, 0).apply(train, Progress.NONE), size);
        double[] after = covariance(fitted.apply(train, Progress.NONE), size);
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
        double[] covariance = covariance(fitted.apply(set, Progress.NONE), 25);
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
    void secondFitComesFromTheCacheAndIsTheSame() throws Exception {
        Dataset set = smooth(40, new ImageShape(1, 4, 4), 6);
        Preparation first = fit(set, Whitening.TRAIN, 0.1);
        WhiteningCache kept = new WhiteningCache(cache.resolve("whitening"));
        Preparation again = kept.get(set, 0.1, Progress.NONE, () -> {
            throw new DataException("fitted a second time");
        });
        assertArrayEquals(first.whitening(), again.whitening());
        assertArrayEquals(first.center(), again.center());
        assertArrayEquals(first.std(), again.std());
        assertThrows(
                DataException.class,
                () -> kept.get(set, 0.2, Progress.NONE, () -> {
                    throw new DataException("another ε");
                }));
    }

    @Test
    void damagedOrShortenedCacheFileCountsAsAbsent() throws Exception {
        Dataset set = smooth(40, new ImageShape(1, 4, 4), 7);
        Preparation first = fit(set, Whitening.TRAIN, 0.1);
        Path folder = cache.resolve("whitening");
        Path file = folder.resolve(WhiteningCache.key(set, 0.1) + ".zca");
        byte[] whole = Files.readAllBytes(file);
        WhiteningCache kept = new WhiteningCache(folder);
        byte[] damaged = whole.clone();
        damaged[200] ^= 1;
        for (byte[] content : List.of(damaged, Arrays.copyOf(whole, 100), Arrays.copyOf(whole, whole.length + 1))) {
            Files.write(file, content);
            assertSame(first, kept.get(set, 0.1, Progress.NONE, () -> first));
        }
        assertArrayEquals(whole, Files.readAllBytes(file));
    }

    @Test
    void cacheKeepsTheNewestAndLeavesNothingUnfinished() throws Exception {
        for (int seed = 0; seed < WhiteningCache.KEPT + 3; seed++) {
            fit(smooth(5, new ImageShape(1, 2, 2), seed), Whitening.TRAIN, 0.1);
        }
        try (var files = Files.list(cache.resolve("whitening"))) {
            List<String> names =
                    files.map(path -> path.getFileName().toString()).toList();
            assertEquals(WhiteningCache.KEPT, names.size());
            assertTrue(names.stream().allMatch(name -> name.endsWith(".zca")), names.toString());
        }
    }

    @Test
    void fitWorksWhereNothingCanBeKept() throws Exception {
        Files.write(cache.resolve("whitening"), new byte[1]);
        assertEquals(
                16,
                fit(smooth(5, new ImageShape(1, 2, 2), 1), Whitening.TRAIN, 0.1).whitening().length);
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
