package org.whorl.file;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.file.fuzz.Feeding;
import org.whorl.file.fuzz.Spoiling;
import org.whorl.file.fuzz.SpoiltArchive;

/** Arrays and archives of them that are spoilt. */
class ArrayFuzzTest {
    @TempDir
    Path folder;

    /** A spoilt file whose header has other numbers, in as many letters. */
    private static byte[] array(byte[] good, Random random) {
        if (random.nextBoolean()) {
            return Spoiling.bytes(good, random);
        }
        byte[] spoilt = good.clone();
        int end = new String(good, StandardCharsets.ISO_8859_1).indexOf('\n');
        for (int i = 0; i < 3; i++) {
            int at = 10 + random.nextInt(end - 10);
            spoilt[at] = (byte) "0123456789,()'<>|=fiuSUb ".charAt(random.nextInt(25));
        }
        return spoilt;
    }

    @Test
    void spoiltArraysAreRefusedOrRead() throws Exception {
        float[] values = new float[210];
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Npy.write(NpyArray.of(values, 5, 6, 7), out);
        byte[] fortran = new String(out.toByteArray(), StandardCharsets.ISO_8859_1)
                .replace("False", "True ")
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] doubles = new String(out.toByteArray(), StandardCharsets.ISO_8859_1)
                .replace("<f4", ">f2")
                .replace("(5, 6, 7)", "(5,12, 7)")
                .getBytes(StandardCharsets.ISO_8859_1);
        Feeding feeding = new Feeding(folder, "x.npy");
        feeding.feed(4_000, 1, out.toByteArray(), ArrayFuzzTest::array, Npy::read);
        feeding.feed(2_000, 2, fortran, ArrayFuzzTest::array, Npy::read);
        feeding.feed(2_000, 3, doubles, ArrayFuzzTest::array, Npy::read);
        feeding.finish();
    }

    @Test
    void spoiltArchivesAreRefusedOrRead() throws Exception {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        arrays.put("a", NpyArray.of(new float[] {1, 2, 3}, 3));
        arrays.put("folder/b", NpyArray.of(new float[60], 3, 4, 5));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Npz(
                        Map.of(
                                "about.json",
                                "{\"a\": 1}".getBytes(StandardCharsets.UTF_8),
                                "words.npy",
                                "text".getBytes(StandardCharsets.UTF_8)),
                        arrays)
                .write(out);
        Feeding feeding = new Feeding(folder, "x.npz");
        feeding.feed(4_000, 4, out.toByteArray(), SpoiltArchive::of, Npz::read);
        feeding.finish();
    }
}
