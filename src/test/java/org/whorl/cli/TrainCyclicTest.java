package org.whorl.cli;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.network.ModelFile;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Normalization;
import org.whorl.network.WeightTying;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A network whose copies are made by a matrix that is learned and exactly cyclic. */
class TrainCyclicTest extends TrainedByMatrix {
    @BeforeAll
    void trainOnce() throws Exception {
        trainOnce("--generator cyclic --order 5 --filters 10" + SMALL);
    }

    @Test
    void whatItLearnedIsInTheModelAndIsCyclicToTheLastDigits() throws Exception {
        Map<String, Object> info = info(model);
        // 21 of 25 pixels are on the disc, and of K only K − Kᵀ acts.
        assertEquals(210, ((Map<?, ?>) info.get("parameters")).get("generator"));
        assertEquals(trained.get("parameters"), ((Map<?, ?>) info.get("parameters")).get("total"));
        assertTrue((double) info.get("closure") < 1e-12, () -> "closure " + info.get("closure"));
        double cosine = (double) ((Map<?, ?>) info.get("nearest_rotation")).get("cosine");
        assertTrue(cosine > 0 && cosine < 0.5, () -> "it is no rotation, cosine " + cosine);
        for (Object norm : (List<?>) ((List<?>) info.get("copy_norms")).get(0)) {
            assertEquals(1, (double) norm, 1e-6);
        }
        float[] free = ModelFile.read(model).parameters().get("layer0/generator");
        double moved = 0;
        for (int i = 0; i < 21; i++) {
            for (int j = 0; j < 21; j++) {
                assertEquals(0, free[j * 21 + i] + free[i * 21 + j], "K stays skew");
                moved = Math.max(moved, Math.abs(free[i * 21 + j]));
            }
        }
        assertTrue(moved > 1e-3, "it has learned");
        assertEquals(441, ModelFile.read(model).parameters().get("layer0/generator_frame").length);
    }

    @Test
    void everyCommandOpensTheModel() throws Exception {
        openWithEveryCommand("5 copies by the powers of a learned matrix A, A⁵ = I");
    }

    @Test
    void byReconstructionItHasFewTiedFiltersWithoutNormsAsALearnedAngle() throws Exception {
        train(
                        "images",
                        "--data atoms:order=4,images=64 --generator cyclic --order 4 --objective reconstruct --epochs 1")
                .succeeded();
        NetworkSpec spec = ModelFile.read(model("images")).spec();
        assertEquals(WeightTying.TIED, spec.tying());
        assertEquals(Normalization.NONE, spec.norm());
        assertEquals(3, spec.baseFilters());
    }

    @ParameterizedTest
    @CsvSource({"generator, expected numbers from", "generator_frame, expected an orthogonal matrix"})
    void aModelWithNumbersThatMakeNoCyclicMatrixIsRefused(String array, String expected) throws Exception {
        String name = "layer0/" + array;
        String refusal = refusedWith(name, i -> 1000 + i);
        assertTrue(refusal.contains(name + ": " + expected), refusal);
    }

    @Test
    void optionsOfAnAngleAndGroupsWithoutOneAreRefused() {
        assertEquals(
                2, trainOnDigits("no", "--generator cyclic --start-angles 4").exit());
        Ran one = trainOnDigits("no", "--generator cyclic --order 1");
        assertEquals(2, one.exit());
        assertTrue(one.err().contains("a cyclic group of order 2 or more"), one.err());
        assertEquals(
                2,
                trainOnDigits("no", "--generator cyclic --group dihedral --order 4")
                        .exit());
    }
}
