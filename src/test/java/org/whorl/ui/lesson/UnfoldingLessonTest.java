package org.whorl.ui.lesson;

import java.io.IOException;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.whorl.insight.StepBound;
import org.whorl.network.Normalization;
import org.whorl.network.Trace;
import org.whorl.network.Unfolding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What “Unfolding FISTA” says, step by step, computed with the networks that it shows. */
class UnfoldingLessonTest {
    private static final String LESSON = "Unfolding FISTA";
    private static Claims shown;

    @BeforeAll
    static void read() throws IOException {
        shown = new Claims("digits-c6-reconstruct");
    }

    @Test
    void eachIterationIsALayerOfAnAutoencoderThatNeverSawALabel() throws IOException {
        Lesson.Step step = Claims.step(LESSON, 1, "autoencoder of six layers", "never saw a label");
        Claims.step(LESSON, 1, "leaves more than half of z at zero");
        for (Trace.Layer layer : shown.trace(step.show().image(), 0).layers()) {
            assertTrue(layer.activeFraction() < 0.5, "active: " + layer.activeFraction());
        }
        assertEquals("digits-c6-reconstruct", step.show().model());
        assertEquals(6, shown.model().spec().layers());
        assertEquals(Unfolding.FISTA, shown.model().spec().unfolding());
        assertEquals(Normalization.NONE, shown.model().spec().norm());
        assertEquals(0, shown.model().spec().objective().classify());
    }

    @Test
    void inTheFirstLayerTheResidualIsThePictureItself() throws IOException {
        Claims.step(LESSON, 2, "the residual is the picture itself");
        float[] input = shown.input(0, 0);
        Trace trace = shown.trace(input);
        assertArrayEquals(input, trace.layers().get(0).residual());
        float[] second = trace.layers().get(1).residual();
        assertTrue(squares(second) < squares(input), "in the second layer something is explained");
    }

    @Test
    void theThresholdTakesLambdaAlphaAwayAndSetsToZeroWhatFallsBelow() throws IOException {
        Claims.step(
                LESSON,
                3,
                "takes λ·α away from every element",
                "sets to zero what falls below: here more than half of the code");
        Trace.Layer layer = shown.trace(0, 0).layers().get(0);
        double threshold =
                shown.model().spec().stepSize() * shown.model().spec().threshold();
        int zeros = 0;
        for (int i = 0; i < layer.code().length; i++) {
            assertEquals(Math.max(layer.preThreshold()[i] - threshold, 0), layer.code()[i], 1e-6);
            zeros += layer.code()[i] == 0 ? 1 : 0;
        }
        assertTrue(zeros > layer.code().length / 2, "zero: " + zeros);
    }

    @Test
    void theMomentumOfTheSecondLayerIsWhereTheThirdStarts() throws IOException {
        Claims.step(LESSON, 4, "w₂ = u₂ + β · (u₂ − u₁). It is the v₃", "In the first layer β is 0");
        Trace trace = shown.trace(0, 0);
        float[] u1 = trace.layers().get(0).code();
        float[] u2 = trace.layers().get(1).code();
        double beta = trace.layers().get(1).momentumFactor();
        assertEquals(0, trace.layers().get(0).momentumFactor());
        assertTrue(beta > 0.2);
        for (int i = 0; i < u1.length; i++) {
            assertEquals(u2[i] + beta * (u2[i] - u1[i]), trace.layers().get(2).momentum()[i], 1e-5);
        }
    }

    @Test
    void theObjectiveFallsWithEveryLayerWhicheverDigitIsChosen() throws IOException {
        Claims.step(LESSON, 5, "falls with every layer, whichever test digit it is", "smaller than 1/σ_max", "descend");
        for (int image = 0; image < shown.images().size(); image++) {
            Trace trace = shown.trace(image, 0);
            for (int l = 1; l < trace.layers().size(); l++) {
                assertTrue(
                        trace.layers().get(l).objective()
                                < trace.layers().get(l - 1).objective(),
                        "image " + image + ", layer " + (l + 1));
            }
        }
        StepBound bound = StepBound.of(shown.model().parameters());
        assertTrue(bound.holds(), "α·σ_max is " + bound.ofLayer(0));
    }

    @Test
    void aClassifiersStepsAreLargerAndItsObjectiveGrowsMoreThanAThousandfold() throws IOException {
        Lesson.Step step = Claims.step(
                LESSON,
                6,
                "steps larger than 1/σ_max",
                "From the first layer to the second it grows more than a thousandfold",
                "a norm");
        Claims classifier = new Claims(step.show().model());
        assertEquals(Normalization.BATCH, classifier.model().spec().norm());
        assertEquals(0, classifier.model().spec().objective().reconstruct());
        StepBound bound = StepBound.of(classifier.model().parameters());
        for (int l = 0; l < bound.sigmaMax().size(); l++) {
            assertTrue(bound.ofLayer(l) > 1);
        }
        assertFalse(bound.holds());
        Trace trace = classifier.trace(step.show().image(), 0);
        double first = trace.layers().get(0).objective();
        double grown = trace.layers().get(1).objective() / first;
        assertTrue(grown > 1000 && grown < 10_000, "grown by " + grown);
    }

    private static double squares(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return sum;
    }
}
