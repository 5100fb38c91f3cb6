package org.whorl.insight;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class HistogramTest {
    @Test
    void everyValueIsCountedOnceAndTheMaskLeavesSomeOut() {
        float[] values = {-2, -0.1f, 0, 0.1f, 2, 50};
        Histogram all = Histogram.of(values, null, 1, -2, 2, 3);
        assertEquals(List.of(1, 3, 2), all.counts(), "what lies beyond the end is in the last bin");
        Histogram some = Histogram.of(values, new float[] {0, 0, 1, 0, 1, 0}, 1, -2, 2, 3);
        assertEquals(List.of(0, 1, 1), some.counts());
    }

    @Test
    void theThresholdHasRoomBesideValuesAThousandTimesAsLarge() {
        Histogram histogram = Histogram.of(new float[] {5}, null, 0.005, -0.01, 5, 40);
        double zero = histogram.share(0);
        double threshold = histogram.share(0.005);
        assertTrue(threshold - zero > 1.0 / 40, "more than a bin between zero and the threshold");
        assertEquals(1, histogram.share(5), 1e-12);
        assertEquals(0.005, histogram.value(threshold), 1e-12);
    }
}
