package org.whorl.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.file.Npy;
import org.whorl.file.NpyArray;
import org.whorl.file.NpyException;
import org.whorl.file.Npz;
import org.whorl.network.GeneratorFile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.whorl.cli.Ran.whorl;

/** Pairs, words and files that no generator is learned from, and generators that are doubted. */
class GeneratorRefusalTest {
    @TempDir
    Path folder;

    @Test
    void onlyAGeneratorOfBeforeGivesWayToANewOne() throws Exception {
        Path file = folder.resolve("a.npz");
        whorl("generator", "--data", "digits", "--angle", 90, "--count", 200, "--out", file)
                .succeeded();
        whorl("generator", "--data", "digits", "--angle", 60, "--count", 200, "--out", file)
                .succeeded();
        Path other = folder.resolve("model.npz");
        byte[] content = {1, 2, 3};
        Files.write(other, content);
        whorl("generator", "--data", "digits", "--angle", 60, "--out", other).refused("choose another name");
        assertArrayEquals(content, Files.readAllBytes(other));
        Path array = folder.resolve("x.npy");
        whorl("generator", "--data", "digits", "--angle", 60, "--out", array).refused("a name that ends in .npz");
        assertTrue(Files.notExists(array));
    }

    @Test
    void wrongUsageIsSaidInOneLine() throws Exception {
        Path file = folder.resolve("a.npz");
        whorl("generator", "--out", file).refused("expected --data NAME or --pairs");
        whorl("generator", "--data", "digits", "--angle", "many", "--out", file).refused("expected degrees or random");
        whorl("generator", "--data", "digits", "--kernel", 33, "--out", file).refused("expected 2 to 32");
        assertTrue(Files.notExists(file));
    }

    @Test
    void aFileThatIsNoGeneratorIsRefused() throws Exception {
        Path file = folder.resolve("a.npz");
        new Npz(Map.of(), Map.of("generator/matrix", NpyArray.of(new float[16], 4, 4))).write(file);
        var refused = assertThrows(NpyException.class, () -> GeneratorFile.read(file));
        assertTrue(refused.getMessage().contains("generator.json"), refused.getMessage());
    }

    @Test
    void tooFewPairsAndPartnersWithoutARuleAreSaidAndGiveNoAngle() throws Exception {
        Path file = folder.resolve("a.npz");
        Path x = array("x.npy", 20, 1, 0);
        Path y = array("y.npy", 20, 2, 0);
        Ran few = whorl("generator", "--pairs", x + "," + y, "--out", file).succeeded();
        assertTrue(few.out().contains("unexplained: 16 pairs are few for 9 pixels; give 36"), few.out());
        assertFalse(few.out().contains("a rotation by"), few.out());
        array("x.npy", 200, 1, 0);
        array("y.npy", 200, 2, 0);
        Ran unrelated = whorl("generator", "--pairs", x + "," + y, "--out", file, "--json");
        assertNull(unrelated.succeeded().json().get("recovered_angle"));
        assertTrue(unrelated.json().get("doubt").toString().endsWith("no matrix makes them"), unrelated.out());
    }

    /** Matrices of 1024 rows are solved for in what 24 pairs span. */
    @Test
    void fewPairsOfTheLargestPatchesAreSolvedAndDoubted() throws Exception {
        Path file = folder.resolve("a.npz");
        Ran ran = whorl(
                "generator",
                "--data",
                "leaves:32,images=40",
                "--kernel",
                32,
                "--count",
                24,
                "--transform",
                "mirror",
                "--out",
                file);
        assertTrue(ran.succeeded().out().contains("24 pairs are few for 1024 pixels; give 4096"), ran.out());
        assertTrue(ran.err().contains("solving for A"), ran.err());
    }

    @Test
    void valuesThatAreNoNumbersAreRefusedByTheirPlace() throws Exception {
        Path x = array("x.npy", 200, 1, Float.NaN);
        Path y = array("y.npy", 200, 2, 0);
        whorl("generator", "--pairs", x + "," + y, "--out", folder.resolve("a.npz"))
                .refused("x.npy: expected finite values, found NaN as value 4");
    }

    /** Pictures of 3×3 of random numbers, with one value more. */
    private Path array(String name, int count, long seed, float fourth) throws Exception {
        var random = new Random(seed);
        float[] values = new float[count * 9];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        values[3] += fourth;
        Path file = folder.resolve(name);
        Npy.write(NpyArray.of(values, count, 3, 3), file);
        return file;
    }

    @Test
    void anOrderThatFewerStepsLeadBackInIsRefused() throws Exception {
        Path file = folder.resolve("a.npz");
        Ran ran = whorl("generator", "--data", "digits", "--angle", 90, "--order", 8, "--out", file);
        assertEquals(2, ran.exit());
        assertTrue(
                ran.err().contains("order: expected the fewest steps that lead back, 4 for this matrix, found 8"),
                ran.err());
        assertTrue(Files.notExists(file));
    }

    @Test
    void anOrderThatIsNotThatOfThePairsIsDoubted() throws Exception {
        Path file = folder.resolve("a.npz");
        Ran ran = whorl("generator", "--data", "digits", "--angle", 90, "--order", 3, "--out", file)
                .succeeded();
        assertTrue(ran.out().contains("its eigen-angles are not those of a group of order 3"), ran.out());
        assertFalse(ran.out().contains("a rotation by"), ran.out());
    }

    @Test
    void aFolderThatIsNotThereIsSaidBeforeAnythingIsLearned() {
        Ran ran = whorl(
                "generator", "--data", "digits", "--out", folder.resolve("none").resolve("a.npz"));
        assertEquals(2, ran.exit());
        assertTrue(ran.err().contains("--out: expected a file in a folder that is there, found no folder"), ran.err());
        assertFalse(ran.err().contains("solving"), ran.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'transformation': 'none'} | expected a whole number as order, found none",
                "[] | expected a whole number as order, found none",
                "{ | generator.json: expected",
                "{'order': '4'} | found \"4\"",
                "{'order': 1} | order: expected 2 or more, so that there are copies, found 1"
            })
    void whatAGeneratorSaysOfItselfIsReadStrictly(String about, String expected) throws Exception {
        float[] identity = new float[16];
        for (int i = 0; i < 4; i++) {
            identity[5 * i] = 1;
        }
        Path file = folder.resolve("odd.npz");
        new Npz(
                        Map.of("generator.json", about.replace('\'', '"').getBytes(StandardCharsets.UTF_8)),
                        Map.of("generator/matrix", NpyArray.of(identity, 4, 4)))
                .write(file);
        Ran ran = whorl("train", "--data", "digits", "--kernel", 2, "--generator", file);
        assertTrue(ran.exit() > 0, ran.out());
        assertEquals(1, ran.errorLines().size(), ran.err());
        assertTrue(ran.err().contains("odd.npz: ") && ran.err().contains(expected), ran.err());
        assertFalse(ran.err().contains("REDACTED"), ran.err());
    }
}
