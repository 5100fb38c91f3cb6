package org.whorl.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.file.NpyArray;
import org.whorl.file.NpyException;
import org.whorl.file.Npz;
import org.whorl.network.ModelFile;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Normalization;
import org.whorl.network.WeightTying;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.whorl.cli.Ran.whorl;

/** A network whose copies are made by a matrix that is learned and exactly cyclic. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrainCyclicTest {
    private static final String SMALL =
            " --generator cyclic --order 5 --filters 10 --layers 2 --kernel 5 --limit 96 --batch 32 --epochs 2 --seed 3";

    @TempDir
    static Path folder;

    private Path model;
    private Map<String, Object> trained;

    private static Ran run(String words) {
        return whorl((Object[]) words.trim().split(" +"));
    }

    private static Ran train(String out, String options) {
        return run("train --json --out " + folder.resolve(out) + " " + options);
    }

    @BeforeAll
    void trainOnce() throws Exception {
        trained = train("run", "--data digits" + SMALL).succeeded().json();
        model = folder.resolve("run").resolve("model.npz");
    }

    @Test
    void whatItLearnedIsInTheModelAndIsCyclicToTheLastDigits() throws Exception {
        Map<String, Object> info =
                run("info --json --model " + model).succeeded().json();
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
        String picture = folder.resolve("bank.png").toString();
        assertTrue(run("filters --model " + model + " --layer 1 --layout orbit --out " + picture)
                .succeeded()
                .out()
                .contains("5 copies by the powers of a learned matrix A, A⁵ = I"));
        Map<String, Object> evaluated = run("evaluate --json --data digits --seed 3 --model " + model)
                .succeeded()
                .json();
        assertEquals(trained.get("test_accuracy"), evaluated.get("accuracy"));
        run("symmetry --limit 8 --angles 0:90:72 --model " + model).succeeded();
        run("codes --model " + model + " --input " + picture + " --out " + folder.resolve("codes"))
                .succeeded();
        run("film --run " + folder.resolve("run") + " --out " + folder.resolve("film.gif"))
                .succeeded();
    }

    @Test
    void byReconstructionItHasFewTiedFiltersWithoutNormsAsALearnedAngle() throws Exception {
        train(
                        "images",
                        "--data atoms:order=4,images=64 --generator cyclic --order 4 --objective reconstruct --epochs 1")
                .succeeded();
        NetworkSpec spec =
                ModelFile.read(folder.resolve("images").resolve("model.npz")).spec();
        assertEquals(WeightTying.TIED, spec.tying());
        assertEquals(Normalization.NONE, spec.norm());
        assertEquals(3, spec.baseFilters());
    }

    @ParameterizedTest
    @CsvSource({"generator, expected numbers from", "generator_frame, expected an orthogonal matrix"})
    void aModelWithNumbersThatMakeNoCyclicMatrixIsRefused(String array, String expected) throws Exception {
        String name = "layer0/" + array;
        Npz archive = Npz.read(model);
        Map<String, NpyArray> arrays = new TreeMap<>(archive.arrays());
        NpyArray own = arrays.get(name);
        float[] hostile = own.values().clone();
        for (int i = 0; i < hostile.length; i++) {
            hostile[i] = 1000 + i;
        }
        arrays.put(name, new NpyArray(own.shape(), hostile));
        Path file = folder.resolve("hostile.npz");
        new Npz(archive.files(), arrays).write(file);
        var refused = assertThrows(NpyException.class, () -> ModelFile.read(file));
        assertTrue(refused.getMessage().contains(name + ": " + expected), refused.getMessage());
    }

    @Test
    void optionsOfAnAngleAndGroupsWithoutOneAreRefused() {
        assertEquals(
                2,
                train("no", "--data digits --generator cyclic --start-angles 4").exit());
        Ran one = train("no", "--data digits --generator cyclic --order 1");
        assertEquals(2, one.exit());
        assertTrue(one.err().contains("a cyclic group of order 2 or more"), one.err());
        assertEquals(
                2,
                train("no", "--data digits --generator cyclic --group dihedral --order 4")
                        .exit());
    }
}
