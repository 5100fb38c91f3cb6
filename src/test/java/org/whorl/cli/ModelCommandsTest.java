package org.whorl.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whorl.data.ImageShape;
import org.whorl.file.Npy;
import org.whorl.file.NpyArray;
import org.whorl.group.CyclicGroup;
import org.whorl.group.Interpolation;
import org.whorl.group.Rotation;
import org.whorl.network.HeadKind;
import org.whorl.network.ModelFile;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Sharing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.whorl.cli.Ran.whorl;

/** The commands about a model, on one that has not been trained. */
class ModelCommandsTest {
    private static final ImageShape SHAPE = new ImageShape(1, 28, 28);

    @TempDir
    Path folder;

    private Path model;

    @BeforeEach
    void writeModel() throws IOException {
        model = write("model.npz", NetworkSpec.paper(SHAPE, 10, new CyclicGroup(4)));
    }

    private Path write(String name, NetworkSpec spec) throws IOException {
        return Untrained.write(folder.resolve(name), spec);
    }

    private int filters(int order) throws IOException {
        Path file = write("c" + order + ".npz", NetworkSpec.paper(SHAPE, 10, new CyclicGroup(order)));
        Map<?, ?> parameters = (Map<?, ?>)
                whorl("info", "--json", "--model", file).succeeded().json().get("parameters");
        assertEquals(Set.of("filters", "lambda", "norm", "head", "total"), parameters.keySet());
        assertEquals(
                parameters.get("total"),
                parameters.entrySet().stream()
                        .filter(e -> !e.getKey().equals("total"))
                        .mapToInt(e -> (int) e.getValue())
                        .sum());
        return (int) parameters.get("filters");
    }

    @Test
    void infoCountsAQuarterAndASixthOfTheBaselinesFilters() throws IOException {
        int baseline = filters(1);
        assertEquals(4 * 60 * 64, baseline);
        assertEquals(baseline, 4 * filters(4));
        assertEquals(baseline, 6 * filters(6));
    }

    @Test
    void infoSaysWhichKernelsRunAndWhy() throws IOException {
        Map<String, Object> json = whorl("info", "--json").succeeded().json();
        assertTrue(!((String) json.get("kernels")).isBlank());
        assertTrue(!((String) json.get("kernels_reason")).isBlank());
        assertNotNull(json.get("version"));
        assertEquals(Runtime.version().toString(), json.get("jdk"));
    }

    @Test
    void filtersAsNumbersAreTheBaseFiltersAndTheirRotations() throws IOException {
        Path out = folder.resolve("bank.npy");
        whorl("filters", "--model", model, "--layer", 2, "--out", out).succeeded();
        NpyArray bank = Npy.read(out);
        assertEquals(List.of(60, 1, 8, 8), bank.shape());
        float[] base = ModelFile.read(model).parameters().filters(1);
        assertArrayEquals(base, Arrays.copyOf(bank.values(), base.length));
        float[] turned = new float[64];
        Rotation.of(8, 180, Interpolation.BILINEAR).apply(base, 3 * 64, turned, 0);
        int k = 2 * 15 + 3;
        assertArrayEquals(turned, Arrays.copyOfRange(bank.values(), k * 64, (k + 1) * 64));
    }

    @ParameterizedTest
    @ValueSource(strings = {"orbit", "paper"})
    void filtersAsAPictureHaveTheWidthThatWasAskedFor(String layout) throws IOException {
        Path out = folder.resolve("bank.png");
        Map<String, Object> json = whorl(
                        "filters", "--model", model, "--layout", layout, "--width", 640, "--out", out, "--json")
                .succeeded()
                .json();
        assertEquals(out.toString(), json.get("file"));
        assertEquals(640, ImageIO.read(out.toFile()).getWidth());
    }

    @Test
    void filtersAreWrittenAsVectorGraphics() throws IOException {
        for (String end : List.of("svg", "pdf")) {
            Path out = folder.resolve("bank." + end);
            whorl("filters", "--model", model, "--out", out).succeeded();
            assertTrue(Files.readString(out, StandardCharsets.ISO_8859_1)
                    .startsWith(end.equals("svg") ? "<?xml" : "%PDF"));
        }
    }

    @Test
    void aLayerThatTheModelDoesNotHaveIsWrongUsage() {
        Ran ran = whorl("filters", "--model", model, "--layer", 5, "--out", folder.resolve("bank.png"));
        assertEquals(2, ran.exit());
        assertTrue(ran.err().contains("1 to 4"), ran.err());
    }

    @Test
    void codesOfAnArrayAreThoseOfTheNetwork() throws IOException {
        float[] inputs = new float[2 * SHAPE.size()];
        Random random = new Random(1);
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = (float) random.nextGaussian();
        }
        Path input = folder.resolve("x.npy");
        Npy.write(NpyArray.of(inputs, 2, 1, 28, 28), input);
        Path out = folder.resolve("codes");
        Map<String, Object> json = whorl(
                        "codes", "--model", model, "--input", input, "--width", 200, "--out", out, "--json")
                .succeeded()
                .json();
        assertEquals(2, json.get("images"));
        assertArrayEquals(inputs, Npy.read(out.resolve("layer1/residual.npy")).values(), "used as they are");
        for (int layer = 1; layer <= 4; layer++) {
            Path at = out.resolve("layer" + layer);
            for (String maps : List.of("code", "momentum", "prethreshold")) {
                assertEquals(
                        List.of(2, 60, 23, 23),
                        Npy.read(at.resolve(maps + ".npy")).shape());
                assertTrue(Files.exists(at.resolve(maps + "-2.png")), at + " " + maps);
            }
            assertEquals(
                    List.of(2, 1, 28, 28),
                    Npy.read(at.resolve("reconstruction.npy")).shape());
            assertShrunk(Npy.read(at.resolve("prethreshold.npy")), Npy.read(at.resolve("code.npy")));
        }
        assertEquals(List.of(2, 10), Npy.read(out.resolve("logits.npy")).shape());
    }

    /** The code is what is left of the values before the threshold α·λ. */
    private static void assertShrunk(NpyArray before, NpyArray code) {
        int active = 0;
        for (int i = 0; i < code.values().length; i++) {
            assertEquals(Math.max(0, before.values()[i] - 0.005f), code.values()[i], 1e-6f);
            active += code.values()[i] > 0 ? 1 : 0;
        }
        assertTrue(active > 0 && active < code.values().length, active + " active");
    }

    @Test
    void aPictureIsBroughtToTheInputsShape() throws IOException {
        BufferedImage picture = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 300; x++) {
            for (int y = 0; y < 200; y++) {
                // White in the middle square's right half.
                picture.setRGB(x, y, x >= 150 && x < 250 ? 0xffffff : 0);
            }
        }
        Path input = folder.resolve("picture.png");
        ImageIO.write(picture, "png", input.toFile());
        Path out = folder.resolve("codes");
        whorl("codes", "--model", model, "--input", input, "--width", 200, "--out", out)
                .succeeded();
        NpyArray residual = Npy.read(out.resolve("layer1/residual.npy"));
        assertEquals(List.of(1, 1, 28, 28), residual.shape());
        assertEquals(0, residual.values()[10 * 28 + 5], 1e-6);
        assertEquals(1, residual.values()[10 * 28 + 22], 1e-6);
        assertTrue(Files.exists(out.resolve("layer1/code.png")));
    }

    @Test
    void symmetryIsExactAtQuarterTurnsAndMeasuredBetween() throws IOException {
        Path shared = write(
                "shared.npz",
                NetworkSpec.paper(SHAPE, 10, new CyclicGroup(4)).withHead(HeadKind.INVARIANT, Sharing.ORBIT));
        Map<String, Object> json = whorl("symmetry", "--model", shared, "--angles", "0:360:45", "--limit", 4, "--json")
                .succeeded()
                .json();
        List<?> angles = (List<?>) json.get("angles");
        List<?> errors = (List<?>) json.get("error");
        List<?> accuracy = (List<?>) json.get("accuracy");
        assertEquals(List.of(0.0, 45.0, 90.0, 135.0, 180.0, 225.0, 270.0, 315.0), angles);
        assertEquals(8, accuracy.size());
        for (int i = 0; i < 8; i++) {
            double error = (double) errors.get(i);
            assertTrue(i % 2 == 0 ? error <= 1e-5 : error > 0.01, angles.get(i) + "°: " + error);
            if (i % 2 == 0) {
                assertEquals(accuracy.get(0), accuracy.get(i), "an invariant head sees no quarter turn");
            }
        }
    }

    @Test
    void symmetryDrawsItselfAndWritesItsNumbers() throws IOException {
        Path svg = folder.resolve("symmetry.svg");
        Path csv = folder.resolve("symmetry.csv");
        for (Path out : List.of(svg, csv)) {
            whorl("symmetry", "--model", model, "--angles", "0,60", "--limit", 2, "--out", out)
                    .succeeded();
        }
        String picture = Files.readString(svg);
        assertTrue(picture.contains(">layer 1<") && picture.contains(">accuracy of turned images<"));
        List<String> lines = Files.readAllLines(csv);
        assertTrue(lines.get(0).startsWith("degrees,equivariance_error_1,"), lines.get(0));
        assertEquals(3, lines.size());
        Ran refused = whorl("symmetry", "--model", model, "--out", folder.resolve("symmetry.bmp"));
        assertEquals(2, refused.exit());
    }

    @Test
    void symmetryExchangesTheInterpolation() throws IOException {
        Path six = write("six.npz", NetworkSpec.paper(SHAPE, 10, new CyclicGroup(6)));
        List<Object> errors = new ArrayList<>();
        for (String interpolation : List.of("nearest", "bilinear")) {
            errors.add(whorl(
                            "symmetry",
                            "--model",
                            six,
                            "--angles",
                            "60",
                            "--limit",
                            2,
                            "--interpolation",
                            interpolation,
                            "--json")
                    .succeeded()
                    .json()
                    .get("error"));
        }
        assertTrue(!errors.get(0).equals(errors.get(1)), errors.toString());
    }

    @Test
    void evaluateNamesAShapeThatTheModelDoesNotTake() throws IOException {
        Path colour = write("colour.npz", NetworkSpec.paper(new ImageShape(3, 32, 32), 10, new CyclicGroup(4)));
        Ran ran = whorl("evaluate", "--model", colour, "--data", "digits");
        assertEquals(1, ran.exit());
        assertTrue(ran.err().contains("3x32x32") && ran.err().contains("1x28x28"), ran.err());
    }

    @Test
    void evaluateTakesAPairOfFilesAndTurnsThem() throws IOException {
        Path images = folder.resolve("images.idx");
        Path labels = folder.resolve("labels.idx");
        byte[] pixels = new byte[16 + 5 * 784];
        new Random(3).nextBytes(pixels);
        System.arraycopy(new byte[] {0, 0, 8, 3, 0, 0, 0, 5, 0, 0, 0, 28, 0, 0, 0, 28}, 0, pixels, 0, 16);
        Files.write(images, pixels);
        Files.write(labels, new byte[] {0, 0, 8, 1, 0, 0, 0, 5, 0, 1, 2, 3, 4});
        Map<String, Object> upright = whorl(
                        "evaluate", "--model", model, "--images", images, "--labels", labels, "--json")
                .succeeded()
                .json();
        Map<String, Object> turned = whorl(
                        "evaluate", "--model", model, "--images", images, "--labels", labels, "--rotate", 90, "--json")
                .succeeded()
                .json();
        assertEquals(5, upright.get("images"));
        assertTrue((double) upright.get("accuracy") >= 0 && (double) upright.get("accuracy") <= 1);
        assertTrue((double) upright.get("loss") > 0);
        assertTrue(!upright.get("loss").equals(turned.get("loss")), "the images were not turned");
    }

    /** Answers to images of other classes are neither right nor wrong. */
    @ParameterizedTest
    @ValueSource(strings = {"evaluate", "symmetry"})
    void imagesOfOtherClassesThanTheModelNamesAreNoMeasureOfItsAccuracyAndThatIsSaid(String command)
            throws IOException {
        List<Object> arguments = new ArrayList<>(List.of(command, "--model", model, "--data"));
        if (command.equals("symmetry")) {
            arguments.addAll(List.of("leaves", "--limit", 2, "--angles", "90"));
        } else {
            arguments.add("leaves");
        }
        String said = whorl(arguments.toArray()).succeeded().out();
        assertTrue(said.contains("notice: model.npz: its classes are 0, 1, 2 …, those of the images"), said);
        arguments.add("--json");
        assertTrue(whorl(arguments.toArray()).succeeded().json().containsKey("other_classes"));
        arguments.set(4, "digits");
        assertFalse(whorl(arguments.toArray()).succeeded().json().containsKey("other_classes"));
    }
}
