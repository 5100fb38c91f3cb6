package org.whorl.network;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.data.ImageShape;
import org.whorl.data.whitening.Preparation;
import org.whorl.file.Npy;
import org.whorl.file.NpyArray;
import org.whorl.file.NpyException;
import org.whorl.file.Npz;
import org.whorl.group.CyclicGroup;
import org.whorl.group.Interpolation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ModelFileTest {
    private static final NetworkSpec SPEC = NetworkSpec.paper(new ImageShape(1, 12, 12), 3, new CyclicGroup(4))
            .withFilters(8)
            .withKernel(4, false);

    @TempDir
    private Path folder;

    @Test
    void aModelIsReadBackAsItWas() throws IOException {
        NetworkSpec everythingElse = SPEC.withInput(new ImageShape(3, 6, 6), 4)
                .withKernel(8, true)
                .withIteration(Unfolding.ISTA, WeightTying.TIED, Shrinkage.SOFT, 0.25)
                .withThreshold(1, true)
                .withHead(HeadKind.INVARIANT, Sharing.ORBIT)
                .withNorm(Normalization.NONE)
                .withInterpolation(Interpolation.BICUBIC)
                .withObjective(new Objective(0.5, 2));
        for (NetworkSpec spec : List.of(SPEC, everythingElse)) {
            Model model = model(spec);
            Model read = ModelFile.read(written(model));
            assertEquals(spec, read.spec());
            assertArrayEquals(model.parameters().values(), read.parameters().values());
            assertArrayEquals(model.preparation().mean(), read.preparation().mean());
            assertArrayEquals(model.preparation().std(), read.preparation().std());
            assertArrayEquals(model.preparation().center(), read.preparation().center());
            assertArrayEquals(
                    model.preparation().whitening(), read.preparation().whitening());
            assertEquals(model.preparation().epsilon(), read.preparation().epsilon());
            assertEquals(model.classNames(), read.classNames());
            assertTrue(
                    read.provenance().entrySet().containsAll(model.provenance().entrySet()));
        }
    }

    @Test
    void theMembersAreThoseOfTheContract() throws IOException {
        Map<String, NpyArray> arrays = Npz.read(written(model(SPEC))).arrays();
        assertEquals(List.of(2, 1, 4, 4), arrays.get("layer0/filters").shape());
        assertEquals(List.of(8), arrays.get("layer3/lambda").shape());
        assertEquals(List.of(8), arrays.get("layer2/norm/variance").shape());
        assertFalse(arrays.containsKey("layer3/norm/gamma"), "the last layer is not normalised");
        assertEquals(List.of(3, 8 * 16), arrays.get("head/weight").shape());
        assertEquals(List.of(3), arrays.get("head/bias").shape());
        assertEquals(List.of(1), arrays.get("input/mean").shape());
        assertEquals(List.of(144, 144), arrays.get("input/whitening").shape());
        assertEquals(List.of(144), arrays.get("input/center").shape());
        assertEquals(4 + 4 + 4 * 3 + 2 + 4, arrays.size());

        NetworkSpec shared = SPEC.withHead(HeadKind.PLAIN, Sharing.ORBIT)
                .withIteration(Unfolding.FISTA, WeightTying.TIED, Shrinkage.SOFT, 0.01);
        Map<String, NpyArray> tied = Npz.read(written(model(shared))).arrays();
        assertEquals(List.of(2), tied.get("layer3/lambda").shape());
        assertFalse(tied.containsKey("layer1/filters"), "tied layers have one filter bank");
    }

    @Test
    void theSpecificationNamesEverySettingAndWhatWroteIt() throws IOException {
        byte[] json = Npz.read(written(model(SPEC))).files().get("spec.json");
        String text = new String(json, StandardCharsets.UTF_8);
        for (String key : List.of(
                "format",
                "group",
                "baseFilters",
                "layers",
                "kernel",
                "stepSize",
                "threshold",
                "interpolation",
                "classNames",
                "epsilon",
                "seed",
                "checksum",
                "version",
                "jdk",
                "os")) {
            assertTrue(text.contains("\"" + key + "\""), key);
        }
    }

    @Test
    void aModelFromBeforeNormsWereAChoiceHasThem() throws IOException {
        Npz archive = Npz.read(written(model(SPEC)));
        String json = new String(archive.files().get("spec.json"), StandardCharsets.UTF_8);
        Path file = folder.resolve("older.npz");
        String older = json.replaceAll("\"norm\"[^,]*,", "");
        new Npz(Map.of("spec.json", older.getBytes(StandardCharsets.UTF_8)), archive.arrays()).write(file);
        assertTrue(json.contains("\"norm\""));
        assertEquals(SPEC, ModelFile.read(file).spec());
    }

    @Test
    void equalModelsMakeEqualBytes() throws IOException {
        assertArrayEquals(Files.readAllBytes(written(model(SPEC))), Files.readAllBytes(written(model(SPEC))));
    }

    @Test
    void aFileRewrittenByAnotherProgramIsRead() throws IOException {
        Model model = model(SPEC);
        Npz archive = Npz.read(written(model));
        List<String> names = new ArrayList<>(archive.arrays().keySet());
        Collections.shuffle(names, new Random(3));
        Path file = folder.resolve("rewritten.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name + ".npy"));
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                Npy.write(archive.arrays().get(name), bytes);
                zip.write(bytes.toByteArray());
            }
            zip.putNextEntry(new ZipEntry("spec.json"));
            zip.write(archive.files().get("spec.json"));
        }
        assertArrayEquals(
                model.parameters().values(), ModelFile.read(file).parameters().values());
    }

    @Test
    void whiteningIsOptional() throws IOException {
        Model plain = new Model(
                Parameters.initial(SPEC, 1), Preparation.identity(SPEC.input()), List.of("a", "b", "c"), Map.of());
        Preparation read = ModelFile.read(written(plain)).preparation();
        assertNull(read.whitening());
        assertNull(read.center());
    }

    @Test
    void aMissingMemberIsNamed() throws IOException {
        assertEquals(
                "layer1/norm/beta: expected an array of shape [8], found none",
                refusal(arrays -> arrays.remove("layer1/norm/beta")));
        assertEquals(
                "input/std: expected an array of shape [1], found none", refusal(arrays -> arrays.remove("input/std")));
    }

    @Test
    void aWrongShapeIsNamed() throws IOException {
        assertEquals(
                "layer0/filters: expected the shape [2, 1, 4, 4], found [2, 16]",
                refusal(arrays -> arrays.put("layer0/filters", NpyArray.of(new float[32], 2, 16))));
    }

    @Test
    void numbersThatCannotBeAreRefused() throws IOException {
        assertEquals(
                "head/bias: expected finite numbers, found NaN",
                refusal(arrays -> arrays.put("head/bias", NpyArray.of(new float[] {0, Float.NaN, 0}, 3))));
        assertEquals(
                "input/whitening: expected a symmetric matrix",
                refusal(arrays -> arrays.get("input/whitening").values()[1] += 1)
                        .replaceFirst(",.*", ""));
        assertEquals(
                "input/std: expected numbers above 0, found 0.0",
                refusal(arrays -> arrays.put("input/std", NpyArray.of(new float[] {0}, 1))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"format\" : 1 | \"format\" : 2 | spec.json: expected format 1, found 2",
                "\"kernel\" : 4 | \"kernel\" : 99 | spec.json: network: kernel: expected 2 to 15, found 99",
                "\"layers\" : 4 | \"layers\" : \"four\" | spec.json: network.layers: expected",
                "\"layers\" : 4 | \"layer\" : 4 | spec.json: network.layer",
                "\"FISTA\" | \"LISTA\" | spec.json: network.unfolding: expected",
                "\"FISTA\" | null | spec.json: network.unfolding: expected",
                "\"epsilon\" : 0.1, | | spec.json: epsilon: expected",
                "\"epsilon\" : 0.1 | \"epsilon\" : -1 | spec.json: epsilon: expected a number of at least 0",
                "{ | [ | spec.json: expected",
                "\"classes\" : 3 | \"classes\" : 4 | spec.json: classNames: expected 4 names, found 3",
                "\"baseFilters\" : 2 | \"baseFilters\" : 1 | layer0/filters: expected the shape [1, 1, 4, 4]",
            })
    void aWrongSpecificationIsRefusedInOneLine(String from, String to, String expected) throws IOException {
        Path file = written(model(SPEC));
        Npz archive = Npz.read(file);
        String json = new String(archive.files().get("spec.json"), StandardCharsets.UTF_8);
        assertTrue(json.contains(from), json);
        String changed = json.replace(from, to == null ? "" : to);
        new Npz(Map.of("spec.json", changed.getBytes(StandardCharsets.UTF_8)), archive.arrays()).write(file);
        String message = message(file);
        assertTrue(message.startsWith(expected), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1024 | spec.json: network: filters: expected filters of at most 268435456 values together, found 1073741824",
                "256 | spec.json: expected fewer than 2^31 parameters, found more",
            })
    void aSmallFileThatClaimsAHugeNetworkCostsNoMemory(int baseFilters, String expected) throws IOException {
        Path file = written(model(SPEC));
        Npz archive = Npz.read(file);
        String json = new String(archive.files().get("spec.json"), StandardCharsets.UTF_8)
                .replace("\"baseFilters\" : 2", "\"baseFilters\" : " + baseFilters)
                .replace("\"dense\" : false", "\"dense\" : true")
                .replace("\"layers\" : 4", "\"layers\" : 32")
                .replaceAll("\"height\" : 12", "\"height\" : 512")
                .replaceAll("\"width\" : 12", "\"width\" : 512");
        new Npz(Map.of("spec.json", json.getBytes(StandardCharsets.UTF_8)), archive.arrays()).write(file);
        assertEquals(expected, message(file));
    }

    @Test
    void anArchiveWithoutASpecificationIsRefused() throws IOException {
        Path file = folder.resolve("m.npz");
        new Npz(Map.of(), Map.of("head/a", NpyArray.of(new float[1], 1))).write(file);
        assertEquals("expected a member spec.json, found none and head/a", message(file));
    }

    @Test
    void aModelThatNumPyHasWrittenAnewHasItsSettingsStill() throws IOException {
        Path file = written(model(SPEC));
        Npz archive = Npz.read(file);
        // numpy.savez keeps arrays, and makes an array of a member that is none.
        for (String kept : List.of("spec.npy", "spec.json.npy")) {
            Map<String, byte[]> texts = Map.of(kept, archive.files().get("spec.json"));
            new Npz(texts, archive.arrays()).write(file);
            assertEquals(SPEC, ModelFile.read(file).spec(), kept);
        }
    }

    @Test
    void membersThatAModelHasNoUseForAreNotRead() throws IOException {
        Path file = written(model(SPEC));
        Npz archive = Npz.read(file);
        Map<String, byte[]> files = new LinkedHashMap<>(archive.files());
        files.put("meta.npy", "\u0093NUMPY no array at all".getBytes(StandardCharsets.ISO_8859_1));
        new Npz(files, archive.arrays()).write(file);
        assertEquals(SPEC, ModelFile.read(file).spec());
    }

    private Path written(Model model) throws IOException {
        Path file = Files.createTempDirectory(folder, "run").resolve("model.npz");
        ModelFile.write(model, file);
        return file;
    }

    private String refusal(Consumer<Map<String, NpyArray>> change) throws IOException {
        Path file = written(model(SPEC));
        Npz archive = Npz.read(file);
        Map<String, NpyArray> arrays = new LinkedHashMap<>(archive.arrays());
        change.accept(arrays);
        new Npz(archive.files(), arrays).write(file);
        return message(file);
    }

    /** What a refused file's message says after the file's name. */
    private static String message(Path file) {
        String message =
                assertThrows(NpyException.class, () -> ModelFile.read(file)).getMessage();
        assertEquals(1, message.lines().count(), message);
        assertTrue(message.startsWith(file + ": "), message);
        return message.substring(file.toString().length() + 2);
    }

    private static Model model(NetworkSpec spec) {
        int channels = spec.input().channels();
        int size = spec.input().size();
        float[] mean = new float[channels];
        float[] std = new float[channels];
        float[] whitening = new float[size * size];
        for (int i = 0; i < channels; i++) {
            mean[i] = 0.1f * i;
            std[i] = 1 + i;
        }
        float[] center = new float[size];
        for (int i = 0; i < size; i++) {
            center[i] = (float) Math.cos(i);
            for (int j = 0; j < size; j++) {
                whitening[i * size + j] = (float) Math.sin(i + j);
            }
        }
        return new Model(
                Parameters.initial(spec, 5),
                new Preparation(spec.input(), mean, std, center, whitening, 0.1),
                List.of("zero", "one", "two", "three").subList(0, spec.classes()),
                Map.of("seed", 5, "data", "digits", "checksum", "00ff", "accuracy", 0.5));
    }
}
