package org.whorl.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class NpyTest {
    @TempDir
    private Path folder;

    @Test
    void whatWasWrittenIsReadBack() throws IOException {
        for (NpyArray array : List.of(
                NpyArray.of(new float[] {1, -2.5f, Float.MIN_VALUE, Float.NaN, 1e38f, -0f}, 1, 2, 3),
                NpyArray.of(new float[] {7}),
                NpyArray.of(new float[] {7}, 1),
                NpyArray.of(new float[0], 3, 0, 2),
                NpyArray.of(new float[200_000], 200_000))) {
            Path file = folder.resolve("x.npy");
            Npy.write(array, file);
            NpyArray read = Npy.read(file);
            assertEquals(array.shape(), read.shape());
            assertArrayEquals(array.values(), read.values());
        }
        try (var left = Files.list(folder)) {
            assertEquals(List.of(folder.resolve("x.npy")), left.toList(), "nothing is left beside the file");
        }
    }

    @Test
    void valuesBeginAtAMultipleOf64AsNumPyWishes() throws IOException {
        byte[] bytes = Npy.bytes(NpyArray.of(new float[12], 3, 4));
        assertEquals(0, (bytes.length - 12 * 4) % 64);
    }

    @Test
    void fortranOrderIsTurnedIntoCOrder() throws IOException {
        // The columns of [[1, 2, 3], [4, 5, 6]] one after another.
        byte[] file = file(1, "{'descr': '<f4', 'fortran_order': True, 'shape': (2, 3), }", 1, 4, 2, 5, 3, 6);
        assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6}, read(file, 6).values());
    }

    @Test
    void doublesBecomeFloats() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(file(2, "{'shape': (2,), 'fortran_order': False, 'descr': '<f8'}"));
        out.write(ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putDouble(0.1)
                .putDouble(-3)
                .array());
        assertArrayEquals(new float[] {0.1f, -3}, read(out.toByteArray(), 2).values());
    }

    @ParameterizedTest
    @CsvSource({
        "|u1, 1, 200, 200",
        "|i1, 1, 200, -56",
        "|b1, 1, 1, 1",
        "<i2, 2, 65535, -1",
        ">u2, 2, 1, 1",
        "<i4, 4, 7, 7",
        ">i8, 8, -3, -3",
        "<u8, 8, -1, 1.8446744e19",
        "<f2, 2, 15360, 1",
        "<f2, 2, 49152, -2",
        "<f2, 2, 1, 5.9604645e-8",
        ">f4, 4, 1065353216, 1",
        ">f8, 8, 4607182418800017408, 1"
    })
    void numbersOfEveryUsualTypeBecomeFloats(String type, int width, long bits, float expected) throws IOException {
        ByteBuffer value = ByteBuffer.allocate(8).order(ByteOrder.BIG_ENDIAN).putLong(bits);
        byte[] bytes = Arrays.copyOfRange(value.array(), 8 - width, 8);
        if (type.charAt(0) == '<') {
            for (int i = 0; i < width / 2; i++) {
                byte swapped = bytes[i];
                bytes[i] = bytes[width - 1 - i];
                bytes[width - 1 - i] = swapped;
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(file(1, "{'descr': '" + type + "', 'fortran_order': False, 'shape': (1,), }"));
        out.write(bytes);
        assertEquals(expected, read(out.toByteArray(), 1).values()[0]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<c8", "|O", "<f16", "<M8", "|V4"})
    void otherTypesAreRefusedByName(String type) {
        byte[] file = file(1, "{'descr': '" + type + "', 'fortran_order': False, 'shape': (1,), }", 1);
        assertEquals(
                "x.npy: expected whole numbers, floating-point numbers or text, found '" + type + "'",
                refusal(file, 10));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (1,), } | expected a header",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (-1,), } | expected a header",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (1,), 'shape': (2,), } | entry once",
                "{'descr': '<f4', 'fortran_order': False} | expected a header",
                "{'descr': '<f4', 'fortran_order': '<f4', 'shape': (1,)} | True or False",
                "{'descr': '<f4', 'fortran_order': False, 'shape': True} | expected a shape",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (1,)} + 1 | expected a header",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999,)} | below 2^31",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (2147483647, 2147483647)} | at most 10 values",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (11,)} | at most 10 values",
                "import os | expected a header",
            })
    void headersThatAreNotPlainArraysAreRefused(String header, String expected) {
        String message = refusal(file(1, header, 1), 10);
        assertTrue(message.startsWith("x.npy: ") && message.contains(expected), message);
    }

    @Test
    void aShapeWithTooManyDimensionsIsRefused() {
        String shape = "1, ".repeat(33);
        String message = refusal(file(1, "{'descr': '<f4', 'fortran_order': False, 'shape': (" + shape + ")}", 1), 10);
        assertTrue(message.contains("at most 32 dimensions"), message);
    }

    @Test
    void valuesMustBeAsManyAsPromised() {
        String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (3,), }";
        assertEquals("x.npy: expected 3 values, found only 2", refusal(file(1, header, 1, 2), 10));
        assertEquals("x.npy: expected 3 values, found more", refusal(file(1, header, 1, 2, 3, 4), 10));
    }

    @Test
    void aHugePromiseInASmallFileCostsNoMemory() {
        // 2 GiB of values, which would not fit into the tests' memory many times over.
        byte[] file = file(1, "{'descr': '<f4', 'fortran_order': False, 'shape': (512, 1024, 1024)}", 1);
        assertEquals("x.npy: expected 536870912 values, found only 1", refusal(file, 1L << 29));
    }

    @Test
    void whatIsNoArrayAtAllIsRefused() {
        assertTrue(refusal("hello, world".getBytes(StandardCharsets.UTF_8), 10).contains("found something else"));
        assertTrue(refusal(new byte[0], 10).contains("found an empty file"));
        assertTrue(refusal(file(9, "{}"), 10).contains("version 1 to 3"));
        byte[] endless = file(2, "{}");
        endless[11] = 0x7f;
        assertTrue(refusal(endless, 10).contains("a header of at most 65536 bytes"));
        byte[] cut = Arrays.copyOf(file(1, "{'descr': '<f4', 'fortran_order'"), 20);
        assertTrue(refusal(cut, 10).contains("found only"));
    }

    @Test
    void missingFilesAndFoldersAreNamed() {
        Path none = folder.resolve("none.npy");
        assertEquals(
                none + ": expected a readable file, found none",
                assertThrows(NpyException.class, () -> Npy.read(none)).getMessage());
        assertEquals(
                folder + ": expected a file, found a folder",
                assertThrows(NpyException.class, () -> Npy.read(folder)).getMessage());
        Path nowhere = folder.resolve("no/x.npy");
        assertEquals(
                nowhere + ": expected a place to write to, found none",
                assertThrows(NpyException.class, () -> Npy.write(NpyArray.of(new float[1], 1), nowhere))
                        .getMessage());
    }

    private static NpyArray read(byte[] file, long maxValues) throws IOException {
        return Npy.read("x.npy", new ByteArrayInputStream(file), maxValues);
    }

    private static String refusal(byte[] file, long maxValues) {
        String message =
                assertThrows(NpyException.class, () -> read(file, maxValues)).getMessage();
        assertEquals(1, message.lines().count(), message);
        return message;
    }

    private static byte[] file(int version, String header, float... values) {
        byte[] text = header.getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer buffer =
                ByteBuffer.allocate(12 + text.length + 4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
        buffer.put((byte) version).put((byte) 0);
        if (version == 1) {
            buffer.putShort((short) text.length);
        } else {
            buffer.putInt(text.length);
        }
        buffer.put(text);
        for (float value : values) {
            buffer.putFloat(value);
        }
        return Arrays.copyOf(buffer.array(), buffer.position());
    }
}
