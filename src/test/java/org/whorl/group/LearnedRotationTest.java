package org.whorl.group;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.whorl.group.Vectors.inner;
import static org.whorl.group.Vectors.noise;

class LearnedRotationTest {
    private static final int SIDE = 7;
    private static final int AREA = SIDE * SIDE;
    private static final double STEP = 1e-5;

    @ParameterizedTest
    @ValueSource(doubles = {-170.3, 0, 12.5, 60, 90, 137.7, 180, 270, 359})
    void theSlopeIsTheDerivativeOfTheRotationAlsoAtQuarterTurns(double degrees) {
        double[][] slope = Rotation.slope(SIDE, degrees).toMatrix();
        double[][] above = Rotation.of(SIDE, degrees + Math.toDegrees(STEP), Interpolation.BICUBIC)
                .toMatrix();
        double[][] below = Rotation.of(SIDE, degrees - Math.toDegrees(STEP), Interpolation.BICUBIC)
                .toMatrix();
        for (int i = 0; i < AREA; i++) {
            for (int j = 0; j < AREA; j++) {
                // The second derivative jumps at whole pixels, so that there the difference is off by a part of the
                // step.
                assertEquals((above[i][j] - below[i][j]) / (2 * STEP), slope[i][j], 3e-4, i + ", " + j);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void atTheGroupsAngleTheOrbitsAreTheFixedOnes(Support support) {
        float[] base = noise(AREA * 2, 1);
        float[] learned = new float[5 * base.length];
        float[] fixed = new float[5 * base.length];
        new LearnedRotation(5, SIDE, support).expand(base, 0, 2, learned);
        new Orbits(new CyclicGroup(5), SIDE, Interpolation.BICUBIC, support).expand(base, 0, 2, fixed);
        assertArrayEquals(fixed, learned, 1e-5f);
    }

    @ParameterizedTest
    @EnumSource
    void pullingBackIsTheAdjointAndTheAnglesGradientTheSlopeOfTheProduct(Support support) {
        float[] base = noise(AREA * 3, 2);
        float[] gradient = noise(4 * base.length, 3);
        LearnedRotation map = new LearnedRotation(4, SIDE, support);
        double angle = 0.7;
        map.load(new float[] {9, (float) angle}, 1);
        float[] bank = new float[gradient.length];
        map.expand(base, 0, 3, bank);
        float[] back = new float[base.length];
        map.pullBack(gradient, 3, back, 0);
        assertEquals(inner(bank, gradient), inner(base, back), 1e-3);

        float[] slope = {1, 10};
        map.addParameterGradient(gradient, 3, base, 0, slope, 1);
        float step = 1e-2f;
        double difference =
                product(map, base, gradient, (float) angle + step) - product(map, base, gradient, (float) angle - step);
        assertEquals(difference / (2 * step), slope[1] - 10, 2e-2 * Math.abs(slope[1] - 10) + 1e-2, "added");
        assertEquals(1, slope[0], "nothing else");
    }

    private static double product(LearnedRotation map, float[] base, float[] gradient, float angle) {
        map.load(new float[] {angle}, 0);
        float[] bank = new float[gradient.length];
        map.expand(base, 0, 3, bank);
        return inner(bank, gradient);
    }

    @Test
    void whatIsOutsideTheDiscHasNoPart() {
        LearnedRotation map = new LearnedRotation(3, SIDE, Support.DISC);
        float[] base = noise(AREA, 4);
        float[] bank = new float[3 * AREA];
        map.expand(base, 0, 1, bank);
        for (int pixel : Support.DISC.outside(SIDE)) {
            assertTrue(bank[pixel] == 0 && bank[AREA + pixel] == 0 && bank[2 * AREA + pixel] == 0);
        }
    }
}
