package org.whorl.group;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RotationTest {
    private static final int[] SIDES = {1, 2, 5, 8, 28};

    @ParameterizedTest
    @EnumSource(Interpolation.class)
    void aQuarterTurnMovesTheRightEdgeToTheTop(Interpolation interpolation) {
        float[] picture = {
            1, 2, 3,
            4, 5, 6,
            7, 8, 9
        };
        float[] turned = new float[9];
        Rotation.of(3, 90, interpolation).apply(picture, 0, turned, 0);
        assertArrayEquals(new float[] {3, 6, 9, 2, 5, 8, 1, 4, 7}, turned);
    }

    @ParameterizedTest
    @EnumSource(Interpolation.class)
    void multiplesOf90DegreesAreExactPermutations(Interpolation interpolation) {
        for (int side : SIDES) {
            for (double degrees : new double[] {0, 90, 180, 270, -90, 450, 360}) {
                double[][] matrix = Rotation.of(side, degrees, interpolation).toMatrix();
                double[] columnSums = new double[side * side];
                for (double[] row : matrix) {
                    double sum = 0;
                    for (int j = 0; j < row.length; j++) {
                        assertTrue(row[j] == 0 || row[j] == 1, "one or nothing");
                        sum += row[j];
                        columnSums[j] += row[j];
                    }
                    assertEquals(1, sum);
                }
                for (double sum : columnSums) {
                    assertEquals(1, sum);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Interpolation.class)
    void fourQuarterTurnsAreTheIdentity(Interpolation interpolation) {
        for (int side : SIDES) {
            float[] picture = picture(side);
            float[] turned = picture;
            Rotation quarter = Rotation.of(side, 90, interpolation);
            for (int i = 0; i < 4; i++) {
                float[] next = new float[turned.length];
                quarter.apply(turned, 0, next, 0);
                turned = next;
            }
            assertArrayEquals(picture, turned);
        }
    }

    @ParameterizedTest
    @EnumSource(Interpolation.class)
    void aQuarterTurnMoreIsAQuarterTurnOfTheTurned(Interpolation interpolation) {
        for (int side : SIDES) {
            for (double degrees : new double[] {10, 30, 45, 60, 72}) {
                float[] picture = picture(side);
                float[] turned = new float[picture.length];
                float[] quarterOfTurned = new float[picture.length];
                float[] atOnce = new float[picture.length];
                Rotation.of(side, degrees, interpolation).apply(picture, 0, turned, 0);
                Rotation.of(side, 90, interpolation).apply(turned, 0, quarterOfTurned, 0);
                Rotation.of(side, degrees + 90, interpolation).apply(picture, 0, atOnce, 0);
                assertArrayEquals(quarterOfTurned, atOnce, 1e-5f, "side " + side + ", " + degrees + "°");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Interpolation.class)
    void theWeightsSumToOneWhereAllNeighboursExist(Interpolation interpolation) {
        int side = 15;
        for (double degrees : new double[] {1, 30, 45, 60, 100}) {
            double[][] matrix = Rotation.of(side, degrees, interpolation).toMatrix();
            for (int y = 0; y < side; y++) {
                for (int x = 0; x < side; x++) {
                    // The cubic kernel reaches two pixels beyond.
                    if (Math.hypot(x - 7, y - 7) <= 5) {
                        double sum = 0;
                        for (double weight : matrix[y * side + x]) {
                            sum += weight;
                        }
                        assertEquals(1, sum, 1e-12);
                    }
                }
            }
        }
    }

    @Test
    void whatLiesOutsideIsZero() {
        float[] ones = new float[64];
        Arrays.fill(ones, 1);
        float[] turned = new float[64];
        Rotation.of(8, 45, Interpolation.BILINEAR).apply(ones, 0, turned, 0);
        assertEquals(0, turned[0], "the corner comes from outside");
        assertEquals(1, turned[3 * 8 + 3], 1e-6);
    }

    @ParameterizedTest
    @EnumSource(Interpolation.class)
    void aSmoothPictureTurnedToAndFroIsNearlyTheSame(Interpolation interpolation) {
        int side = 21;
        float[] blob = new float[side * side];
        for (int i = 0; i < blob.length; i++) {
            double x = i % side - 12;
            double y = i / side - 8;
            blob[i] = (float) Math.exp(-(x * x + y * y) / 12);
        }
        float[] there = new float[blob.length];
        float[] back = new float[blob.length];
        Rotation.of(side, 60, interpolation).apply(blob, 0, there, 0);
        Rotation.of(side, -60, interpolation).apply(there, 0, back, 0);
        double bound =
                interpolation == Interpolation.BICUBIC ? 0.02 : interpolation == Interpolation.BILINEAR ? 0.12 : 0.3;
        for (int i = 0; i < blob.length; i++) {
            assertEquals(blob[i], back[i], bound);
        }
    }

    @Test
    void thePaperAnglesTurnCounterClockwise() {
        int side = 9;
        float[] picture = new float[81];
        picture[4 * side + 7] = 1;
        float[] turned = new float[81];
        Rotation.of(side, 60, Interpolation.BILINEAR).apply(picture, 0, turned, 0);
        double x = 0;
        double y = 0;
        double sum = 0;
        for (int i = 0; i < 81; i++) {
            x += turned[i] * (i % side - 4);
            y += turned[i] * (4 - i / side);
            sum += turned[i];
        }
        assertEquals(60, Math.toDegrees(Math.atan2(y / sum, x / sum)), 5, "the point three to the right");
    }

    @Test
    void anglesMustBeFinite() {
        assertThrows(IllegalArgumentException.class, () -> Rotation.of(8, Double.NaN, Interpolation.NEAREST));
        assertThrows(IllegalArgumentException.class, () -> Rotation.of(0, 90, Interpolation.NEAREST));
    }

    private static float[] picture(int side) {
        float[] picture = new float[side * side];
        for (int i = 0; i < picture.length; i++) {
            picture[i] = (float) Math.sin(1 + i * i);
        }
        return picture;
    }
}
