package org.whorl.data;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ImageRotationTest {
    private static float[] random(ImageShape shape, long seed) {
        Random random = new Random(seed);
        float[] image = new float[shape.size()];
        for (int i = 0; i < image.length; i++) {
            image[i] = random.nextFloat();
        }
        return image;
    }

    private static float[] turn(float[] image, ImageShape shape, double degrees) {
        float[] out = new float[image.length];
        ImageRotation.turn(image, 0, out, 0, shape, degrees);
        return out;
    }

    @Test
    void quarterTurnIsCounterClockwiseAsSeenOnTheScreen() {
        // 1 2      2 4
        // 3 4  →   1 3
        assertArrayEquals(new float[] {2, 4, 1, 3}, turn(new float[] {1, 2, 3, 4}, new ImageShape(1, 2, 2), 90), 0f);
    }

    @Test
    void eighthTurnTakesRightToUpperRight() {
        ImageShape shape = new ImageShape(1, 9, 9);
        float[] image = new float[81];
        image[4 * 9 + 8] = 1;
        float[] out = turn(image, shape, 45);
        assertTrue(out[9 + 7] > 0.3f, Arrays.toString(out));
        assertEquals(0, out[7 * 9 + 7]);
    }

    @Property(tries = 200)
    void multiplesOf90MovePixelsAndChangeNone(
            @ForAll @IntRange(min = 1, max = 9) int side,
            @ForAll @IntRange(min = -9, max = 9) int quarters,
            @ForAll long seed) {
        ImageShape shape = new ImageShape(3, side, side);
        float[] image = random(shape, seed);
        float[] expected = image;
        for (int i = 0; i < Math.floorMod(quarters, 4); i++) {
            float[] next = new float[expected.length];
            for (int channel = 0; channel < 3; channel++) {
                for (int row = 0; row < side; row++) {
                    for (int column = 0; column < side; column++) {
                        next[(channel * side + row) * side + column] =
                                expected[(channel * side + column) * side + side - 1 - row];
                    }
                }
            }
            expected = next;
        }
        assertArrayEquals(expected, turn(image, shape, 90.0 * quarters), 0f);
    }

    @Property(tries = 200)
    void valuesStayBetweenZeroAndTheLargest(
            @ForAll @DoubleRange(min = -1000, max = 1000) double degrees, @ForAll long seed) {
        ImageShape shape = new ImageShape(1, 7, 5);
        for (float value : turn(random(shape, seed), shape, degrees)) {
            assertTrue(value >= 0 && value <= 1.000001f, String.valueOf(value));
        }
    }

    @Property(tries = 100)
    void wholeTurnsDoNotMatter(@ForAll @IntRange(min = 0, max = 359) int degrees, @ForAll long seed) {
        ImageShape shape = new ImageShape(1, 8, 8);
        float[] image = random(shape, seed);
        assertArrayEquals(turn(image, shape, degrees), turn(image, shape, degrees + 720), 1e-5f);
    }

    @Test
    void discOfTheMiddleStaysWhereItIs() {
        ImageShape shape = new ImageShape(1, 28, 28);
        float[] image = new float[shape.size()];
        for (int row = 0; row < 28; row++) {
            for (int column = 0; column < 28; column++) {
                double distance = Math.hypot(row - 13.5, column - 13.5);
                image[row * 28 + column] = (float) Math.max(0, 1 - distance / 12);
            }
        }
        for (double degrees : new double[] {10, 33.3, 60, 120, 200}) {
            assertArrayEquals(image, turn(image, shape, degrees), 0.03f);
        }
    }

    @Test
    void cornersLeaveAndZerosComeIn() {
        ImageShape shape = new ImageShape(1, 11, 11);
        float[] ones = new float[121];
        Arrays.fill(ones, 1);
        float[] out = turn(ones, shape, 45);
        assertEquals(0, out[0]);
        assertEquals(1, out[60]);
    }

    @Test
    void offsetsAreKept() {
        ImageShape shape = new ImageShape(1, 2, 2);
        float[] out = new float[6];
        ImageRotation.turn(new float[] {9, 1, 2, 3, 4}, 1, out, 2, shape, 180);
        assertArrayEquals(new float[] {0, 0, 4, 3, 2, 1}, out, 0f);
    }

    @Test
    void angleHasToBeFinite() {
        ImageShape shape = new ImageShape(1, 2, 2);
        assertThrows(IllegalArgumentException.class, () -> turn(new float[4], shape, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> turn(new float[4], shape, Double.POSITIVE_INFINITY));
    }

    @Test
    void everyImageGetsItsOwnAngleFromTheSeed() {
        ImageShape shape = new ImageShape(1, 9, 9);
        float[] one = random(shape, 1);
        float[] two = Arrays.copyOf(one, 162);
        System.arraycopy(one, 0, two, 81, 81);
        Dataset set = new Dataset(shape, two, new int[] {0, 1}, List.of("a", "b"));
        float[] turned = ImageRotation.turnRandomly(set, 5).pixels();
        assertFalse(Arrays.equals(Arrays.copyOf(turned, 81), Arrays.copyOfRange(turned, 81, 162)));
        // The first number of java.util.Random with the seed 5, which is specified.
        double degrees = 360 * new Random(5).nextDouble();
        assertArrayEquals(turn(one, shape, degrees), Arrays.copyOf(turned, 81), 0f);
        assertArrayEquals(turned, ImageRotation.turnRandomly(set, 5).pixels(), 0f);
        assertArrayEquals(new int[] {0, 1}, ImageRotation.turn(set, 30).labels());
    }
}
