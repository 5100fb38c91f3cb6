package org.whorl.cli;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.file.Npy;
import org.whorl.file.NpyArray;
import org.whorl.file.NpyException;
import org.whorl.file.Npz;
import org.whorl.group.Generator;
import org.whorl.group.GeneratorMeasures;
import org.whorl.network.GeneratorFile;
import org.whorl.network.ModelFile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.whorl.cli.Ran.whorl;

/** What is learned from pairs of pictures. */
class GeneratorCommandTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"90, 4", "72, 5", "60, 6", "45, 8", "30, 12"})
    void turnedPatchesTellTheAngleAndTheOrder(double angle, int order) throws Exception {
        Path file = folder.resolve("a.npz");
        Map<String, Object> json = whorl("generator", "--data", "digits", "--angle", angle, "--out", file, "--json")
                .succeeded()
                .json();
        assertEquals(order, json.get("order"));
        assertEquals(angle, (double) json.get("recovered_angle"), 1);
        assertTrue((double) json.get("closure") < 1e-10, () -> "closure " + json.get("closure"));
        Map<?, ?> errors = (Map<?, ?>) json.get("test_error");
        assertTrue(
                (double) errors.get("least_squares") <= Math.max(1e-4, (double) errors.get("bicubic")),
                () -> "learned from examples it should turn better than interpolation: " + errors);
        Generator read = GeneratorFile.read(file);
        assertEquals(order, read.order());
        assertTrue(GeneratorMeasures.closure(read.asMatrix(), order) < 1e-10);
    }

    @ParameterizedTest
    @CsvSource({"mirror, 2", "shift, 8"})
    void otherGroupsThanRotationsAreFoundAsWell(String transform, int order) throws Exception {
        Map<String, Object> json = whorl(
                        "generator",
                        "--data",
                        "digits",
                        "--transform",
                        transform,
                        "--out",
                        folder.resolve("a.npz"),
                        "--json")
                .succeeded()
                .json();
        assertEquals(order, json.get("order"));
        assertNull(json.get("recovered_angle"), "no rotation");
    }

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
        refused(2, "choose another name", "generator", "--data", "digits", "--angle", 60, "--out", other);
        assertArrayEquals(content, Files.readAllBytes(other));
        Path array = folder.resolve("x.npy");
        refused(2, "a name that ends in .npz", "generator", "--data", "digits", "--angle", 60, "--out", array);
        assertTrue(Files.notExists(array));
    }

    /** The digits were enlarged from 8×8, so that patches of 15×15 have no energy in most directions. */
    @Test
    void patchesWithoutEnergyInMostDirectionsAreNoHindrance() throws Exception {
        Map<String, Object> json = whorl(
                        "generator",
                        "--data",
                        "digits",
                        "--kernel",
                        15,
                        "--angle",
                        90,
                        "--count",
                        500,
                        "--out",
                        folder.resolve("a.npz"),
                        "--json")
                .succeeded()
                .json();
        assertEquals(4, json.get("order"));
    }

    @Test
    void whatIsScaledHasNoOrder() throws Exception {
        Map<String, Object> json = whorl(
                        "generator",
                        "--data",
                        "digits",
                        "--transform",
                        "scale",
                        "--out",
                        folder.resolve("a.npz"),
                        "--json")
                .succeeded()
                .json();
        assertNull(json.get("order"));
    }

    @Test
    void pairsMayComeInTwoArrays() throws Exception {
        // Pictures of 3×3 and the same turned by a quarter: pixel (r, c) goes to (2 − c, r).
        float[] from = new float[50 * 9];
        float[] to = new float[from.length];
        var random = new Random(1);
        for (int i = 0; i < from.length; i++) {
            from[i] = random.nextFloat();
        }
        for (int i = 0; i < from.length; i++) {
            int at = i % 9;
            to[i - at + (2 - at % 3) * 3 + at / 3] = from[i];
        }
        Path x = folder.resolve("x.npy");
        Path y = folder.resolve("y.npy");
        Npy.write(NpyArray.of(from, 50, 3, 3), x);
        Npy.write(NpyArray.of(to, 50, 3, 3), y);
        Map<String, Object> json = whorl(
                        "generator", "--pairs", x + "," + y, "--out", folder.resolve("a.npz"), "--json")
                .succeeded()
                .json();
        assertEquals(4, json.get("order"));
        assertEquals(90, (double) json.get("recovered_angle"), 1e-3);
    }

    @Test
    void twoFoldersOfPicturesArePairedByTheirNames() throws Exception {
        Path from = Files.createDirectory(folder.resolve("from"));
        Path to = Files.createDirectory(folder.resolve("to"));
        var random = new Random(2);
        for (int n = 0; n < 60; n++) {
            var picture = new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY);
            var partner = new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY);
            for (int i = 0; i < 16; i++) {
                int value = random.nextInt(256);
                picture.getRaster().setSample(i % 4, i / 4, 0, value);
                // Two down, wrapped: twice leads back.
                partner.getRaster().setSample(i % 4, (i / 4 + 2) % 4, 0, value);
            }
            ImageIO.write(picture, "png", from.resolve(n + ".png").toFile());
            ImageIO.write(partner, "png", to.resolve(n + ".png").toFile());
        }
        Path file = folder.resolve("a.npz");
        Object[] words = {"generator", "--from", from, "--to", to, "--kernel", 4, "--out", file, "--json"};
        Map<String, Object> json = whorl(words).succeeded().json();
        assertEquals(2, json.get("order"));
        assertEquals(1, GeneratorFile.read(file).matrix()[8][0], 1e-3, "what was in the first row is in the third");

        ImageIO.write(
                new BufferedImage(5, 4, BufferedImage.TYPE_BYTE_GRAY),
                "png",
                to.resolve("7.png").toFile());
        failed("7.png: expected 4×4 pixels", words);
        Files.delete(to.resolve("7.png"));
        failed("7.png: expected the partner of", words);
        Files.copy(to.resolve("8.png"), to.resolve("7.png"));
        Files.copy(to.resolve("8.png"), to.resolve("more.png"));
        failed("more.png: expected a picture of this name", words);
        refused(2, "found one folder", "generator", "--from", from, "--out", file);
    }

    @Test
    void patchesMayBeAsLargeAsTheImagesAndMakeTheAtomsOfADenseNetwork() throws Exception {
        Path file = folder.resolve("a.npz");
        Map<String, Object> json = whorl(
                        "generator",
                        "--data",
                        "leaves:10",
                        "--transform",
                        "mirror",
                        "--kernel",
                        10,
                        "--count",
                        800,
                        "--out",
                        file,
                        "--json")
                .succeeded()
                .json();
        assertEquals(2, json.get("order"));
        Path run = folder.resolve("run");
        whorl(
                        "train",
                        "--data",
                        "leaves:10",
                        "--dense",
                        "--filters",
                        8,
                        "--layers",
                        2,
                        "--limit",
                        64,
                        "--epochs",
                        1,
                        "--generator",
                        file,
                        "--objective",
                        "reconstruct",
                        "--out",
                        run)
                .succeeded();
        assertEquals(
                10,
                ModelFile.read(run.resolve("model.npz"))
                        .parameters()
                        .generator()
                        .orElseThrow()
                        .side());
    }

    @Test
    void wrongUsageIsSaidInOneLine() throws Exception {
        Path file = folder.resolve("a.npz");
        refused(2, "expected --data NAME or --pairs", "generator", "--out", file);
        refused(2, "expected degrees or random", "generator", "--data", "digits", "--angle", "many", "--out", file);
        refused(2, "expected 2 to 32", "generator", "--data", "digits", "--kernel", 33, "--out", file);
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
        refused(
                2,
                "x.npy: expected finite values, found NaN as value 4",
                "generator",
                "--pairs",
                x + "," + y,
                "--out",
                folder.resolve("a.npz"));
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

    private static void failed(String words, Object... arguments) {
        Ran ran = whorl(arguments);
        assertEquals(1, ran.exit(), ran.err());
        assertTrue(ran.err().contains(words), ran.err());
    }

    private static void refused(int exit, String words, Object... arguments) {
        Ran ran = whorl(arguments);
        assertEquals(exit, ran.exit(), ran.err());
        assertEquals(1, ran.errorLines().size(), ran.err());
        assertTrue(ran.err().contains(words), ran.err());
    }
}
