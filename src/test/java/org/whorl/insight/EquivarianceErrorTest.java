package org.whorl.insight;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whorl.data.Dataset;
import org.whorl.data.ImageShape;
import org.whorl.data.Progress;
import org.whorl.data.whitening.Preparation;
import org.whorl.group.CyclicGroup;
import org.whorl.network.HeadKind;
import org.whorl.network.Model;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Parameters;
import org.whorl.network.Sharing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class EquivarianceErrorTest {
    private static final ImageShape SHAPE = new ImageShape(1, 20, 20);

    /** A smooth blob away from the centre, so that turning moves it. */
    private static Dataset blob() {
        float[] pixels = new float[SHAPE.size()];
        for (int y = 0; y < 20; y++) {
            for (int x = 0; x < 20; x++) {
                pixels[y * 20 + x] = (float) Math.exp(-((x - 12) * (x - 12) + (y - 8) * (y - 8) / 2.0) / 6);
            }
        }
        return new Dataset(SHAPE, pixels, new int[1], List.of("blob", "none"));
    }

    private static Model model(int order, long seed) {
        NetworkSpec spec = NetworkSpec.paper(SHAPE, 2, new CyclicGroup(order))
                .withFilters(12)
                .withLayers(3)
                .withKernel(7, false)
                .withHead(HeadKind.PLAIN, Sharing.ORBIT);
        return new Model(
                Parameters.initial(spec, seed), Preparation.identity(SHAPE), List.of("blob", "none"), Map.of());
    }

    private static double error(int order, double degrees) {
        return error(order, degrees, 2);
    }

    private static double error(int order, double degrees, long seed) {
        List<EquivarianceError> errors =
                EquivarianceError.of(model(order, seed), blob(), List.of(degrees), Progress.NONE);
        assertEquals(3, errors.get(0).layers().size());
        return errors.get(0).code();
    }

    /** Over eight networks: the codes of a single one, of few filters, may be all but empty. */
    private static double meanError(int order, double degrees) {
        return LongStream.rangeClosed(1, 8)
                .mapToDouble(seed -> error(order, degrees, seed))
                .average()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 6, 12})
    void anImageThatIsNotTurnedHasNoError(int order) {
        assertEquals(0, error(order, 0));
        assertEquals(0, error(order, 360), 1e-12);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-90, 90, 180, 270, 450})
    void quarterTurnsAreExactInC4(double degrees) {
        assertTrue(error(4, degrees) <= 1e-5, "error " + error(4, degrees));
    }

    /** Without rotated filters, nothing makes the code turn along. */
    @Test
    void quarterTurnsAreNotExactWithoutAGroup() {
        assertTrue(error(1, 90) > 0.1, "error " + error(1, 90));
        assertEquals(0, error(1, 0));
    }

    /** C6's own angle is interpolated, not exact: better than no group, worse than a quarter turn in C4. */
    @Test
    void anglesOffTheGridAreReportedNotHidden() {
        double ours = meanError(6, 60);
        double without = meanError(1, 60);
        assertTrue(ours > 1e-3, "error " + ours);
        assertTrue(ours < without, ours + " against " + without);
    }

    /** Between the group's angles the orbits move by a fraction: the error joins on both sides. */
    @Test
    void theErrorIsContinuousAtTheGroupsAngles() {
        assertEquals(error(6, 60), error(6, 60 + 1e-4), 1e-2);
        assertEquals(error(6, 60), error(6, 60 - 1e-4), 1e-2);
    }
}
