package org.whorl.ui.view.settings;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.data.ImageShape;
import org.whorl.group.CyclicGroup;
import org.whorl.group.Support;
import org.whorl.network.GeneratorKind;
import org.whorl.network.NetworkSpec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ArithmeticTest {
    private static final ImageShape DIGIT = new ImageShape(1, 28, 28);

    private static Arithmetic of(double angle) {
        return Arithmetic.of(NetworkSpec.paper(DIGIT, 10, CyclicGroup.ofAngle(angle)), 60);
    }

    @ParameterizedTest
    @CsvSource({"90, 4", "60, 6"})
    void anOrbitOfNHasTheNthPartOfTheFilters(double angle, int n) {
        Arithmetic arithmetic = of(angle);
        assertEquals("Baseline", arithmetic.rows().get(0).name());
        assertEquals(
                arithmetic.rows().get(0).count().filters(),
                n * arithmetic.own().count().filters());
    }

    @Test
    void theNetworkThatIsSetComesLastAndOnce() {
        assertEquals(
                List.of("Baseline", "C4 · 90°", "C6 · 60°"),
                of(60).rows().stream().map(Arithmetic.Row::name).toList());
        assertEquals(
                List.of("Baseline", "C4 · 90°"),
                of(90).rows().stream().map(Arithmetic.Row::name).toList());
        assertTrue(of(360).own().own());
        assertEquals("Baseline", of(360).own().name());
    }

    @ParameterizedTest
    @CsvSource({"60, false", "45, false", "90, true", "180, true", "360, true"})
    void onlyMultiplesOf90AreCalledExact(double angle, boolean exact) {
        assertEquals(exact, of(angle).exactness().contains("is exact on the pixel grid"));
        assertEquals(!exact, of(angle).exactness().contains("interpolated, not exact"));
    }

    @Test
    void aNetworkThatLearnsItsAngleHasOneParameterMoreAndIsComparedWithFixedOnes() {
        NetworkSpec fixed =
                NetworkSpec.paper(DIGIT, 10, CyclicGroup.ofAngle(60)).withGenerator(GeneratorKind.FIXED);
        Arithmetic learned = Arithmetic.of(fixed.withGenerator(GeneratorKind.LEARNED), 60);
        Arithmetic set = Arithmetic.of(fixed, 60);
        assertEquals(set.rows().get(0), learned.rows().get(0));
        assertEquals(set.own().count().total() + 1, learned.own().count().total());
    }

    @Test
    void itSaysAtHowManyFiltersTheBaselineIsCompared() {
        assertEquals("compared at 60 filters a layer", of(60).basis());
        // C8 has whole orbits of eight: the baseline beside it is as large as it was asked to be.
        NetworkSpec eight =
                NetworkSpec.paper(DIGIT, 10, CyclicGroup.ofAngle(45)).withFilters(64);
        assertTrue(Arithmetic.of(eight, 64).basis().contains("64 filters a layer"));
    }

    @Test
    void thatTheBaselineHasOtherNumbersOnADiscIsSaidBesideThem() {
        NetworkSpec square =
                NetworkSpec.paper(DIGIT, 10, CyclicGroup.ofAngle(45)).withFilters(64);
        Arithmetic onSquare = Arithmetic.of(square, 64);
        Arithmetic onDisc = Arithmetic.of(square.withSupport(Support.DISC), 64);
        assertEquals(
                64 * 4 * (64 - 52),
                onSquare.rows().get(0).count().filters()
                        - onDisc.rows().get(0).count().filters());
        assertEquals("compared at 64 filters a layer, each on a disc: 52 of its 64 pixels", onDisc.basis());
        assertEquals("compared at 64 filters a layer", onSquare.basis());
    }
}
