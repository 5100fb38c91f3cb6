package org.whorl.ui.lesson;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whorl.figure.FilterBank;
import org.whorl.figure.Tiles;
import org.whorl.group.CyclicGroup;
import org.whorl.group.Interpolation;
import org.whorl.group.Rotation;
import org.whorl.insight.RotationPairs;
import org.whorl.network.NetworkSpec;
import org.whorl.network.ParameterCount;
import org.whorl.ui.model.data.Gallery;
import org.whorl.ui.model.settings.NetworkForm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What “One filter, six orientations” says, step by step, computed with the networks that it shows. */
class OrientationsLessonTest {
    private static final String LESSON = "One filter, six orientations";

    @Test
    void tenOrbitsOfSixMakeABankOfSixty() throws IOException {
        Claims.step(LESSON, 2, "Ten rows of six make a bank of sixty filters from the parameters of ten");
        Lesson.Step first = Claims.step(LESSON, 1, "copies turned by 0°, 60°, 120°");
        NetworkSpec spec = Gallery.read(first.show().model()).model().spec();
        assertEquals(60, spec.group().generatorAngle());
        assertEquals(10, spec.baseFilters());
        assertEquals(60, spec.filters());
    }

    @Test
    void theDialSaysOfTheBaselineAndOfSixRotationsWhatIsSaidOfThem() throws IOException {
        Lesson.Step step = Claims.step(
                LESSON, 3, "15,360 numbers in the filters", "rotations by 60° need 2,080 for as many", "at 360° now");
        NetworkForm dial = new NetworkForm();
        dial.set(Gallery.read("digits-c6").model().spec());
        assertEquals(10, dial.getValue().baseFilters());
        assertEquals(2_080, ParameterCount.of(dial.getValue()).filters());
        int filters = dial.getValue().filters();
        dial.groupProperty().set(CyclicGroup.ofAngle(step.show().angle()));
        assertEquals(15_360, ParameterCount.of(dial.getValue()).filters());
        assertEquals(filters, dial.getValue().filters());
        assertTrue(step.controls().contains(Lesson.Pointer.PARAMETERS), "they are brought into sight");
    }

    @Test
    void amongTheBaselinesPairsOneIsATurnOfTheOther() throws IOException {
        Claims.step(LESSON, 3, "of the 1,770 pairs in the first layer of the baseline for MNIST only one is");
        Tiles bank = FilterBank.of(Gallery.read("mnist-baseline").model().parameters(), 0)
                .tiles();
        RotationPairs pairs = RotationPairs.of(bank.values(), bank.count(), bank.channels(), bank.height());
        assertEquals(1_770, pairs.all());
        assertEquals(1, pairs.pairs());
    }

    @ParameterizedTest
    @ValueSource(doubles = {90, 180, 270, 60, 45, 30})
    void onlyMultiplesOf90DegreesAreExactAndOthersLoseTheirCorners(double degrees) throws IOException {
        Claims.step(LESSON, 4, "Only multiples of 90° are exact", "a square’s corners would leave the square");
        Rotation rotation = Rotation.of(8, degrees, Interpolation.BILINEAR);
        float[] corner = new float[64];
        corner[0] = 1;
        float[] turned = new float[64];
        rotation.apply(corner, 0, turned, 0);
        double kept = 0;
        int pixels = 0;
        for (float value : turned) {
            kept += value;
            pixels += value != 0 ? 1 : 0;
        }
        if (degrees % 90 == 0) {
            assertEquals(1, pixels);
            assertEquals(1, kept);
        } else {
            assertTrue(kept < 0.5, "of the corner is left " + kept);
        }
    }
}
