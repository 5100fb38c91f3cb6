package org.whorl.ui.lesson;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.whorl.data.Progress;
import org.whorl.insight.TestResult;
import org.whorl.insight.TurnedAnswers;
import org.whorl.insight.TurnedAnswers.Answer;
import org.whorl.network.HeadKind;
import org.whorl.network.Model;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Parameters;
import org.whorl.ui.experiment.Experiments;
import org.whorl.ui.experiment.GuidedExperiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What “Plain or invariant?” says, as a lesson and as an experiment, computed with its two networks at every whole degree. */
class InvariantLessonTest {
    private static final String LESSON = "Plain or invariant?";
    private static Claims plain;
    private static Claims invariant;
    private static List<Answer> plainOf3;
    private static List<Answer> invariantOf3;

    @BeforeAll
    static void read() throws IOException {
        plain = new Claims("digits-c6");
        invariant = new Claims("digits-c12-invariant");
        int three = first(3);
        plainOf3 = answers(plain, three);
        invariantOf3 = answers(invariant, three);
    }

    /** By the rule that the window says: the first of its class that both name rightly upright. */
    private static int first(int label) {
        int[] labels = plain.images().labels();
        return IntStream.range(0, labels.length)
                .filter(n -> labels[n] == label)
                .filter(n -> plain.trace(n, 0).prediction() == label)
                .filter(n -> invariant.trace(n, 0).prediction() == label)
                .findFirst()
                .orElseThrow();
    }

    private static List<Answer> answers(Claims network, int image) {
        TurnedAnswers turned = new TurnedAnswers(network.model());
        int size = network.images().shape().size();
        return IntStream.range(0, 360)
                .mapToObj(d -> turned.at(network.images().pixels(), image * size, d))
                .toList();
    }

    private static long named(List<Answer> answers, int label) {
        return answers.stream().filter(a -> a.named() == label).count();
    }

    @Test
    void oneNetworkHasAPlainHeadAndTheOtherAnInvariantOneOfTwelveRotations() throws IOException {
        Claims.step(LESSON, 1, "left one has a plain head", "each of the twelve rotations of its group");
        assertEquals(HeadKind.PLAIN, plain.model().spec().head());
        assertEquals(HeadKind.INVARIANT, invariant.model().spec().head());
        assertEquals(12, invariant.model().spec().group().order());
    }

    @Test
    void uprightBothNameThe3Rightly() throws IOException {
        Claims.step(LESSON, 1, "Upright, both name this 3 rightly");
        assertEquals(3, plainOf3.get(0).named());
        assertEquals(3, invariantOf3.get(0).named());
    }

    @Test
    void thePlainHeadIsLostOverMoreThanHalfOfTheCircleAndTheInvariantOneNowhere() throws IOException {
        Claims.step(
                LESSON,
                2,
                "for more than half of the circle the plain head names something else",
                "names the 3 at every degree");
        assertTrue(named(plainOf3, 3) < 180, named(plainOf3, 3) + " of 360");
        assertEquals(360, named(invariantOf3, 3));
        assertTrue(named(invariantOf3, 3) > named(plainOf3, 3));
    }

    @Test
    void thePlainHeadsCurveIsALobeAroundUpright() throws IOException {
        Claims.step(LESSON, 2, "a lobe around upright");
        List<Integer> right = IntStream.range(0, 360)
                .filter(d -> plainOf3.get(d).named() == 3)
                .boxed()
                .toList();
        assertTrue(right.stream().allMatch(d -> Math.abs(Math.IEEEremainder(d, 360)) < 90), right.toString());
    }

    @Test
    void theInvariantHeadSaysTheSameAQuarterTurnLaterAndIsLessSureInBetween() throws IOException {
        Claims.step(LESSON, 3, "it says again a quarter turn later", "Between the quarter turns", "less sure there");
        for (int d = 0; d < 360; d++) {
            double[] now = invariantOf3.get(d).probabilities();
            double[] later = invariantOf3.get((d + 90) % 360).probabilities();
            for (int c = 0; c < now.length; c++) {
                assertEquals(now[c], later[c], 1e-3, "class " + c + " at " + d + "°");
            }
        }
        int least = IntStream.range(0, 360)
                .boxed()
                .min(Comparator.comparing(d -> invariantOf3.get(d).probabilities()[3]))
                .orElseThrow();
        assertTrue(least % 90 > 5 && least % 90 < 85, "least sure at " + least + "°");
    }

    @Test
    void theNetworkOfTheLastStepSaysTheSameAQuarterTurnLaterBeforeItHasLearnedAnything() throws IOException {
        Lesson.Step step = Claims.step(
                LESSON,
                5,
                "whatever it has learned yet, it says the same again a quarter turn later",
                "first in the list");
        assertEquals(3, step.show().digit());
        NetworkSpec spec = Experiments.builtIn().stream()
                .filter(e -> e.title().equals(step.show().experiment()))
                .findFirst()
                .orElseThrow()
                .network();
        Model untrained = new Model(
                Parameters.initial(spec, 5),
                plain.model().preparation(),
                plain.model().classNames(),
                Map.of());
        TurnedAnswers turned = new TurnedAnswers(untrained);
        int at = first(3) * plain.images().shape().size();
        for (int d = 0; d < 90; d += 7) {
            double[] now = turned.at(plain.images().pixels(), at, d).probabilities();
            double[] later = turned.at(plain.images().pixels(), at, d + 90).probabilities();
            for (int c = 0; c < now.length; c++) {
                assertEquals(now[c], later[c], 1e-3, "class " + c + " at " + d + "°");
            }
        }
    }

    @Test
    void uprightAndHeldIsTheFirstStepAndItSpinsFromTheSecondOn() throws IOException {
        assertEquals(false, Claims.step(LESSON, 1, "Upright, both").show().spin());
        assertEquals(true, Claims.step(LESSON, 2, "as the digit turns").show().spin());
        assertEquals(1, Claims.step(LESSON, 4, "The digit is a 1 now").show().digit());
    }

    @Test
    void the1IsTakenForA7OverMoreThanAThirdOfTheCircle() throws IOException {
        Claims.step(LESSON, 4, "for more than a third of the circle the invariant network takes this 1 for a 7");
        assertTrue(named(answers(invariant, first(1)), 7) > 120);
    }

    @Test
    void uprightDigitsAreNamedRightlyALittleLessOften() throws IOException {
        for (Claims network : List.of(invariant, plain)) {
            double accuracy = TestResult.of(network.model(), network.images(), Progress.NONE)
                    .accuracy();
            Claims.step(
                    LESSON,
                    4,
                    String.format(Locale.ROOT, "%.1f %%", 100 * accuracy),
                    "a little less often",
                    "of the 360 test images");
        }
        assertEquals(360, plain.images().size());
    }

    @Test
    void theSettingsOfTheLastStepAreThoseOfAnInvariantHead() throws IOException {
        Lesson.Step step = Claims.step(LESSON, 5, "a network with an invariant head, from upright digits");
        GuidedExperiment experiment = Experiments.builtIn().stream()
                .filter(e -> e.title().equals(step.show().experiment()))
                .findFirst()
                .orElseThrow();
        assertEquals(HeadKind.INVARIANT, experiment.network().head());
        assertEquals("digits", experiment.data());
        assertEquals(List.of(), List.copyOf(experiment.training().augmentation()));
    }

    @Test
    void inTheExperimentOneNetworkLosesTheDigitAndFindsItAgainAndTheOtherDoesNotMind() throws IOException {
        GuidedExperiment experiment = Experiments.builtIn().stream()
                .filter(e -> e.title().equals("One digit, two networks"))
                .findFirst()
                .orElseThrow();
        assertTrue(experiment.text().contains("One loses it and finds it again; the other does not mind."));
        int lost = IntStream.range(0, 360)
                .filter(d -> plainOf3.get(d).named() != 3)
                .findFirst()
                .orElseThrow();
        assertTrue(plainOf3.subList(lost, 360).stream().anyMatch(a -> a.named() == 3));
        int[] others = invariantOf3.stream()
                .mapToInt(Answer::named)
                .filter(c -> c != 3)
                .toArray();
        assertEquals(0, others.length, Arrays.toString(others));
    }
}
