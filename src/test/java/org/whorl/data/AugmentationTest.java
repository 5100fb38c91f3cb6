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
