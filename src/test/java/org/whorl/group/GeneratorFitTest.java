package org.whorl.group;

import java.util.Arrays;
import java.util.Random;

import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class GeneratorFitTest {
    private static final Random RANDOM = new Random(5);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 17, 52})
    void aCanonicalFormIsTheMatrixAgain(int size) {
        RealMatrix matrix = orthogonal(size);
        assertNear(matrix, CanonicalForm.of(matrix).compose(angle -> angle), 1e-10);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 12})
    void aMatrixThatIsCyclicAlreadyHasManyEqualAnglesAndStaysAsItIs(int order) {
        RealMatrix matrix = cyclic(order, 40);
        CanonicalForm form = CanonicalForm.of(matrix);
        assertNear(matrix, form.compose(angle -> angle), 1e-9);
        assertEquals(
                40,
                form.planes().stream().mapToInt(CanonicalForm.Plane::dimension).sum());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 8, 9})
    void pairsOfAPlantedCyclicMapTellItAndItsOrder(int order) {
        RealMatrix truth = cyclic(order, 20);
        double[][] from = pictures(400, 20);
        double[][] to = new double[from.length][];
        for (int n = 0; n < from.length; n++) {
            to[n] = truth.operate(from[n]);
            for (int i = 0; i < to[n].length; i++) {
                to[n][i] += 0.02 * RANDOM.nextGaussian();
            }
        }
        GeneratorFit fit = GeneratorFit.of(from, to, what -> {});
        assertEquals(order, fit.order().orElse(0));
        assertNear(truth, fit.cyclic(order), 0.05);
        assertTrue(GeneratorMeasures.closure(fit.cyclic(order), order) < 1e-12);
        assertTrue(GeneratorMeasures.error(fit.leastSquares(), from, to) < 0.003);
    }

    @Test
    void fewPairsTellInTheirSpanWhatTheyTellInTheWholeSpace() {
        RealMatrix truth = cyclic(4, 30);
        double[][] from = pictures(8, 30);
        double[][] to = new double[from.length][];
        for (int n = 0; n < from.length; n++) {
            to[n] = truth.operate(from[n]);
        }
        GeneratorFit fit = GeneratorFit.of(from, to, what -> {});
        GeneratorFit whole = GeneratorFit.inWhole(from, to, 30, what -> {});
        assertTrue(fit.form().planes().size() < whole.form().planes().size(), "in their span");
        assertNear(whole.leastSquares(), fit.leastSquares(), 1e-8);
        assertNear(whole.orthogonal(), fit.orthogonal(), 1e-6);
        assertNear(whole.covariance(), fit.covariance(), 1e-10);
        assertEquals(whole.distance(3), fit.distance(3), 1e-6);
        for (int order : new int[] {4, 5}) {
            assertTrue(GeneratorMeasures.closure(fit.cyclic(order), order) < 1e-12);
        }
    }

    /** Pictures without their mean say nothing of the constant one; a matrix that reversed it would do so to filters. */
    @Test
    void whatThePicturesDoNotTellStaysAsItIs() {
        RealMatrix turn = MatrixUtils.createRealMatrix(
                Rotation.of(4, 90, Interpolation.NEAREST).toMatrix());
        double[][] from = pictures(300, 16);
        double[][] to = new double[from.length][];
        for (int n = 0; n < from.length; n++) {
            double mean = Arrays.stream(from[n]).average().orElseThrow();
            from[n] = Arrays.stream(from[n]).map(value -> value - mean).toArray();
            to[n] = turn.operate(from[n]);
        }
        assertNear(turn, GeneratorFit.of(from, to, what -> {}).cyclic(4), 1e-6);
    }

    /** Where the order is odd, half a circle is no multiple of the generator's angle. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 12, 13})
    void roundedAnglesLeadBackAfterNStepsWhateverTheMatrix(int order) {
        for (int size : new int[] {1, 2, 5, 30}) {
            RealMatrix reversed = orthogonal(size);
            for (RealMatrix matrix : new RealMatrix[] {
                reversed, MatrixUtils.createRealIdentityMatrix(size).scalarMultiply(-1)
            }) {
                var fit = new GeneratorFit(
                        matrix, matrix, CanonicalForm.of(matrix), MatrixUtils.createRealIdentityMatrix(size));
                RealMatrix cyclic = fit.cyclic(order);
                assertTrue(GeneratorMeasures.closure(cyclic, order) < 1e-11, () -> "order " + order + " of " + size);
                assertNear(MatrixUtils.createRealIdentityMatrix(size), cyclic.multiply(cyclic.transpose()), 1e-11);
            }
        }
    }

    @Test
    void randomAnglesHaveNoOrder() {
        double[][] from = pictures(400, 40);
        RealMatrix matrix = orthogonal(40);
        double[][] to = new double[from.length][];
        for (int n = 0; n < from.length; n++) {
            to[n] = matrix.operate(from[n]);
        }
        GeneratorFit fit = GeneratorFit.of(from, to, what -> {});
        assertTrue(fit.order().isEmpty(), () -> "found " + fit.order());
        assertEquals(1, fit.distance(7), 0.5);
    }

    @Test
    void aRotationIsNearestItself() {
        int[] all = new int[64];
        for (int i = 0; i < 64; i++) {
            all[i] = i;
        }
        for (double degrees : new double[] {0, 37, 72, -120, 179}) {
            var nearest = GeneratorMeasures.nearestRotation(
                    GeneratorMeasures.rotation(8, degrees, all), MatrixUtils.createRealIdentityMatrix(64), 8, all);
            assertEquals(degrees, nearest.degrees(), 0.01);
            assertEquals(1, nearest.cosine(), 1e-4);
        }
    }

    private static double[][] pictures(int count, int size) {
        double[][] pictures = new double[count][size];
        for (double[] picture : pictures) {
            for (int i = 0; i < size; i++) {
                picture[i] = RANDOM.nextGaussian() / (1 + i / 4);
            }
        }
        return pictures;
    }

    private static RealMatrix orthogonal(int size) {
        double[][] values = pictures(size, size);
        for (int i = 0; i < size; i++) {
            values[i][i] += 0.1;
        }
        return new QRDecomposition(MatrixUtils.createRealMatrix(values)).getQ();
    }

    /** Q C Qᵀ with as many planes turned by each multiple of 2π/order as there is place for. */
    private static RealMatrix cyclic(int order, int size) {
        RealMatrix basis = orthogonal(size);
        RealMatrix turns = MatrixUtils.createRealIdentityMatrix(size);
        for (int i = 0; i + 1 < size; i += 2) {
            double angle = 2 * Math.PI / order * (1 + i / 2 % Math.max(1, order - 1));
            turns.setSubMatrix(
                    new double[][] {{Math.cos(angle), -Math.sin(angle)}, {Math.sin(angle), Math.cos(angle)}}, i, i);
        }
        return basis.multiply(turns).multiply(basis.transpose());
    }

    private static void assertNear(RealMatrix expected, RealMatrix found, double tolerance) {
        assertEquals(0, expected.subtract(found).getFrobeniusNorm() / Math.sqrt(expected.getRowDimension()), tolerance);
    }
}
