package org.whorl.insight;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.data.Dataset;
import org.whorl.data.Progress;
import org.whorl.data.TrainTest;
import org.whorl.data.patch.PatchPairs;
import org.whorl.data.patch.PatchTransformation;
import org.whorl.data.set.Datasets;
import org.whorl.data.whitening.Preparation;
import org.whorl.data.whitening.Whitening;
import org.whorl.group.CyclicGroup;
import org.whorl.network.GeneratorKind;
import org.whorl.network.Model;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Normalization;
import org.whorl.network.Objective;
import org.whorl.network.Parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is measured of generators: the objective at other angles, and what pairs teach. */
class GeneratorInsightTest {
    private static TrainTest leaves() throws Exception {
        return Datasets.load("leaves:images=200", Optional.empty(), 1, Progress.NONE);
    }

    /** A network of four quarter turns of two filters, of which the angle can be set. */
    private static Model model(Dataset images, int layers) throws Exception {
        NetworkSpec spec = NetworkSpec.paper(images.shape(), images.classNames().size(), new CyclicGroup(4))
                .withFilters(8)
                .withLayers(layers)
                .withNorm(Normalization.NONE)
                .withObjective(Objective.RECONSTRUCT)
                .withGenerator(GeneratorKind.LEARNED);
        Preparation preparation = Preparation.fit(images, Whitening.NONE, Preparation.DEFAULT_EPSILON, Progress.NONE);
        Parameters parameters = Parameters.initial(spec, 3);
        parameters.setGeneratorAngle(90);
        return new Model(parameters, preparation, images.classNames(), Map.of());
    }

    @Test
    void oppositeAnglesHaveTheSameObjectiveAndOthersNot() throws Exception {
        Dataset images = leaves().train().first(4);
        Model model = model(images, 2);
        double[] losses = ObjectiveByAngle.of(model, images, new double[] {40, 90, 270, 320}, Progress.NONE)
                .losses();
        assertEquals(losses[1], losses[2], 1e-3 * losses[1]);
        assertTrue(Math.abs(losses[0] - losses[1]) > 1e-3 * losses[1], Arrays.toString(losses));
        assertEquals(90, model.parameters().generatorAngles().get(0), 1e-4, "measuring leaves the network as it is");
    }

    @Test
    void theLowestAngleIsThatOfTheLeastObjective() {
        assertEquals(20, new ObjectiveByAngle(new double[] {10, 20, 30}, new double[] {3, 1, 2}).lowest());
    }

    @ParameterizedTest
    @CsvSource({"90, 4", "60, 6"})
    void pairsOfTurnedPatchesTeachTheAngleAndTheOrder(double degrees, int order) throws Exception {
        LearnedGenerator learned = learned(new PatchTransformation.Turn(degrees));
        assertEquals(OptionalInt.of(order), learned.order());
        assertEquals(degrees, learned.recoveredAngle().orElseThrow(), 1);
        assertTrue(learned.closure().orElseThrow() < 1e-10);
        Map<String, Double> errors = learned.errors(OptionalDouble.of(degrees));
        if (degrees % 90 != 0) {
            assertTrue(errors.get("least_squares") < errors.get("bicubic"), errors.toString());
        }
        Map<String, Object> about = learned.about(OptionalDouble.of(degrees));
        assertEquals(order, about.get("order"));
        assertEquals(360.0 / order, about.get("generator_angle"));
        assertEquals(4000, about.get("pairs"));
        assertEquals(order, learned.generator().order());
    }

    @Test
    void mirroredPairsTeachAGroupOfTwoThatIsNoRotation() throws Exception {
        LearnedGenerator learned = learned(new PatchTransformation.Mirror());
        assertEquals(OptionalInt.of(2), learned.order());
        assertFalse(learned.recoveredAngle().isPresent());
        Map<String, Object> about = learned.about(OptionalDouble.empty());
        assertTrue(about.containsKey("angle") && about.get("angle") == null);
        assertEquals(
                List.of(0.0, 180.0),
                ((List<?>) about.get("eigen_angles"))
                        .stream()
                                .distinct()
                                .map(angle -> (double) Math.round((Double) angle))
                                .distinct()
                                .toList());
    }

    private static LearnedGenerator learned(PatchTransformation transformation) throws Exception {
        TrainTest set = leaves();
        boolean any = transformation.anyDirection();
        return LearnedGenerator.of(
                PatchPairs.of(set.train(), transformation, 8, any, 4000, 1, Progress.NONE),
                PatchPairs.of(set.test(), transformation, 8, any, 500, 2, Progress.NONE),
                OptionalInt.empty(),
                Progress.NONE);
    }
}
