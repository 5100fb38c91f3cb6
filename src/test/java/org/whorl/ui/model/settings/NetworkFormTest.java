package org.whorl.ui.model.settings;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.data.ImageShape;
import org.whorl.group.CyclicGroup;
import org.whorl.group.Interpolation;
import org.whorl.group.Support;
import org.whorl.network.GeneratorKind;
import org.whorl.network.HeadKind;
import org.whorl.network.NetworkSettings;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Objective;
import org.whorl.network.Sharing;
import org.whorl.network.WeightTying;
import org.whorl.training.AngleDefaults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

class NetworkFormTest {
    private NetworkForm form;

    @BeforeEach
    void makeForm() {
        form = new NetworkForm();
    }

    @Test
    void beginsAsTheUsualNetworkWithSixRotations() {
        assertEquals(NetworkSpec.usual(new ImageShape(1, 28, 28), 10, new CyclicGroup(6)), form.getValue());
    }

    @ParameterizedTest
    @CsvSource({"360, 60", "90, 15", "60, 10", "45, 8", "6, 1"})
    void theDialKeepsTheBankAsLargeAsWholeOrbitsAllow(double angle, int base) {
        form.groupProperty().set(CyclicGroup.ofAngle(angle));
        assertEquals(base, form.getValue().baseFilters());
        assertEquals(
                Integer.toString(base), form.text(NetworkSettings.BASE_FILTERS).get());
    }

    @Test
    void whoeverHearsOfATurnedDialFindsTheBankAsItWas() {
        List<Integer> banks = new ArrayList<>();
        form.valueProperty().addListener((o, old, now) -> banks.add(form.bank()));
        form.groupProperty().set(CyclicGroup.ofAngle(10));
        assertEquals(List.of(60), banks);
    }

    @Test
    void turningTheDialThereAndBackChangesNothing() {
        NetworkSpec before = form.getValue();
        form.groupProperty().set(CyclicGroup.ofAngle(1));
        form.groupProperty().set(CyclicGroup.ofAngle(60));
        assertEquals(before, form.getValue());
    }

    @Test
    void baseFiltersThatAreTypedDecideTheBankFromThenOn() {
        form.text(NetworkSettings.BASE_FILTERS).set("4");
        assertEquals(24, form.getValue().filters());
        form.groupProperty().set(CyclicGroup.ofAngle(90));
        assertEquals(6, form.getValue().baseFilters());
    }

    @Test
    void aWrongValueIsNamedAndChangesNothing() {
        NetworkSpec before = form.getValue();
        form.text(NetworkSettings.KERNEL).set("20");
        Problem problem = form.problemProperty().get().orElseThrow();
        assertEquals("kernel", problem.field());
        assertTrue(problem.message().contains("expected 2 to 15")
                && problem.message().contains("20"));
        assertSame(before, form.getValue());
        form.text(NetworkSettings.KERNEL).set("8");
        assertTrue(form.problemProperty().get().isEmpty());
    }

    @Test
    void whatIsNoNumberIsSaidToBeNone() {
        form.text(NetworkSettings.THRESHOLD).set("a half");
        Problem problem = form.problemProperty().get().orElseThrow();
        assertEquals("lambda", problem.field());
        assertTrue(problem.message().contains("a half"), problem.message());
    }

    @Test
    void theInvariantHeadBringsSharingAlongOrbitsAndGoesWithIt() {
        form.choice(NetworkSettings.HEAD).set(HeadKind.INVARIANT);
        assertEquals(Sharing.ORBIT, form.getValue().sharing());
        assertTrue(form.problemProperty().get().isEmpty());
        form.choice(NetworkSettings.SHARING).set(Sharing.FILTER);
        assertEquals(HeadKind.PLAIN, form.getValue().head());
        assertTrue(form.problemProperty().get().isEmpty());
    }

    @Test
    void theDataDecideShapeAndClassesAndKeepTheRest() {
        form.text(NetworkSettings.LAYERS).set("2");
        form.setInput(new ImageShape(3, 32, 32), 7);
        assertEquals(new ImageShape(3, 32, 32), form.getValue().input());
        assertEquals(7, form.getValue().classes());
        assertEquals(2, form.getValue().layers());
    }

    @Test
    void choosingAnObjectiveSetsItsWeightsAndTypedWeightsTellTheObjective() {
        form.aimProperty().set(Aim.RECONSTRUCT);
        assertEquals(Objective.RECONSTRUCT, form.getValue().objective());
        form.aimProperty().set(Aim.CLASSIFY);
        assertEquals(Objective.CLASSIFY, form.getValue().objective());
        form.reconstructProperty().set("0.25");
        assertEquals(Aim.BOTH, form.aimProperty().get());
        assertEquals(new Objective(1, 0.25), form.getValue().objective());
        form.text(NetworkSettings.LAYERS).set("2");
        assertEquals(new Objective(1, 0.25), form.getValue().objective(), "the usual weights are for a choice");
    }

    @Test
    void anObjectiveOfNothingIsRefused() {
        form.classifyProperty().set("0");
        Problem problem = form.problemProperty().get().orElseThrow();
        assertEquals("objective", problem.field());
        assertEquals(Objective.CLASSIFY, form.getValue().objective());
        form.aimProperty().set(Aim.RECONSTRUCT);
        assertTrue(form.problemProperty().get().isEmpty());
    }

    @Test
    void anAngleThatIsLearnedBringsBicubicInterpolationOnTheDisc() {
        form.groupProperty().set(CyclicGroup.ofAngle(90));
        form.choice(NetworkSettings.GENERATOR).set(GeneratorKind.LEARNED);
        assertTrue(form.problemProperty().get().isEmpty());
        assertEquals(GeneratorKind.LEARNED, form.getValue().generator());
        assertEquals(Interpolation.BICUBIC, form.getValue().interpolation());
        assertEquals(Support.DISC, form.getValue().support());
        form.choice(NetworkSettings.INTERPOLATION).set(Interpolation.BILINEAR);
        assertEquals("interpolation", form.problemProperty().get().orElseThrow().field());
        form.choice(NetworkSettings.GENERATOR).set(GeneratorKind.FIXED);
        assertEquals(Interpolation.BILINEAR, form.getValue().interpolation());
    }

    @Test
    void aGeneratorThatIsLearnedByReconstructionBringsWhatIsUsualForItAndTakesItAwayAgain() {
        NetworkSpec before = form.getValue();
        form.choice(NetworkSettings.GENERATOR).set(GeneratorKind.LEARNED);
        assertEquals(before.baseFilters(), form.getValue().baseFilters(), "classes are told by as many as before");
        form.aimProperty().set(Aim.RECONSTRUCT);
        NetworkSpec usual = AngleDefaults.in(
                before.values()
                        .with(NetworkSettings.GENERATOR, GeneratorKind.LEARNED)
                        .with(NetworkSettings.OBJECTIVE, Objective.RECONSTRUCT),
                option -> false);
        assertEquals(usual, form.getValue());
        assertEquals(WeightTying.TIED, form.getValue().tying());
        form.aimProperty().set(Aim.CLASSIFY);
        form.choice(NetworkSettings.GENERATOR).set(GeneratorKind.CYCLIC);
        form.choice(NetworkSettings.GENERATOR).set(GeneratorKind.FIXED);
        assertEquals(before, form.getValue());
    }

    @Test
    void aFormThatIsFilledWithALearnedAngleReturnsIt() {
        NetworkSpec learned = form.getValue().withGenerator(GeneratorKind.LEARNED);
        form.set(learned);
        assertEquals(learned, form.getValue());
    }
}
