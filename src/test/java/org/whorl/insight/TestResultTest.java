package org.whorl.insight;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.whorl.data.Dataset;
import org.whorl.data.ImageShape;
import org.whorl.data.Progress;
import org.whorl.data.whitening.Preparation;
import org.whorl.group.CyclicGroup;
import org.whorl.network.Inference;
import org.whorl.network.Model;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Objective;
import org.whorl.network.Parameters;
import org.whorl.network.Trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TestResultTest {
    private static final ImageShape SHAPE = new ImageShape(1, 12, 12);
    private static final List<String> CLASSES = List.of("a", "b", "c");

    private final NetworkSpec spec = NetworkSpec.paper(SHAPE, 3, new CyclicGroup(4))
            .withFilters(8)
            .withLayers(2)
            .withKernel(5, false);

    private static Dataset noise(int images) {
        Random random = new Random(2);
        float[] pixels = new float[images * SHAPE.size()];
        int[] labels = new int[images];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextFloat();
        }
        for (int i = 0; i < images; i++) {
            labels[i] = i % 3;
        }
        return new Dataset(SHAPE, pixels, labels, CLASSES);
    }

    private static Model model(Parameters parameters) {
        return new Model(parameters, Preparation.identity(SHAPE), CLASSES, Map.of());
    }

    /** A head of zeros gives every class the same score. */
    @Test
    void aHeadThatKnowsNothingHasTheLossOfGuessing() {
        Parameters parameters = Parameters.initial(spec, 1);
        parameters.set("head/weight", new float[parameters.get("head/weight").length]);
        TestResult result = TestResult.of(model(parameters), noise(90), Progress.NONE);
        assertEquals(90, result.images());
        assertEquals(Math.log(3), result.loss(), 1e-6);
        assertEquals(1.0 / 3, result.accuracy(), 1e-12, "all taken for the first class");
        assertEquals(List.of(30, 0, 0), result.confusion().rows().get(2));
        assertEquals(1, result.confusion().recall(0));
        assertEquals(0, result.confusion().recall(1));
    }

    @Test
    void accuracyIsTheShareOfImagesWhoseHighestScoreIsTheirLabel() {
        Parameters parameters = Parameters.initial(spec, 5);
        Dataset images = noise(70);
        Inference inference = new Inference(spec);
        int right = 0;
        for (int i = 0; i < images.size(); i++) {
            float[] image = Arrays.copyOfRange(images.pixels(), i * SHAPE.size(), (i + 1) * SHAPE.size());
            right += inference.trace(parameters, image).prediction() == images.labels()[i] ? 1 : 0;
        }
        assertEquals(
                right / 70.0,
                TestResult.of(model(parameters), images, Progress.NONE).accuracy(),
                1e-12);
    }

    @Test
    void aModelThatOnlyReconstructsIsMeasuredByItsReconstruction() {
        Parameters parameters = Parameters.initial(spec.withObjective(Objective.RECONSTRUCT), 1);
        Dataset images = noise(1);
        Trace trace = new Inference(parameters.spec()).trace(parameters, images.pixels());
        TestResult result = TestResult.of(model(parameters), images, Progress.NONE);
        assertEquals(trace.layers().get(1).objective(), result.loss(), 1e-4 * result.loss());
        assertTrue(Double.isNaN(result.accuracy()));
    }

    @Test
    void imagesThatTheModelCannotTakeAreNamed() {
        Model model = model(Parameters.initial(spec, 1));
        ImageShape other = new ImageShape(1, 10, 12);
        Dataset wrong = new Dataset(other, new float[other.size()], new int[1], CLASSES);
        String said = assertThrows(IllegalArgumentException.class, () -> TestResult.of(model, wrong, Progress.NONE))
                .getMessage();
        assertTrue(said.contains("1x12x12") && said.contains("1x10x12"), said);
        Dataset more = new Dataset(SHAPE, new float[SHAPE.size()], new int[] {4}, Collections.nCopies(5, "x"));
        assertThrows(IllegalArgumentException.class, () -> TestResult.of(model, more, Progress.NONE));
    }

    @Test
    void itEndsWhereTheProgressAsksItTo() {
        Model model = model(Parameters.initial(spec, 1));
        assertThrows(CancellationException.class, () -> TestResult.of(model, noise(500), (what, done, total) -> false));
    }

    @Test
    void activeFractionsAreMeansOverImages() {
        Parameters parameters = Parameters.initial(spec, 1);
        Inference inference = new Inference(spec);
        Dataset images = noise(2);
        Trace one = inference.trace(parameters, Arrays.copyOf(images.pixels(), SHAPE.size()));
        Trace dark = inference.trace(parameters, new float[SHAPE.size()]);
        assertEquals(0, dark.layers().get(0).activeFraction());
        assertEquals(
                one.layers().get(0).activeFraction() / 2,
                ActiveFractions.of(List.of(one, dark)).get(0),
                1e-12);
        assertEquals(List.of(), ActiveFractions.of(List.of()));
    }
}
