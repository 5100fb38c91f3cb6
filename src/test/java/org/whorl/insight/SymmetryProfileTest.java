package org.whorl.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whorl.data.Dataset;
import org.whorl.data.Progress;
import org.whorl.data.set.Datasets;
import org.whorl.data.whitening.Preparation;
import org.whorl.group.CyclicGroup;
import org.whorl.insight.SymmetryProfile.Angle;
import org.whorl.network.Model;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SymmetryProfileTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 4, 6, 7, 16, 36})
    void everyFiveDegreesAndTheGroupsOwnAnglesAreMeasuredOnce(int order) {
        CyclicGroup group = new CyclicGroup(order);
        List<Double> all = new ArrayList<>();
        SymmetryProfile.portions(group).forEach(all::addAll);
        assertEquals(new TreeSet<>(all).size(), all.size(), "no angle twice");
        for (int degrees = 0; degrees < 360; degrees += 5) {
            assertTrue(all.contains((double) degrees));
        }
        List<Double> first = SymmetryProfile.portions(group).get(0);
        for (int r = 0; r < order; r++) {
            assertTrue(first.contains(group.angle(r)), "element " + r + " among the first");
        }
    }

    private static Angle angle(double degrees, double accuracy) {
        return new Angle(degrees, List.of(0.5, 0.25), accuracy);
    }

    @Test
    void portionsJoinInTheOrderOfTheirAngles() {
        SymmetryProfile coarse = new SymmetryProfile(List.of(angle(0, 1), angle(30, 0.5)));
        SymmetryProfile fine = new SymmetryProfile(List.of(angle(15, 0.75)));
        assertEquals(
                List.of(0.0, 15.0, 30.0),
                coarse.with(fine).angles().stream().map(Angle::degrees).toList());
    }

    @Test
    void theTableHasALineAnAngleAndNothingWhereNothingWasMeasured() {
        SymmetryProfile profile = new SymmetryProfile(List.of(angle(0, 1), angle(51.428571, Double.NaN)));
        assertEquals(
                "degrees,equivariance_error_1,equivariance_error_2,accuracy\n0,0.500000,0.250000,1.00000\n"
                        + "51.43,0.500000,0.250000,\n",
                profile.toCsv());
    }

    @Test
    void errorsAreMeasuredWithoutAnAccuracyWhereItWouldBeNone() throws Exception {
        Dataset digits =
                Datasets.load("digits", Optional.empty(), 1, Progress.NONE).test();
        NetworkSpec spec = NetworkSpec.paper(digits.shape(), 10, new CyclicGroup(4))
                .withFilters(4)
                .withLayers(1);
        Model model = new Model(
                Parameters.initial(spec, 1), Preparation.identity(digits.shape()), digits.classNames(), Map.of());
        SymmetryProfile profile =
                SymmetryProfile.of(model, digits.first(2), digits.first(0), List.of(0.0, 45.0), Progress.NONE);
        assertTrue(profile.angles().get(1).errors().get(0) > 0);
        assertTrue(profile.angles().stream().allMatch(angle -> Double.isNaN(angle.accuracy())));
    }
}
