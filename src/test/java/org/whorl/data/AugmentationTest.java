package org.whorl.data;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class AugmentationTest {
    private static final ImageShape SHAPE = new ImageShape(2, 28, 29);
    private static final float[] BACKGROUND = {-0.5f, 0.25f};

    @Test
    void aFlipIsTheImageOrItsMirrorImageEachAboutHalfOfTheTime() {
        float[] image = image();
        float[] mirrored = new float[image.length];
        for (int i = 0; i < image.length; i++) {
            int x = i % SHAPE.width();
            mirrored[i] = image[i - x + SHAPE.width() - 1 - x];
        }
        int flipped = 0;
        for (int seed = 0; seed < 200; seed++) {
            float[] changed = changed(Augmentation.FLIP, image, seed);
            boolean isFlipped = Arrays.equals(changed, mirrored);
            assertTrue(isFlipped || Arrays.equals(changed, image));
            flipped += isFlipped ? 1 : 0;
        }
        assertTrue(flipped > 70 && flipped < 130, flipped + " of 200");
    }

    @Test
    void aShiftMovesByAtMostTwoPixelsEachWayAndBringsBackgroundIn() {
        // One bright pixel in each channel tells where the image went.
        float[] image = flat();
        image[10 * SHAPE.width() + 10] = 1;
        image[SHAPE.height() * SHAPE.width() + 10 * SHAPE.width() + 10] = 1;
        boolean[][] seen = new boolean[5][5];
        for (int seed = 0; seed < 1000; seed++) {
            float[] changed = changed(Augmentation.SHIFT, image, seed);
            int[] bright = java.util.stream.IntStream.range(0, changed.length)
                    .filter(i -> changed[i] == 1)
                    .toArray();
            assertEquals(2, bright.length);
            assertEquals(SHAPE.height() * SHAPE.width(), bright[1] - bright[0]);
            seen[bright[0] / SHAPE.width() - 8][bright[0] % SHAPE.width() - 8] = true;
            changed[bright[0]] = BACKGROUND[0];
            changed[bright[1]] = BACKGROUND[1];
            assertArrayEquals(flat(), changed);
        }
        assertTrue(Arrays.stream(seen).allMatch(row -> row[0] && row[1] && row[2] && row[3] && row[4]));
    }

    @Test
    void aTurnKeepsTheBackgroundAndTheMassOfWhatLiesInTheMiddle() {
        float[] image = flat();
        assertArrayEquals(image, changed(Augmentation.TURN, image, 3), 1e-6f);
        for (int y = 12; y < 16; y++) {
            for (int x = 13; x < 18; x++) {
                image[y * SHAPE.width() + x] = 1;
            }
        }
        float[] turned = changed(Augmentation.TURN, image, 4);
        assertEquals(sum(image), sum(turned), 0.05 * 30);
        assertTrue(!Arrays.equals(image, turned));
    }

    @Test
    void aSharpTurnIsATurnAndKeepsMoreOfALineThanABilinearOne() {
        ImageShape square = new ImageShape(1, 28, 28);
        float[] disc = new float[784];
        float[] line = new float[784];
        for (int i = 0; i < 784; i++) {
            double x = i % 28 - 13.5;
            double y = i / 28 - 13.5;
            // A smooth spot to the right of the centre, and a thin line through it.
            disc[i] = (float) Math.exp(-((x - 6) * (x - 6) + y * y) / 8);
            line[i] = Math.abs(y) < 1 && Math.abs(x) < 9 ? 1 : 0;
        }
        float[] turned = new float[784];
        ImageRotation.turnSharply(disc, turned, 0, square, 90);
        float[] expected = new float[784];
        ImageRotation.turn(disc, 0, expected, 0, square, 90);
        assertArrayEquals(expected, turned, 1e-5f, "a quarter turn counter-clockwise");
        float[] sharp = new float[784];
        float[] smooth = new float[784];
        ImageRotation.turnSharply(line, sharp, 0, square, 33);
        ImageRotation.turn(line, 0, smooth, 0, square, 33);
        assertTrue(squares(sharp) > 1.05 * squares(smooth), squares(sharp) + " and " + squares(smooth));
        assertEquals(sum(line), sum(sharp), 0.01 * sum(line));
    }

    private static double squares(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value * value;
        }
        return sum;
    }

    @Test
    void aQuarterTurnMovesPixelsAndChangesNone() {
        ImageShape square = new ImageShape(1, 9, 9);
        float[] image = Arrays.copyOf(image(), 81);
        boolean[] seen = new boolean[4];
        for (int seed = 0; seed < 50; seed++) {
            float[] changed = image.clone();
            Augmentation.QUARTER.apply(changed, 0, square, BACKGROUND, new float[81], new SplittableRandom(seed));
            for (int quarters = 0; quarters < 4; quarters++) {
                float[] turned = new float[81];
                ImageRotation.turn(image, 0, turned, 0, square, 90 * quarters);
                seen[quarters] |= Arrays.equals(turned, changed);
            }
            float[] sorted = changed.clone();
            float[] original = image.clone();
            Arrays.sort(sorted);
            Arrays.sort(original);
            assertArrayEquals(original, sorted);
        }
        assertArrayEquals(new boolean[] {true, true, true, true}, seen);
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }

    private static float[] changed(Augmentation augmentation, float[] image, long seed) {
        int at = 7;
        float[] images = new float[image.length + 11];
        System.arraycopy(image, 0, images, at, image.length);
        augmentation.apply(images, at, SHAPE, BACKGROUND, new float[SHAPE.size()], new SplittableRandom(seed));
        for (int i = 0; i < 11; i++) {
            assertEquals(0, images[i < at ? i : i + image.length], "outside of the image");
        }
        return Arrays.copyOfRange(images, at, at + image.length);
    }

    private static float[] flat() {
        float[] image = new float[SHAPE.size()];
        Arrays.fill(image, 0, image.length / 2, BACKGROUND[0]);
        Arrays.fill(image, image.length / 2, image.length, BACKGROUND[1]);
        return image;
    }

    private static float[] image() {
        SplittableRandom random = new SplittableRandom(5);
        float[] image = new float[SHAPE.size()];
        for (int i = 0; i < image.length; i++) {
            image[i] = (float) random.nextDouble();
        }
        return image;
    }
}
