package org.whorl.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class NpzTest {
    private static final NpyArray PAIR = NpyArray.of(new float[] {1, 2}, 2);

    @TempDir
    private Path folder;

    @Test
    void whatWasWrittenIsReadBackInOrder() throws IOException {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        arrays.put("layer0/filters", NpyArray.of(new float[] {1, 2, 3, 4}, 2, 2));
        arrays.put("a", PAIR);
        byte[] text = "{}".getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve("m.npz");
        new Npz(Map.of("spec.json", text), arrays).write(file);

        Npz read = Npz.read(file);
        assertArrayEquals(text, read.files().get("spec.json"));
        assertEquals(List.of("layer0/filters", "a"), List.copyOf(read.arrays().keySet()));
        assertEquals(List.of(2, 2), read.arrays().get("layer0/filters").shape());
        assertArrayEquals(
                new float[] {1, 2, 3, 4}, read.arrays().get("layer0/filters").values());
    }

    @Test
    void compressedItIsSmallerAndReadBackTheSame() throws IOException {
        float[] rounded = new float[10_000];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = i % 7 / 8f;
        }
        Path file = folder.resolve("compressed.npz");
        new Npz(Map.of(), Map.of("a", NpyArray.of(rounded, 100, 100))).writeCompressed(file);
        assertTrue(Files.size(file) < 4 * rounded.length / 10, "found " + Files.size(file) + " bytes");
        NpyArray read = Npz.read(file).arrays().get("a");
        assertEquals(List.of(100, 100), read.shape());
        assertArrayEquals(rounded, read.values());
    }

    @Test
    void equalContentsMakeEqualBytes() throws IOException {
        assertArrayEquals(
                bytes(new Npz(Map.of(), Map.of("a", PAIR))),
                bytes(new Npz(Map.of(), Map.of("a", NpyArray.of(new float[] {1, 2}, 2)))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"numpy-stored.npz", "numpy-compressed.npz"})
    void whatNumPyWroteIsRead(String resource) throws IOException {
        try (InputStream in = NpzTest.class.getResourceAsStream(resource)) {
            Npz npz = Npz.read(resource, in, member -> true, 100);
            assertArrayEquals(
                    new float[] {0, 0.25f, 0.5f, 0.75f, 1, 1.25f},
                    npz.arrays().get("a").values());
            float[] counted = new float[24];
            for (int i = 0; i < 24; i++) {
                counted[i] = i;
            }
            assertEquals(List.of(2, 3, 4), npz.arrays().get("layer0/b").shape());
            assertArrayEquals(counted, npz.arrays().get("layer0/b").values());
            assertEquals(List.of(), npz.arrays().get("single").shape());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a.npy", "/etc/a.npy", "a/../../b.npy", "a\\b.npy", "C:a.npy", "./a.npy", "a\nb.npy"})
    void namesThatLeaveTheFolderAreRefused(String name) throws IOException {
        assertTrue(refusal(zip(name, Npy.bytes(PAIR)), 10).contains("expected members with plain relative names"));
    }

    @Test
    void foldersInTheArchiveAreIgnored() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("layer0/"));
            zip.putNextEntry(new ZipEntry("layer0/a.npy"));
            zip.write(Npy.bytes(PAIR));
        }
        assertEquals(
                List.of("layer0/a"),
                List.copyOf(read(out.toByteArray(), 10).arrays().keySet()));
    }

    @Test
    void theBoundHoldsForAllArraysTogether() throws IOException {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        arrays.put("a", PAIR);
        arrays.put("b", PAIR);
        assertEquals(
                "m.npz: b: expected at most 1 values, found the shape [2]",
                refusal(bytes(new Npz(Map.of(), arrays)), 3));
    }

    @Test
    void aFileThatUnpacksToTooMuchIsRefused() throws IOException {
        byte[] bomb = zip("spec.json", new byte[Npz.MAX_FILE_BYTES + 1]);
        assertTrue(bomb.length < Npz.MAX_FILE_BYTES / 500, "it is small when packed");
        assertTrue(refusal(bomb, 10).contains("spec.json: expected at most"));
    }

    @Test
    void anArchiveThatIsCutShortBetweenTwoMembersIsRefused() throws IOException {
        Path file = folder.resolve("cut.npz");
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        arrays.put("a", PAIR);
        arrays.put("b", PAIR);
        byte[] whole = bytes(new Npz(Map.of(), arrays));
        Files.write(file, whole);
        assertEquals(2, Npz.read(file).arrays().size());
        String text = new String(whole, StandardCharsets.ISO_8859_1);
        int second = text.indexOf("PK\3\4", 4);
        int directory = text.indexOf("PK\1\2");
        for (int end : new int[] {second, second + 10, second + 29, directory, directory + 20, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, end));
            String message =
                    assertThrows(NpyException.class, () -> Npz.read(file)).getMessage();
            assertTrue(message.contains("cut.npz: expected a whole NumPy archive"), message);
        }
    }

    @Test
    void filesThatUnpackToTooMuchTogetherAreRefused() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < 3; i++) {
            files.put("part" + i, new byte[Npz.MAX_FILE_BYTES / 2]);
        }
        assertTrue(refusal(bytes(new Npz(files, Map.of())), 10).contains("part2: expected at most"));
    }

    @Test
    void membersOfNoUseAreNotUnpacked() throws IOException {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        arrays.put("a", PAIR);
        arrays.put("b", NpyArray.of(new float[1000], 1000));
        byte[] bytes = bytes(new Npz(Map.of(), arrays));
        bytes[bytes.length - 1500] ^= 1;
        Path file = Files.write(folder.resolve("half.npz"), bytes);
        assertEquals(
                List.of("a"),
                List.copyOf(Npz.read(file, "a.npy"::equals).arrays().keySet()));
        String refused = assertThrows(NpyException.class, () -> Npz.read(file)).getMessage();
        assertTrue(refused.contains("half.npz: expected a whole NumPy archive"), refused);
    }

    @Test
    void theBoundHoldsForWhatIsWantedOnly() throws IOException {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        arrays.put("big", NpyArray.of(new float[1000], 1000));
        arrays.put("a", PAIR);
        Path file = folder.resolve("big.npz");
        new Npz(Map.of(), arrays).write(file);
        assertEquals(1, Npz.read(file, "a.npy"::equals, 2).arrays().size());
        String refused = assertThrows(NpyException.class, () -> Npz.read(file, name -> true, 2))
                .getMessage();
        assertTrue(refused.contains("big: expected at most 2 values"), refused);
    }

    @Test
    void tooManyMembersAreRefused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i <= Npz.MAX_MEMBERS; i++) {
                zip.putNextEntry(new ZipEntry("m" + i));
            }
        }
        assertTrue(refusal(out.toByteArray(), 10).contains("expected at most 4096 members"));
    }

    @Test
    void damageIsNoticedAndTheMemberNamed() throws IOException {
        byte[] whole = bytes(new Npz(Map.of(), Map.of("a", NpyArray.of(new float[1000], 1000))));
        byte[] flipped = whole.clone();
        flipped[1000] ^= 1;
        assertTrue(refusal(flipped, 1000).contains("found a damaged one"));
        assertTrue(refusal(Arrays.copyOf(whole, 1000), 1000).contains("damaged"));
        assertTrue(refusal("no archive".getBytes(StandardCharsets.UTF_8), 10).contains("found something else"));
        assertTrue(refusal(zip("a.npy", new byte[] {1, 2, 3}), 10).startsWith("m.npz: a: expected an array"));
    }

    private static byte[] bytes(Npz npz) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        npz.write(out);
        return out.toByteArray();
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return out.toByteArray();
    }

    private static Npz read(byte[] file, long maxValues) throws IOException {
        return Npz.read("m.npz", new ByteArrayInputStream(file), member -> true, maxValues);
    }

    private static String refusal(byte[] file, long maxValues) {
        String message =
                assertThrows(NpyException.class, () -> read(file, maxValues)).getMessage();
        assertEquals(1, message.lines().count(), message);
        return message;
    }
}
