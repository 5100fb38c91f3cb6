package org.whorl.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.file.NpyArray;
import org.whorl.file.NpyException;
import org.whorl.file.Npz;
import org.whorl.group.Generator;
import org.whorl.network.GeneratorFile;
import org.whorl.network.Model;
import org.whorl.network.ModelFile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.whorl.cli.Ran.whorl;

/** Networks whose copies are made by matrices. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrainByMatrixTest {
    private static final String SMALL = " --filters 8 --layers 2 --kernel 5 --limit 96 --batch 32 --epochs 2 --seed 3";

    @TempDir
    static Path folder;

    private Path matrix;
    private Path model;
    private Map<String, Object> trained;

    private static Ran run(String words) {
        return whorl((Object[]) words.trim().split(" +"));
    }

    private static Ran train(String out, String options) {
        return run("train --data digits --json --out " + folder.resolve(out) + " " + options);
    }

    @BeforeAll
    void trainOnce() throws Exception {
        matrix = folder.resolve("A.npz");
        run("generator --data digits --angle 72 --kernel 5 --count 1000 --out " + matrix)
                .succeeded();
        trained = train("run", "--generator " + matrix + SMALL + " --threads 2")
                .succeeded()
                .json();
        model = folder.resolve("run").resolve("model.npz");
    }

    @Test
    void theMatrixIsInTheModelToTheLastBitAndTellsTheOrder() throws Exception {
        Generator given = GeneratorFile.read(matrix);
        Generator kept = ModelFile.read(model).parameters().generator().orElseThrow();
        assertEquals(5, kept.order());
        for (int i = 0; i < given.matrix().length; i++) {
            assertArrayEquals(given.matrix()[i], kept.matrix()[i], 1e-14);
        }
        assertTrue(kept.closure() < 1e-12, () -> "closure " + kept.closure());
    }

    @Test
    void anotherMatrixIsRefusedWhereARunGoesOn() {
        Path other = folder.resolve("other.npz");
        run("generator --data digits --angle 72 --kernel 5 --count 900 --out " + other)
                .succeeded();
        Ran ran = train("run", "--generator " + other + SMALL + " --resume");
        assertEquals(1, ran.exit());
        assertTrue(ran.err().contains("generator: expected"), ran.err());
    }

    @Test
    void everyCommandOpensTheModelWithoutTheFile() throws Exception {
        Map<String, Object> info =
                run("info --json --model " + model).succeeded().json();
        // 21 of 25 pixels are on the disc.
        assertEquals(441, ((Map<?, ?>) info.get("parameters")).get("generator"));
        assertEquals(trained.get("parameters"), ((Map<?, ?>) info.get("parameters")).get("total"));
        assertTrue((double) info.get("closure") < 1e-12);
        String picture = folder.resolve("bank.png").toString();
        assertTrue(run("filters --model " + model + " --layer 1 --layout orbit --out " + picture)
                .succeeded()
                .out()
                .contains("copies by the powers of a matrix"));
        Map<String, Object> evaluated = run("evaluate --json --data digits --seed 3 --model " + model)
                .succeeded()
                .json();
        assertEquals(trained.get("test_accuracy"), evaluated.get("accuracy"));
        for (Object layer : (List<?>) evaluated.get("copy_usage")) {
            assertEquals(
                    1,
                    ((List<?>) layer)
                            .stream().mapToDouble(share -> (double) share).sum(),
                    1e-9);
        }
        run("symmetry --limit 8 --angles 0:90:72 --model " + model).succeeded();
        run("codes --model " + model + " --input " + picture + " --out " + folder.resolve("codes"))
                .succeeded();
        run("film --run " + folder.resolve("run") + " --out " + folder.resolve("film.gif"))
                .succeeded();
    }

    @Test
    void aMatrixForFiltersOfAnotherSizeIsRefusedByWhatToDo() {
        Ran ran = train("refused", "--generator " + matrix + " --kernel 8");
        assertEquals(2, ran.exit());
        assertTrue(
                ran.err().contains("A.npz: generator: expected a matrix for filters of 8×8, found one for 5×5"),
                ran.err());
        assertTrue(ran.err().contains("--kernel 8"), ran.err());
        assertEquals(
                2,
                train("refused", "--generator " + matrix + " --kernel 5 --angle 90")
                        .exit());
        Ran dense = train("dense", "--generator " + matrix + " --dense --limit 32 --epochs 1");
        assertEquals(1, dense.exit());
        assertTrue(dense.err().contains("28×28, found one for 5×5"), dense.err());
        assertEquals(
                1, train("none", "--generator " + folder.resolve("none.npz")).exit());
        assertEquals(2, train("none", "--generator any").exit());
    }

    @Test
    void aMatrixThatTakesPixelsOverTheDiscsEdgeNeedsTheSquare() {
        Path shift = folder.resolve("shift.npz");
        run("generator --data digits --transform shift --kernel 5 --count 800 --out " + shift)
                .succeeded();
        Ran ran = train("shifted", "--support disc --generator " + shift + SMALL);
        assertEquals(2, ran.exit());
        assertTrue(ran.err().contains("--support square"), ran.err());
        train("shifted", "--generator " + shift + SMALL + " --objective reconstruct")
                .succeeded();
    }

    @Test
    void aModelWhoseMatrixWouldMakeNumbersGrowIsRefused() throws Exception {
        Npz archive = Npz.read(model);
        Map<String, NpyArray> arrays = new TreeMap<>(archive.arrays());
        NpyArray own = arrays.get("layer0/generator");
        float[] grown = own.values().clone();
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < grown.length; i++) {
            grown[i] = (float) random.nextDouble();
        }
        arrays.put("layer0/generator", new NpyArray(own.shape(), grown));
        Path hostile = folder.resolve("hostile.npz");
        new Npz(archive.files(), arrays).write(hostile);
        var refused = assertThrows(NpyException.class, () -> ModelFile.read(hostile));
        assertTrue(
                refused.getMessage().contains("layer0/generator: expected an orthogonal matrix"), refused.getMessage());
    }

    @Test
    void matricesByFilterAreLearnedAtUnitNormAndTheirCopiesDecay() throws Exception {
        Map<String, Object> json = train("free", "--generator matrix-by-filter --order 4" + SMALL)
                .succeeded()
                .json();
        Path free = folder.resolve("free").resolve("model.npz");
        Model read = ModelFile.read(free);
        // Two filters on the square of 5×5, in two layers.
        int generator = 2 * 2 * 625;
        Map<String, Object> info =
                run("info --json --model " + free).succeeded().json();
        assertEquals(generator, ((Map<?, ?>) info.get("parameters")).get("generator"));
        assertEquals(json.get("parameters"), ((Map<?, ?>) info.get("parameters")).get("total"));
        float[] matrices = read.parameters().get("layer1/generator");
        double sum = 0;
        for (int i = 625; i < 1250; i++) {
            sum += (double) matrices[i] * matrices[i];
        }
        assertEquals(1, sum, 1e-5);
        List<?> norms = (List<?>) ((List<?>) info.get("copy_norms")).get(0);
        assertEquals(1.0, norms.get(0));
        assertTrue((double) norms.get(1) < 1 && (double) norms.get(2) < (double) norms.get(1), norms::toString);
        Map<String, Object> evaluated = run("evaluate --json --data digits --seed 3 --model " + free)
                .succeeded()
                .json();
        assertEquals(4, ((List<?>) ((List<?>) evaluated.get("copy_usage")).get(0)).size());
    }
}
