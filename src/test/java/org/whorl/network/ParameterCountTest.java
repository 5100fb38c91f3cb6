package org.whorl.network;

import org.junit.jupiter.api.Test;
import org.whorl.data.ImageShape;
import org.whorl.group.CyclicGroup;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ParameterCountTest {
    private static final ImageShape DIGIT = new ImageShape(1, 28, 28);

    @Test
    void sharedFiltersAreExactlyAQuarterAndASixthOfTheBaselines() {
        int baseline = count(1).filters();
        assertEquals(4 * 60 * 64, baseline);
        assertEquals(baseline, 4 * count(4).filters());
        assertEquals(baseline, 6 * count(6).filters());
    }

    @Test
    void everythingElseIsAsManyInAllThree() {
        for (int order : new int[] {1, 4, 6}) {
            ParameterCount count = count(order);
            assertEquals(4 * 60, count.lambda());
            assertEquals(3 * 2 * 60, count.norm());
            assertEquals(10 * (60 * 16 + 1), count.head());
            assertEquals(count.filters() + 240 + 360 + 9610, count.total());
        }
    }

    @Test
    void networksWithoutNormsHaveNoneToLearn() {
        NetworkSpec spec = NetworkSpec.paper(DIGIT, 10, new CyclicGroup(4)).withNorm(Normalization.NONE);
        assertEquals(0, ParameterCount.of(spec).norm());
        assertEquals(count(4).total() - 360, ParameterCount.of(spec).total());
    }

    @Test
    void tiedWeightsAreCountedOnce() {
        NetworkSpec spec = NetworkSpec.paper(DIGIT, 10, new CyclicGroup(4));
        NetworkSpec tied = spec.withIteration(Unfolding.FISTA, WeightTying.TIED, Shrinkage.NON_NEGATIVE, 0.01);
        assertEquals(
                ParameterCount.of(spec).filters(), 4 * ParameterCount.of(tied).filters());
    }

    @Test
    void denseAtomsAreAsLargeAsTheImage() {
        NetworkSpec dense = NetworkSpec.paper(DIGIT, 10, new CyclicGroup(4)).withKernel(8, true);
        assertEquals(4 * 15 * 784, ParameterCount.of(dense).filters());
        assertEquals(10 * 61, ParameterCount.of(dense).head());
    }

    private static ParameterCount count(int order) {
        return ParameterCount.of(NetworkSpec.paper(DIGIT, 10, new CyclicGroup(order)));
    }
}
