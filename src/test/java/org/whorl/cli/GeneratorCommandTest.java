package org.whorl.cli;

import java.awt.image.BufferedImage;
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
import org.whorl.group.Generator;
import org.whorl.group.GeneratorMeasures;
import org.whorl.network.GeneratorFile;
import org.whorl.network.ModelFile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
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
        whorl(words).failed("7.png: expected 4×4 pixels");
        Files.delete(to.resolve("7.png"));
        whorl(words).failed("7.png: expected the partner of");
        Files.copy(to.resolve("8.png"), to.resolve("7.png"));
        Files.copy(to.resolve("8.png"), to.resolve("more.png"));
        whorl(words).failed("more.png: expected a picture of this name");
        whorl("generator", "--from", from, "--out", file).refused("found one folder");
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
}
