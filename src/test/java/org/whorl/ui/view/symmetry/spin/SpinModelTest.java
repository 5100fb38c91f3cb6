package org.whorl.ui.view.symmetry.spin;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whorl.figure.PolarFigure;
import org.whorl.insight.TurnedAnswers;
import org.whorl.insight.TurnedAnswers.Answer;
import org.whorl.network.HeadKind;
import org.whorl.network.Parameters;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.ShownNetwork;
import org.whorl.ui.model.data.Inbox;
import org.whorl.ui.model.input.CodeInput;
import org.whorl.ui.model.input.Scenes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SpinModelTest {
    private final LabState lab = new LabState();
    private final Inbox fx = new Inbox();
    private final SpinModel model = new SpinModel(lab, fx);

    @BeforeEach
    void begin() {
        model.begin();
        fx.until(() -> known(0));
    }

    private boolean known(int degrees) {
        return model.sides().stream().allMatch(side -> side.answers().isKnown(degrees));
    }

    private CodeInput digit() {
        return model.digitProperty().get().orElseThrow();
    }

    @Test
    void itBeginsWithThe3ThatBothNameRightlyAndSaysSo() {
        assertEquals(3, digit().label().getAsInt());
        for (SpinSide side : model.sides()) {
            assertEquals(3, side.answers().at(0).orElseThrow().named(), side.name());
        }
        assertEquals(digit().name() + ", the first 3 that both name rightly upright", model.digitWords());
        assertEquals(
                HeadKind.PLAIN,
                model.sides().get(0).model().orElseThrow().spec().head());
        assertEquals(
                HeadKind.INVARIANT,
                model.sides().get(1).model().orElseThrow().spec().head());
    }

    @Test
    void whatIsDrawnIsWhatInferenceGivesAtThatAngle() {
        model.degreesProperty().set(77);
        fx.until(() -> known(77));
        for (SpinSide side : model.sides()) {
            Answer real = new TurnedAnswers(side.model().orElseThrow()).at(digit().pixels(), 0, 77);
            assertEquals(real.probabilities()[3], side.answers().probability(77), 1e-9);
            PolarFigure figure = side.figure();
            int at = figure.series().get(0).nearestAngle(77);
            assertEquals(77, figure.series().get(0).x()[at]);
            assertEquals(real.probabilities()[3], figure.series().get(0).y()[at], 1e-9);
        }
    }

    @Test
    void overTheCircleTheInvariantHeadIsRightAtMoreAnglesAndTheArcsSayWhere() {
        model.askAll();
        fx.until(() -> IntStream.range(0, 360).allMatch(this::known));
        Answers plain = model.sides().get(0).answers();
        Answers invariant = model.sides().get(1).answers();
        assertTrue(invariant.right() > plain.right(), invariant.right() + " and " + plain.right());
        assertEquals(
                plain.right(),
                plain.arcs().stream().mapToDouble(PolarFigure.Arc::extent).sum());
        assertEquals(
                plain.right() + " of 360 angles right", model.sides().get(0).score());
        for (PolarFigure.Arc arc : plain.arcs()) {
            for (int d = (int) Math.ceil(arc.from()); d < arc.from() + arc.extent(); d++) {
                assertEquals(3, plain.at(d).orElseThrow().named(), "at " + d);
            }
        }
    }

    @Test
    void asItSpinsTheAnglesThatItPassesAreAskedAsWell() {
        model.playingProperty().set(true);
        model.advance(8 / model.speedProperty().get().degreesPerSecond());
        fx.until(() -> IntStream.rangeClosed(0, 8).allMatch(this::known));
    }

    @Test
    void aTurnTakesAsLongAsTheSpeedSaysAndGoesRound() {
        for (SpinSpeed speed : SpinSpeed.values()) {
            model.speedProperty().set(speed);
            model.degreesProperty().set(0);
            double seconds = 360 / speed.degreesPerSecond();
            model.advance(seconds / 4);
            assertEquals(90, model.degreesProperty().get(), 1e-9);
            model.advance(seconds * 3 / 4);
            assertEquals(0, model.wholeDegrees());
        }
    }

    @Test
    void anotherDigitIsTheNextOfItsClassAndItsCurveBeginsAnew() {
        CodeInput first = digit();
        model.another();
        assertNotEquals(first.name(), digit().name());
        assertEquals(3, digit().label().getAsInt());
        assertEquals(digit().name() + ", a 3", model.digitWords());
        assertFalse(known(0));
        fx.until(() -> known(0));
        for (SpinSide side : model.sides()) {
            Answer real = new TurnedAnswers(side.model().orElseThrow()).at(digit().pixels(), 0, 0);
            assertArrayEquals(
                    real.probabilities(), side.answers().at(0).orElseThrow().probabilities(), 1e-9);
        }
    }

    @Test
    void anotherClassIsChosenByTheSameRule() {
        model.labelProperty().set(9);
        fx.until(() -> digit().label().getAsInt() == 9 && known(0));
        assertTrue(model.digitWords().endsWith("the first 9 that both name rightly upright"));
    }

    @Test
    void theNetworkThatIsShownIsAskedAsItIsAndKeepsItsCurveWhileItLearns() {
        ShownNetwork shown = Scenes.digits(4);
        lab.show(shown);
        model.sides().get(0).networkProperty().set(SpinSource.SHOWN);
        fx.until(() -> model.sides()
                        .get(0)
                        .model()
                        .filter(m -> m.parameters() == shown.parameters())
                        .isPresent()
                && known(0));
        Answers before = model.sides().get(0).answers();
        double was = before.probability(0);
        lab.show(new ShownNetwork(
                shown.title(),
                Parameters.initial(shown.spec(), 2),
                shown.preparation(),
                shown.classNames(),
                shown.data(),
                2));
        model.retakeShown();
        assertEquals(was, model.sides().get(0).answers().probability(0), "until it is asked again");
        fx.until(() -> known(0));
        assertNotEquals(was, model.sides().get(0).answers().probability(0));
    }

    @Test
    void thatBothLearnedUprightDigitsIsSaidOnlyWhereTheyDid() {
        assertTrue(model.haveLearnedUpright());
        model.sides().get(0).networkProperty().set("rot-mnist-c6");
        fx.until(() -> known(0) && model.sides().get(0).title().startsWith("rot-mnist-c6, plain"));
        assertFalse(model.haveLearnedUpright());
    }

    @Test
    void theNetworksToChooseFromNameDigits() {
        assertTrue(model.networksProperty().get().containsAll(Arrays.asList("mnist-c8-invariant", SpinModel.PLAIN)));
        assertTrue(model.networksProperty().get().stream()
                .noneMatch(n -> n.startsWith("cifar") || n.endsWith("-reconstruct")));
    }
}
