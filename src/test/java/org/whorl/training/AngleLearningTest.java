package org.whorl.training;

import org.junit.jupiter.api.Test;
import org.whorl.data.ImageShape;
import org.whorl.group.CyclicGroup;
import org.whorl.network.GeneratorKind;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class AngleLearningTest {
    private static final double COST = 0.7;

    private static final long STEPS = 100;

    private final NetworkSpec spec =
            NetworkSpec.paper(new ImageShape(1, 12, 12), 2, new CyclicGroup(5)).withGenerator(GeneratorKind.LEARNED);

    private float slopeAt(double degrees, long step) {
        AngleLearning learning = new AngleLearning(spec, TrainingSettings.DEFAULT.with(TrainingSettings.CLOSURE, COST));
        Parameters parameters = Parameters.initial(spec, 1);
        parameters.setGeneratorAngle(degrees);
        float[] gradient = new float[parameters.layout().learnedSize()];
        learning.addClosure(parameters, gradient, step, STEPS);
        int own = parameters.layout().angles().get(0).offset();
        for (int i = 0; i < gradient.length; i++) {
            assertTrue(i == own || gradient[i] == 0, "nothing but the angle");
        }
        return gradient[own];
    }

    /** What an open orbit costs at the last step, c(1 − cos Nθ). */
    private static double cost(double degrees) {
        return COST * (1 - Math.cos(5 * Math.toRadians(degrees)));
    }

    @Test
    void theGradientOfAnOpenOrbitsCostIsItsSlope() {
        for (double degrees : new double[] {10, 50, 80, 200}) {
            double step = 1e-3;
            double slope = (cost(degrees + step) - cost(degrees - step)) / Math.toRadians(2 * step);
            assertEquals(slope, slopeAt(degrees, STEPS), 1e-6 * 5 * COST, degrees + "°");
        }
        assertEquals(0, slopeAt(72, STEPS), 1e-5, "a closed orbit costs nothing, and is at the lowest");
    }

    @Test
    void openOrbitsCostNothingInTheFirstHalf() {
        assertEquals(0, slopeAt(50, STEPS / 2));
        assertTrue(slopeAt(50, STEPS * 3 / 4) != 0);
    }
}
