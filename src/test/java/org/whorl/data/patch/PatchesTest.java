package org.whorl.data.patch;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.whorl.data.DataException;
import org.whorl.data.ImageShape;
import org.whorl.data.Progress;
import org.whorl.data.TrainTest;
import org.whorl.data.set.Datasets;
import org.whorl.data.set.SetName;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Patches of another set's images, in any direction. */
class PatchesTest {
    private static TrainTest load(String name, long seed) throws Exception {
        return Datasets.load(name, Optional.empty(), seed, Progress.NONE);
    }

    @Test
    void theyAreAsLargeAsAFilterAndFollowFromTheSeed() throws Exception {
        TrainTest set = load("patches-digits", 1);
        assertEquals(new ImageShape(1, 8, 8), set.train().shape());
        assertEquals(4_000, set.train().size());
        assertEquals(1_000, set.test().size());
        assertEquals(10, set.train().classNames().size());
        assertArrayEquals(
                set.train().pixels(), load("patches-digits", 1).train().pixels());
        assertFalse(java.util.Arrays.equals(
                set.train().pixels(), load("patches-digits", 2).train().pixels()));
        assertTrue(SetName.parse("patches-digits").dependsOnSeed());
    }

    /** Digits run upright: as they stand, pixels above one another are more alike than pixels beside one another. */
    @Test
    void noDirectionIsPreferred() throws Exception {
        float[] pixels = load("patches-digits", 1).train().pixels();
        double across = 0;
        double down = 0;
        for (int at = 0; at < pixels.length; at += 64) {
            for (int i = 0; i < 56; i++) {
                int column = i % 7;
                int row = i / 7;
                across += square(pixels[at + row * 8 + column + 1] - pixels[at + row * 8 + column]);
                down += square(pixels[at + (column + 1) * 8 + row] - pixels[at + column * 8 + row]);
            }
        }
        assertEquals(1, across / down, 0.03);
    }

    private static double square(double value) {
        return value * value;
    }

    @Test
    void imagesThatAreTooSmallAreRefused() {
        var refused = assertThrows(DataException.class, () -> load("patches-leaves:10", 1));
        assertEquals(
                "patches-leaves:10: expected images of at least 15 pixels a side, found 1x10x10", refused.getMessage());
    }
}
