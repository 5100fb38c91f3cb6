package org.whorl.insight;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.data.ImageShape;
import org.whorl.group.CyclicGroup;
import org.whorl.kernel.Geometry;
import org.whorl.kernel.Kernels;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Parameters;
import org.whorl.network.Shrinkage;
import org.whorl.network.Unfolding;
import org.whorl.network.WeightTying;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class StepBoundTest {
    /** The matrix whose columns are the filters at every place of the code, written down by the definition: [code, image]. */
    private static double[][] explicit(float[] bank, Geometry g) {
        double[][] matrix = new double[g.filters() * g.mapSize()][g.imageSize()];
        for (int k = 0; k < g.filters(); k++) {
            for (int y = 0; y < g.codeHeight(); y++) {
                for (int x = 0; x < g.codeWidth(); x++) {
                    for (int c = 0; c < g.channels(); c++) {
                        for (int i = 0; i < g.kernelHeight(); i++) {
                            for (int j = 0; j < g.kernelWidth(); j++) {
                                int row = y + i - g.padding();
                                int column = x + j - g.padding();
                                if (row >= 0 && row < g.height() && column >= 0 && column < g.width()) {
                                    matrix[k * g.mapSize() + y * g.codeWidth() + x][
                                                    (c * g.height() + row) * g.width() + column] =
                                            bank[((k * g.channels() + c) * g.kernelHeight() + i) * g.kernelWidth() + j];
                                }
                            }
                        }
                    }
                }
            }
        }
        return matrix;
    }

    /** The largest eigenvalue of M Mᵀ, by squaring the Gram matrix until one direction is left. */
    private static double largestEigenvalue(double[][] m) {
        int n = m[0].length;
        double[][] gram = new double[n][n];
        for (double[] row : m) {
            for (int i = 0; i < n; i++) {
                if (row[i] != 0) {
                    for (int j = 0; j < n; j++) {
                        gram[i][j] += row[i] * row[j];
                    }
                }
            }
        }
        double log = 0;
        double[][] power = gram;
        for (int round = 0; round < 14; round++) {
            double trace = 0;
            for (int i = 0; i < n; i++) {
                trace += power[i][i];
            }
            log += Math.log(trace) / (1 << round);
            double[][] next = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int k = 0; k < n; k++) {
                    double a = power[i][k] / trace;
                    for (int j = 0; j < n; j++) {
                        next[i][j] += a * power[k][j] / trace;
                    }
                }
            }
            power = next;
        }
        return Math.exp(log);
    }

    @ParameterizedTest
    @CsvSource({"1,9,9,4,1,3", "2,7,8,3,1,5", "1,8,8,8,0,2", "3,6,6,3,1,1"})
    void powerIterationFindsTheLargestEigenvalueOfTheExplicitMatrix(
            int channels, int height, int width, int kernel, int padding, int filters) {
        Geometry g = new Geometry(channels, height, width, kernel, kernel, padding, filters);
        float[] bank = noise(g.filters() * g.filterSize());
        double expected = largestEigenvalue(explicit(bank, g));
        double found = StepBound.sigmaMax(bank, Kernels.best().convolution(g));
        assertEquals(expected, found, 1e-3 * expected);
    }

    @Test
    void aFilterThatIsOnePixelLeavesThePictureAsItIs() {
        Geometry g = new Geometry(1, 9, 9, 3, 3, 1, 1);
        float[] bank = new float[9];
        bank[4] = 1;
        assertEquals(1, StepBound.sigmaMax(bank, Kernels.best().convolution(g)), 1e-6);
        bank[4] = 0;
        assertEquals(0, StepBound.sigmaMax(bank, Kernels.best().convolution(g)));
    }

    @Test
    void everyLayerIsMeasuredAndTheLargestStepIsThatOfTheWorst() {
        NetworkSpec spec = NetworkSpec.paper(new ImageShape(1, 12, 12), 3, new CyclicGroup(4))
                .withFilters(8)
                .withLayers(3);
        StepBound bound = StepBound.of(Parameters.initial(spec, 1));
        assertEquals(3, bound.sigmaMax().size());
        double worst = bound.sigmaMax().stream().mapToDouble(s -> s).max().orElseThrow();
        assertEquals(1 / worst, bound.largestStep(), 1e-12);
        assertEquals(0.01 * bound.sigmaMax().get(1), bound.ofLayer(1), 1e-12);
        NetworkSpec tied =
                spec.withIteration(Unfolding.FISTA, WeightTying.TIED, Shrinkage.SOFT, 0.99 * bound.largestStep());
        StepBound same = StepBound.of(Parameters.initial(tied, 1));
        assertEquals(same.sigmaMax().get(0), same.sigmaMax().get(2));
        assertEquals(same.stepSize() <= same.largestStep(), same.holds());
        assertTrue(new StepBound(0.1, List.of(10.0, 3.0)).holds());
        assertFalse(new StepBound(0.11, List.of(10.0, 3.0)).holds());
    }

    private static float[] noise(int length) {
        Random random = new Random(3);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
