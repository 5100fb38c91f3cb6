package org.whorl.ui.lesson;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.whorl.data.Progress;
import org.whorl.group.CyclicGroup;
import org.whorl.insight.EquivarianceError;
import org.whorl.kernel.Geometry;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What “Convolution does not know rotation” says, step by step, computed with the network that it shows. */
class RotationLessonTest {
    private static final String LESSON = "Convolution does not know rotation";
    private static Claims shown;
    private static int image;

    @BeforeAll
    static void read() throws IOException {
        Lesson.Show first = Claims.step(LESSON, 1).show();
        shown = new Claims(first.model());
        image = first.image();
    }

    private static double sureness(Trace trace) {
        return trace.probabilities()[trace.prediction()];
    }

    @Test
    void theUprightDigitIsNamedRightlyAndSurely() throws IOException {
        Claims.step(LESSON, 1, "how sure it is of its answer");
        Trace trace = shown.trace(image, 0);
        assertEquals(shown.images().labels()[image], trace.prediction());
        assertTrue(sureness(trace) > 0.99);
    }

    @Test
    void aDigitThatIsMovedGivesACodeThatIsMoved() throws IOException {
        Claims.step(LESSON, 2, "a digit that is moved gives a code that is moved");
        float[] input = shown.input(image, 0);
        float[] moved = new float[input.length];
        for (int i = 0; i < input.length; i++) {
            moved[i] = input[i % 28 == 0 ? i : i - 1];
        }
        float[] code = shown.trace(input).layers().get(0).code();
        float[] after = shown.trace(moved).layers().get(0).code();
        Geometry g = shown.model().spec().geometry();
        for (int k = 0; k < g.filters(); k++) {
            // Where the filter lies within the picture before and after.
            for (int y = 1; y < g.codeHeight() - 1; y++) {
                for (int x = 2; x < g.codeWidth() - 2; x++) {
                    int at = k * g.mapSize() + y * g.codeWidth() + x;
                    assertEquals(code[at], after[at + 1], 1e-5);
                }
            }
        }
    }

    @Test
    void onTheWayRoundItChangesItsMind() throws IOException {
        Claims.step(LESSON, 2, "where does it change its mind?");
        assertTrue(IntStream.range(0, 360)
                .anyMatch(degrees -> shown.trace(image, degrees).prediction()
                        != shown.images().labels()[image]));
        assertEquals(
                shown.images().labels()[image],
                shown.trace(image, Claims.step(LESSON, 2).show().turn()).prediction(),
                "not yet where the step begins");
    }

    @Test
    void halfATurnMakesA3ToA5OfWhichTheNetworkIsSure() throws IOException {
        Lesson.Step step =
                Claims.step(LESSON, 3, "takes this 3 for a 5, and is sure of it", "one of the six rotations");
        assertEquals(3, shown.images().labels()[image]);
        Trace trace = shown.trace(image, step.show().turn());
        assertEquals(5, trace.prediction());
        assertTrue(sureness(trace) > 0.9);
    }

    @Test
    void theFirstLayersMapsAreTheSameTurnedAndShiftedAlongTheOrbit() throws IOException {
        Claims.step(LESSON, 3, "The maps of the first layer are the same, only turned");
        Geometry g = shown.model().spec().geometry();
        NetworkSpec spec = shown.model().spec();
        float[] upright = shown.trace(image, 0).layers().get(0).code();
        float[] turned = shown.trace(image, 180).layers().get(0).code();
        int half = spec.group().order() / 2 * spec.baseFilters();
        for (int k = 0; k < g.filters(); k++) {
            int partner = (k + half) % g.filters();
            for (int i = 0; i < g.mapSize(); i++) {
                assertEquals(
                        upright[k * g.mapSize() + i],
                        turned[partner * g.mapSize() + g.mapSize() - 1 - i],
                        1e-4,
                        "filter " + k);
            }
        }
    }

    @Test
    void atHalfATurnTheErrorIsZeroInEveryLayerAndAt60DegreesItMoreThanDoublesOnTheWay() throws IOException {
        Lesson.Step step = Claims.step(
                LESSON,
                4,
                "At 180° it is zero in every layer",
                "At 60° filters are interpolated, and layer 1 says how much",
                "choose layer 4",
                "the error has more than doubled");
        assertEquals(1, step.show().layer());
        List<EquivarianceError> errors =
                EquivarianceError.of(shown.model(), shown.images().first(25), List.of(60.0, 180.0), Progress.NONE);
        List<Double> at60 = errors.get(0).layers();
        for (double error : errors.get(1).layers()) {
            assertTrue(error < 1e-5, "at 180° " + error);
        }
        assertTrue(at60.get(0) > 0.05, "at 60° " + at60);
        for (int l = 1; l < at60.size(); l++) {
            assertTrue(at60.get(l) > at60.get(l - 1), "at 60° " + at60);
        }
        assertTrue(at60.get(3) > 2 * at60.get(0), "at 60° " + at60);
    }

    @Test
    void thresholdsAndNormsAreSharedAlongTheOrbit() throws IOException {
        Claims.step(LESSON, 4, "its threshold and its norm, is shared along the orbit");
        NetworkSpec spec = shown.model().spec();
        assertEquals(spec.baseFilters(), shown.model().parameters().get("layer0/norm/mean").length);
        assertEquals(spec.baseFilters(), shown.model().parameters().get("layer0/lambda").length);
    }

    @Test
    void fourRotationsHaveAQuarterOfTheFiltersToLearnAndAreExact() throws IOException {
        Lesson.Step step =
                Claims.step(LESSON, 5, "each of them exact on the grid", "fifteen filters, a quarter of sixty");
        CyclicGroup group = CyclicGroup.ofAngle(step.show().angle());
        assertEquals(4, group.order());
        assertEquals(15, NetworkSpec.baseFiltersFor(60, group));
    }
}
