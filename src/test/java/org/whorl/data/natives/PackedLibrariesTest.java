package org.whorl.data.natives;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PackedLibrariesTest {
    @TempDir
    Path folder;

    private final byte[] library = new byte[300_000];
    private Path packed;

    @BeforeEach
    void pack() throws IOException {
        new Random(1).nextBytes(library);
        packed = Files.createDirectories(folder.resolve("natives/some-jar")).resolve("libsome.so.xz");
        try (OutputStream out = new XZOutputStream(Files.newOutputStream(packed), new LZMA2Options(1))) {
            out.write(library);
        }
    }

    private List<Path> unpack() throws IOException {
        return PackedLibraries.unpack(folder.resolve("natives"), folder.resolve("cache"));
    }

    @Test
    void librariesAreUnpackedOnce() throws IOException {
        Path expected = folder.resolve("cache/unpacked/some-jar");
        assertEquals(List.of(expected), unpack());
        Path unpacked = expected.resolve("libsome.so");
        assertArrayEquals(library, Files.readAllBytes(unpacked));
        Files.setLastModifiedTime(unpacked, FileTime.fromMillis(1_000_000));
        unpack();
        assertEquals(1_000_000, Files.getLastModifiedTime(unpacked).toMillis(), "it was there");
    }

    @Test
    void aDamagedOneIsRefusedInWordsAndLeavesNothing() throws IOException {
        byte[] bytes = Files.readAllBytes(packed);
        bytes[bytes.length / 2] ^= 1;
        Files.write(packed, bytes);
        String words = assertThrows(IOException.class, this::unpack).getMessage();
        assertTrue(words.startsWith(packed + ": expected a library") && words.contains("install Whorl again"), words);
        try (Stream<Path> left = Files.list(folder.resolve("cache/unpacked/some-jar"))) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void whereNoneArePackedThereIsNothingToDo() throws IOException {
        assertEquals(List.of(), PackedLibraries.unpack(folder.resolve("none"), folder.resolve("cache")));
    }
}
