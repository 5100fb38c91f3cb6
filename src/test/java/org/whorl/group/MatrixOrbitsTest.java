package org.whorl.group;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.whorl.group.Vectors.inner;

class MatrixOrbitsTest {
    private static final int SIDE = 5;
    private static final int AREA = SIDE * SIDE;

    @Test
    void thePowersOfAQuarterTurnAreTheOrbitOfC4() {
        MatrixOrbits map = new MatrixOrbits(4, SIDE, Support.SQUARE);
        map.load(
                MatrixOrbits.parameters(
                        Rotation.of(SIDE, 90, Interpolation.NEAREST).toMatrix()),
                0);
        float[] base = noise(AREA * 2, 1);
        float[] found = new float[4 * base.length];
        map.expand(base, 0, 2, found);
        float[] expected = new float[found.length];
        new Orbits(new CyclicGroup(4), SIDE, Interpolation.NEAREST, Support.SQUARE).expand(base, 0, 2, expected);
        assertArrayEquals(expected, found);
    }

    @Test
    void aMatrixKeepsItsDoublePrecision() {
        double[][] matrix = new double[4][4];
        SplittableRandom random = new SplittableRandom(3);
        for (double[] row : matrix) {
            for (int j = 0; j < row.length; j++) {
                row[j] = random.nextDouble() - 0.5;
            }
        }
        double[][] again = MatrixOrbits.matrix(MatrixOrbits.parameters(matrix));
        for (int i = 0; i < 4; i++) {
            assertArrayEquals(matrix[i], again[i], 1e-14);
        }
    }

    @ParameterizedTest
    @EnumSource
    void pullingBackIsTheAdjointOfAGivenMatrix(Support support) {
        MatrixOrbits map = new MatrixOrbits(5, SIDE, support);
        map.load(noise(map.parameters(), 2), 0);
        adjoint(map, noise(AREA * 3, 3));
    }

    @ParameterizedTest
    @EnumSource
    void pullingBackIsTheAdjointOfMatricesByFilter(Support support) {
        MatrixByFilterOrbits map = new MatrixByFilterOrbits(4, 3, SIDE, support);
        map.load(noise(map.parameters() + 1, 4), 1);
        adjoint(map, noise(AREA * 6, 5));
    }

    private static void adjoint(OrbitMap map, float[] base) {
        int planes = base.length / AREA;
        float[] gradient = noise(map.order() * base.length, 6);
        float[] bank = new float[gradient.length];
        map.expand(base, 0, planes, bank);
        float[] back = new float[base.length];
        map.pullBack(gradient, planes, back, 0);
        double expected = inner(bank, gradient);
        assertEquals(expected, inner(base, back), 1e-5 * norm(bank) * norm(gradient));
    }

    @ParameterizedTest
    @EnumSource
    void theGradientByAMatrixIsTheSlopeOfTheProduct(Support support) {
        MatrixByFilterOrbits map = new MatrixByFilterOrbits(3, 2, SIDE, support);
        float[] matrices = noise(map.parameters(), 7);
        float[] base = noise(AREA * 4, 8);
        float[] bankGradient = noise(3 * base.length, 9);
        map.load(matrices, 0);
        float[] gradient = new float[matrices.length + 1];
        gradient[0] = 5;
        map.addParameterGradient(bankGradient, 4, base, 0, gradient, 1);
        assertEquals(5, gradient[0], "nothing else");
        double tolerance = 2e-3 * norm(gradient) / Math.sqrt(gradient.length);
        SplittableRandom random = new SplittableRandom(10);
        for (int tries = 0; tries < 40; tries++) {
            int i = random.nextInt(matrices.length);
            double difference = product(map, matrices, i, 0.05f, base, bankGradient)
                    - product(map, matrices, i, -0.05f, base, bankGradient);
            assertEquals(difference / 0.1, gradient[i + 1], 10 * tolerance, "element " + i);
        }
    }

    private static double product(
            OrbitMap map, float[] matrices, int moved, float by, float[] base, float[] bankGradient) {
        float[] other = matrices.clone();
        other[moved] += by;
        map.load(other, 0);
        float[] bank = new float[bankGradient.length];
        map.expand(base, 0, 4, bank);
        return inner(bank, bankGradient);
    }

    @Test
    void learnedMatricesHaveUnitNormAndNothingOutsideTheDisc() {
        MatrixByFilterOrbits map = new MatrixByFilterOrbits(3, 2, SIDE, Support.DISC);
        float[] matrices = new float[map.parameters()];
        SplittableRandom random = new SplittableRandom(11);
        map.begin(matrices, 0, () -> random.nextDouble() - 0.5);
        for (int b = 0; b < 2; b++) {
            double sum = 0;
            for (int i = 0; i < AREA * AREA; i++) {
                double value = matrices[b * AREA * AREA + i];
                sum += value * value;
                assertTrue(value == 0 || Support.DISC.holds(SIDE, i / AREA) && Support.DISC.holds(SIDE, i % AREA));
            }
            assertEquals(1, sum, 1e-5);
        }
        int on = Support.DISC.pixels(SIDE).length;
        assertEquals(2 * on * on, map.counted());
    }

    private static float[] noise(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (random.nextDouble() - 0.5) / 2;
        }
        return values;
    }

    private static double norm(float[] values) {
        return Math.sqrt(inner(values, values));
    }
}
