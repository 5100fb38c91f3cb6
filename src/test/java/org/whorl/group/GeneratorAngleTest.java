package org.whorl.group;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class GeneratorAngleTest {
    @ParameterizedTest
    @CsvSource({
        "72, 72, 5, 0", "144.3, 72, 5, 0.3", "-72, 72, 5, 0", "289, 72, 5, 1", "100, 72, 5, 28",
        "60.5, 60, 6, 0.5", "120, 60, 6, 60", "300, 60, 6, 0", "135, 45, 8, 0", "180, 90, 4, 90"
    })
    void anglesWithTheSameOrbitsAreNoDistanceApart(double found, double truth, int order, double distance) {
        assertEquals(distance, GeneratorAngle.distance(found, truth, order), 1e-9);
    }

    @ParameterizedTest
    @CsvSource({"37, 37, 4, 0", "323, 37, 4, 0", "74, 37, 4, 37", "50, 50, 5, 0", "100, 50, 5, 50"})
    void anOpenOrbitHasNoOtherAngleButTheNegative(double found, double truth, int order, double distance) {
        assertEquals(distance, GeneratorAngle.distance(found, truth, order), 1e-9);
    }

    @ParameterizedTest
    @CsvSource({
        "71, 5, 72",
        "143, 5, 144",
        "10, 5, 72",
        "120, 6, 60",
        "121, 6, 60",
        "200, 6, 300",
        "-70, 5, -72",
        "700, 5, 648"
    })
    void theNearestClosedAngleIsOneThatGeneratesTheWholeGroup(double angle, int order, double closed) {
        assertEquals(closed, GeneratorAngle.nearestClosed(angle, order), 1e-9);
    }
}
