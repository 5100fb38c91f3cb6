package org.whorl.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.whorl.group.Generator;
import org.whorl.network.GeneratorFile;
import org.whorl.network.Model;
import org.whorl.network.ModelFile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.whorl.cli.Ran.line;

/** Networks whose copies are made by matrices. */
class TrainByMatrixTest extends TrainedByMatrix {
    private static final String SMALL = " --filters 8" + TrainedByMatrix.SMALL;

    private Path matrix;

    @BeforeAll
    void trainOnce() throws Exception {
        matrix = folder.resolve("A.npz");
        line("generator --data digits --angle 72 --kernel 5 --count 1000 --out " + matrix)
                .succeeded();
        trainOnce("--generator " + matrix + SMALL + " --threads 2");
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
        line("generator --data digits --angle 72 --kernel 5 --count 900 --out " + other)
                .succeeded();
        Ran ran = trainOnDigits("run", "--generator " + other + SMALL + " --resume");
        assertEquals(1, ran.exit());
        assertTrue(ran.err().contains("generator: expected"), ran.err());
    }

    @Test
    void everyCommandOpensTheModelWithoutTheFile() throws Exception {
        Map<String, Object> info = info(model);
        // 21 of 25 pixels are on the disc.
        assertEquals(441, ((Map<?, ?>) info.get("parameters")).get("generator"));
        assertEquals(trained.get("parameters"), ((Map<?, ?>) info.get("parameters")).get("total"));
        assertTrue((double) info.get("closure") < 1e-12);
        Map<String, Object> evaluated = openWithEveryCommand("copies by the powers of a matrix");
        for (Object layer : (List<?>) evaluated.get("copy_usage")) {
            assertEquals(
                    1,
                    ((List<?>) layer)
                            .stream().mapToDouble(share -> (double) share).sum(),
                    1e-9);
        }
    }

    @Test
    void aMatrixForFiltersOfAnotherSizeIsRefusedByWhatToDo() {
        Ran ran = trainOnDigits("refused", "--generator " + matrix + " --kernel 8");
        assertEquals(2, ran.exit());
        assertTrue(
                ran.err().contains("A.npz: generator: expected a matrix for filters of 8×8, found one for 5×5"),
                ran.err());
        assertTrue(ran.err().contains("--kernel 8"), ran.err());
        assertEquals(
                2,
                trainOnDigits("refused", "--generator " + matrix + " --kernel 5 --angle 90")
                        .exit());
        Ran dense = trainOnDigits("dense", "--generator " + matrix + " --dense --limit 32 --epochs 1");
        assertEquals(1, dense.exit());
        assertTrue(dense.err().contains("28×28, found one for 5×5"), dense.err());
        assertEquals(
                1,
                trainOnDigits("none", "--generator " + folder.resolve("none.npz"))
                        .exit());
        assertEquals(2, trainOnDigits("none", "--generator any").exit());
    }

    @Test
    void aMatrixThatTakesPixelsOverTheDiscsEdgeNeedsTheSquare() {
        Path shift = folder.resolve("shift.npz");
        line("generator --data digits --transform shift --kernel 5 --count 800 --out " + shift)
                .succeeded();
        Ran ran = trainOnDigits("shifted", "--support disc --generator " + shift + SMALL);
        assertEquals(2, ran.exit());
        assertTrue(ran.err().contains("--support square"), ran.err());
        trainOnDigits("shifted", "--generator " + shift + SMALL + " --objective reconstruct")
                .succeeded();
    }

    @Test
    void aModelWhoseMatrixWouldMakeNumbersGrowIsRefused() throws Exception {
        SplittableRandom random = new SplittableRandom(1);
        String refusal = refusedWith("layer0/generator", i -> random.nextDouble());
        assertTrue(refusal.contains("layer0/generator: expected an orthogonal matrix"), refusal);
    }

    @Test
    void matricesByFilterAreLearnedAtUnitNormAndTheirCopiesDecay() throws Exception {
        Map<String, Object> json = trainOnDigits("free", "--generator matrix-by-filter --order 4" + SMALL)
                .succeeded()
                .json();
        Path free = model("free");
        Model read = ModelFile.read(free);
        // Two filters on the square of 5×5, in two layers.
        int generator = 2 * 2 * 625;
        Map<String, Object> info = info(free);
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
        assertEquals(4, ((List<?>) ((List<?>) evaluated(free).get("copy_usage")).get(0)).size());
    }
}
