package org.whorl.data.whitening;

import java.util.List;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.whorl.data.Dataset;
import org.whorl.data.ImageShape;
import org.whorl.data.Progress;
import org.whorl.data.TrainTest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

class MeanImagesTest {
    private static final Dataset SET = new Dataset(
            new ImageShape(1, 1, 2),
            new float[] {0, 1, 0.5f, 0, 1, 0.5f},
            new int[] {0, 2, 0},
            List.of("even", "none", "odd"));

    @Test
    void ofAllImagesAndOfEachClass() {
        MeanImages means = MeanImages.of(SET, Progress.NONE);
        assertArrayEquals(new float[] {0.5f, 0.5f}, means.overall(), 1e-7f);
        assertArrayEquals(new float[] {0.5f, 0.75f, 0, 0, 0.5f, 0}, means.byClass(), 1e-7f);
    }

    @Test
    void canBeCancelled() {
        assertThrows(CancellationException.class, () -> MeanImages.of(SET, (what, done, total) -> false));
    }

    @Test
    void aLimitLeavesTheFirstTrainingImagesAndTheWholeTestSet() {
        TrainTest all = new TrainTest("some", SET, SET, "sum");
        TrainTest two = all.limited(2);
        assertArrayEquals(new int[] {0, 2}, two.train().labels());
        assertSame(SET, two.test());
        assertEquals("sum", two.checksum());
        assertSame(all, all.limited(3));
    }
}
