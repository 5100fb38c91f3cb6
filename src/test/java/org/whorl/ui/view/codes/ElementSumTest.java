package org.whorl.ui.view.codes;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.whorl.figure.FilterBank;
import org.whorl.network.Inference;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Parameters;
import org.whorl.network.Shrinkage;
import org.whorl.network.Trace;
import org.whorl.ui.model.ShownNetwork;
import org.whorl.ui.model.input.CodeInput;
import org.whorl.ui.model.input.Scenes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ElementSumTest {
    @ParameterizedTest
    @EnumSource(Shrinkage.class)
    void theFormulaGivesWhatTheNetworkComputed(Shrinkage shrinkage) {
        ShownNetwork shown = Scenes.digits(6);
        NetworkSpec spec = shown.spec();
        Parameters parameters =
                Parameters.initial(spec.withIteration(spec.unfolding(), spec.tying(), shrinkage, spec.stepSize()), 2);
        float[] image = CodeInput.of(shown.data().orElseThrow().test(), 5).pixels();
        Trace trace = new Inference(parameters.spec()).trace(parameters, image);
        Random random = new Random(1);
        for (int layer = 0; layer < spec.layers(); layer++) {
            FilterBank bank = FilterBank.of(parameters, layer);
            for (int i = 0; i < 200; i++) {
                int k = random.nextInt(60);
                // The corners too, where the patch reaches beyond the image.
                int row = i == 0 ? 0 : i == 1 ? 22 : random.nextInt(23);
                int column = i == 0 ? 0 : i == 1 ? 22 : random.nextInt(23);
                ElementSum sum = ElementSum.of(parameters, bank, trace, layer, k, row, column);
                int at = (k * 23 + row) * 23 + column;
                Trace.Layer held = trace.layers().get(layer);
                double tolerance = 1e-4 * Math.max(1, Math.abs(held.preThreshold()[at]));
                assertEquals(held.preThreshold()[at], sum.preThreshold(), tolerance);
                assertEquals(held.code()[at], sum.result(), tolerance);
            }
        }
    }

    @Test
    void anAtomAsLargeAsTheImageSeesAllOfIt() {
        ShownNetwork shown = Scenes.digits(4);
        Parameters parameters = Parameters.initial(shown.spec().withKernel(8, true), 3);
        float[] image = CodeInput.of(shown.data().orElseThrow().test(), 5).pixels();
        Trace trace = new Inference(parameters.spec()).trace(parameters, image);
        for (int k = 0; k < 60; k++) {
            ElementSum sum = ElementSum.of(parameters, FilterBank.of(parameters, 1), trace, 1, k, 0, 0);
            float expected = trace.layers().get(1).preThreshold()[k];
            assertEquals(expected, sum.preThreshold(), 1e-4 * Math.max(1, Math.abs(expected)));
            assertEquals(28, sum.patch().width());
        }
    }

    @Test
    void theFormulaIsWrittenWithItsNumbers() {
        ShownNetwork shown = Scenes.digits(4);
        Parameters parameters = shown.parameters();
        float[] image = CodeInput.of(shown.data().orElseThrow().test(), 0).pixels();
        Trace trace = new Inference(shown.spec()).trace(parameters, image);
        ElementSum sum = ElementSum.of(parameters, FilterBank.of(parameters, 0), trace, 0, 3, 11, 11);
        assertTrue(sum.preThresholdText().startsWith("v + α·a = 0 + 0.01 · "), sum.preThresholdText());
        assertTrue(sum.resultText().contains("− 0.005, 0) = "), sum.resultText());
    }
}
