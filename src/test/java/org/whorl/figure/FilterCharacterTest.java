package org.whorl.figure;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whorl.figure.FilterCharacter.Form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FilterCharacterTest {
    /** An 8×8 filter from a function of x to the right and y upwards, from the centre. */
    private static FilterCharacter character(DoubleBinaryOperator value) {
        float[] w = new float[64];
        for (int i = 0; i < 64; i++) {
            w[i] = (float) value.applyAsDouble(i % 8 - 3.5, 3.5 - i / 8);
        }
        return FilterCharacter.of(new Tiles(w, 1, 1, 8, 8), 0);
    }

    private static double bell(double x, double y, double width) {
        return Math.exp(-(x * x + y * y) / (2 * width * width));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 30, 45, 60, 90, 120, 150})
    void stripesAreFoundAtTheirAngleAndWavelength(double degrees) {
        double across = Math.toRadians(degrees + 90);
        FilterCharacter found = character(
                (x, y) -> Math.cos(2 * Math.PI * (x * Math.cos(across) + y * Math.sin(across)) / 3) * bell(x, y, 2.5));
        assertEquals(Form.STRIPES, found.form());
        double difference = Math.abs(found.orientation() - degrees);
        assertTrue(Math.min(difference, 180 - difference) < 5, "found " + found.orientation());
        assertEquals(3, found.wavelength(), 0.3);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 45, 90, 135, 180, 225, 270, 315})
    void edgesKnowTheirBrightSide(double degrees) {
        double a = Math.toRadians(degrees);
        FilterCharacter found = character((x, y) -> (x * Math.cos(a) + y * Math.sin(a)) * bell(x, y, 2));
        assertEquals(Form.EDGE, found.form());
        double difference = Math.abs(found.towards() - degrees);
        assertTrue(Math.min(difference, 360 - difference) < 5, "found " + found.towards());
    }

    @Test
    void sidesAreNamedAsOneSeesThem() {
        assertTrue(character((x, y) -> (-x - y) * bell(x, y, 2))
                .words()
                .startsWith("An edge, positive on the lower left"));
        assertTrue(character((x, y) -> y * bell(x, y, 2))
                .words()
                .contains("positive on the top, running at 0° (horizontal)"));
    }

    @Test
    void aSpotHasNoDirection() {
        FilterCharacter found = character((x, y) -> -bell(x, y, 1.5));
        assertEquals(Form.BLOB, found.form());
        assertEquals("A negative spot without direction.", found.words());
    }

    @Test
    void aDifferenceOfBellsIsCentreAndSurround() {
        FilterCharacter found = character((x, y) -> bell(x, y, 1) - 0.3 * bell(x, y, 2));
        assertEquals(Form.CENTRE_SURROUND, found.form());
        assertTrue(found.positive());
    }

    /** On the disc nothing outside is no value of zero: what is seen is even but for a spot at the rim. */
    @Test
    void aSpotAtTheRimOfTheDiscIsSaidWhereItLies() {
        FilterCharacter found =
                character((x, y) -> x * x + y * y > 16 ? 0 : Math.hypot(x + 2.3, y - 2.3) < 2 ? 0.2 : -0.15);
        assertEquals(Form.CENTRE_SURROUND, found.form());
        assertEquals("A positive spot towards the upper left, negative elsewhere.", found.words());
        assertTrue(found.coherence() < 0.35, "coherence " + found.coherence());
    }

    @Test
    void anEvenDiscIsASpotAndNotALine() {
        assertEquals(
                Form.BLOB, character((x, y) -> x * x + y * y > 16 ? 0 : 0.14).form());
    }

    @Test
    void aLineIsNeitherEdgeNorStripes() {
        FilterCharacter found = character((x, y) -> Math.exp(-x * x / 2));
        assertEquals(Form.LINE, found.form());
        assertEquals("A positive line at 90° (vertical).", found.words());
    }

    @Test
    void wordsAreOfSignsSinceWhichOfThemLooksDarkDependsOnTheTheme() {
        for (FilterCharacter one : List.of(
                character((x, y) -> -bell(x, y, 1.5)),
                character((x, y) -> bell(x, y, 1) - 0.3 * bell(x, y, 2)),
                character((x, y) -> y * bell(x, y, 2)),
                character((x, y) -> Math.exp(-x * x / 2)))) {
            assertTrue(one.words().matches(".*(positive|negative).*"), one.words());
            assertFalse(one.words().matches(".*(bright|dark).*"), one.words());
        }
    }

    @Test
    void noiseIsNotDressedUp() {
        Random random = new Random(3);
        int mixed = 0;
        for (int i = 0; i < 20; i++) {
            mixed += character((x, y) -> random.nextGaussian()).form() == Form.MIXED ? 1 : 0;
        }
        assertTrue(mixed >= 16, mixed + " of 20");
    }

    @Test
    void zerosAreSaidToBeZeros() {
        assertEquals("All values are zero.", character((x, y) -> 0).words());
    }
}
