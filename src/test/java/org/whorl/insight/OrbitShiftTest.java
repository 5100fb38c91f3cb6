package org.whorl.insight;

import java.io.IOException;
import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.data.Progress;
import org.whorl.data.TrainTest;
import org.whorl.data.set.Datasets;
import org.whorl.group.CyclicGroup;
import org.whorl.network.NetworkSpec;

import static org.junit.jupiter.api.Assertions.assertEquals;

class OrbitShiftTest {
    @ParameterizedTest
    @CsvSource({"6,0", "6,1", "6,4", "4,3", "1,0"})
    void activityThatWasMovedAlongTheOrbitsIsFoundToHaveMovedByThat(int order, int places) throws IOException {
        TrainTest data = Datasets.load("digits", Optional.empty(), 1, Progress.NONE);
        NetworkSpec spec = NetworkSpec.paper(data.test().shape(), 10, new CyclicGroup(order));
        int size = spec.geometry().mapSize();
        float[] upright = new float[spec.filters() * size];
        float[] turned = new float[upright.length];
        for (int k = 0; k < spec.filters(); k++) {
            int partner = (k + places * spec.baseFilters()) % spec.filters();
            for (int i = 0; i < size; i++) {
                upright[k * size + i] = (k * 31 + i * (7 + k)) % 17;
                // Within its map it turns, here by half a turn.
                turned[partner * size + size - 1 - i] = upright[k * size + i];
            }
        }
        assertEquals(places, OrbitShift.of(spec, upright, turned, 180));
    }
}
