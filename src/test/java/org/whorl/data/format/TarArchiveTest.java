package org.whorl.data.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whorl.data.Refusal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

class TarArchiveTest {
    private static final byte[] CONTENT = "some bytes".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private List<TarArchive.Entry> list(byte[] archive, long bound) throws IOException {
        List<TarArchive.Entry> entries = new ArrayList<>();
        try (TarArchive tar = TarArchive.open(Samples.write(folder, "a.tar", archive), bound)) {
            for (Optional<TarArchive.Entry> next = tar.next(); next.isPresent(); next = tar.next()) {
                entries.add(next.get());
            }
        }
        return entries;
    }

    private void refused(byte[] archive, String... parts) {
        Refusal.of(() -> list(archive, 1 << 20), parts);
        Refusal.of(() -> list(Samples.gzip(archive), 1 << 20), parts);
    }

    @Test
    void readsNamesSizesAndContent() throws Exception {
        byte[] archive = Samples.tar(
                Samples.tarEntry("d/", '5', new byte[0]),
                Samples.tarEntry("d/one", '0', CONTENT),
                Samples.tarEntry("d/two", '\0', new byte[600]));
        assertEquals(
                List.of(new TarArchive.Entry("d/one", 10), new TarArchive.Entry("d/two", 600)), list(archive, 1 << 20));
        try (TarArchive tar = TarArchive.open(Samples.write(folder, "a.tgz", Samples.gzip(archive)))) {
            tar.next();
            byte[] read = new byte[10];
            tar.readFully(read, 10);
            assertArrayEquals(CONTENT, read);
        }
    }

    @Test
    void readsLongNamesOfGnuAndPax() throws Exception {
        String name = "d/" + "x".repeat(150);
        byte[] gnu = Samples.tar(
                Samples.tarEntry("././@LongLink", 'L', (name + "\0").getBytes(StandardCharsets.UTF_8)),
                Samples.tarEntry(name.substring(0, 99), '0', CONTENT));
        String record = " path=" + name + "\n";
        String pax = (record.length() + 3) + record;
        byte[] posix = Samples.tar(
                Samples.tarEntry("g", 'g', "19 comment=no name\n".getBytes(StandardCharsets.UTF_8)),
                Samples.tarEntry("x", 'x', pax.getBytes(StandardCharsets.UTF_8)),
                Samples.tarEntry("short", '0', CONTENT));
        assertEquals(List.of(new TarArchive.Entry(name, 10)), list(gnu, 1 << 20));
        assertEquals(List.of(new TarArchive.Entry(name, 10)), list(posix, 1 << 20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../up", "d/../../up", "/etc/passwd", "C:\\windows", "d\\..\\up", "..", "a\u0007b"})
    void entryThatLeavesTheFolder(String name) {
        refused(Samples.tar(Samples.tarEntry(name, '0', CONTENT)), "inside the archive's own folder");
        refused(Samples.tar(Samples.tarEntry(name, '5', new byte[0])), "inside the archive's own folder");
    }

    @Test
    void entryThatLeavesTheFolderByItsLongName() {
        byte[] name = "../../up\0".getBytes(StandardCharsets.UTF_8);
        refused(
                Samples.tar(Samples.tarEntry("l", 'L', name), Samples.tarEntry("ok", '0', CONTENT)),
                "inside the archive's own folder");
        byte[] pax = "17 path=../../up\n".getBytes(StandardCharsets.UTF_8);
        refused(
                Samples.tar(Samples.tarEntry("x", 'x', pax), Samples.tarEntry("ok", '0', CONTENT)),
                "inside the archive's own folder");
    }

    @Test
    void entryThatLeavesTheFolderByAPathFromTheRoot() {
        byte[] pax = "22 path=/etc/hostname\n".getBytes(StandardCharsets.UTF_8);
        refused(
                Samples.tar(Samples.tarEntry("x", 'x', pax), Samples.tarEntry("ok", '0', CONTENT)),
                "inside the archive's own folder");
    }

    @Test
    void linksAndDevices() {
        for (char kind : "12".toCharArray()) {
            refused(Samples.tar(Samples.tarEntry("link", kind, new byte[0])), "the link link");
        }
        for (char kind : "346SDMKz".toCharArray()) {
            refused(Samples.tar(Samples.tarEntry("device", kind, new byte[0])), "the special entry device");
        }
    }

    @Test
    void bombs() {
        refused(Samples.tar(Samples.tarEntry("big", '0', new byte[2 << 20])), "at most 1048576 bytes");
        refused(Samples.tar(Samples.tarEntry("big", '0', "77777777777", CONTENT)), "at most 1048576 bytes");
        // Nothing but the zeros of its end, and a great many of them.
        refused(new byte[4 << 20], "at most 1048576 bytes");
        refused(Samples.tar(Samples.tarEntry("l", 'L', new byte[1 << 17])), "a name of at most");
        byte[][] many = new byte[10_001][];
        Arrays.fill(many, Samples.tarEntry("same", '0', new byte[0]));
        Refusal.of(() -> list(Samples.gzip(Samples.tar(many)), 1 << 30), "10000 entries");
    }

    /** Each describes the next, so that none of them is a file. */
    @ParameterizedTest
    @ValueSource(chars = {'L', 'x', 'g'})
    void chainOfHeadersWithoutAFile(char kind) {
        byte[][] many = new byte[10_001][];
        Arrays.fill(many, Samples.tarEntry("x", kind, new byte[0]));
        Refusal.of(() -> list(Samples.gzip(Samples.tar(many)), 1 << 30), "10000 entries");
    }

    @Test
    void brokenHeaderThatDescribesTheNext() {
        byte[] name = Samples.tarEntry("l", 'L', "a long name".getBytes(StandardCharsets.UTF_8));
        name[0] ^= 1;
        refused(Samples.tar(name, Samples.tarEntry("ok", '0', CONTENT)), "checksum");
    }

    @Test
    void brokenArchives() {
        byte[] whole = Samples.tar(Samples.tarEntry("one", '0', CONTENT));
        refused(Arrays.copyOf(whole, 300), "a whole tar archive");
        refused(Arrays.copyOf(whole, 515), "a whole tar archive");
        refused(Arrays.copyOf(whole, 1024), "a whole tar archive");
        refused(Arrays.copyOf(whole, 1536), "a whole tar archive");
        refused(Samples.join(whole, CONTENT), "nothing but zeros");
        byte[] header = whole.clone();
        header[0] ^= 1;
        refused(header, "checksum");
        byte[] size = whole.clone();
        size[130] = '9';
        Samples.seal(size);
        refused(size, "octal");
        byte[] negative = whole.clone();
        Arrays.fill(negative, 124, 136, (byte) 0xff);
        Samples.seal(negative);
        refused(negative, "negative");
        byte[] pax = "99 path=up\n".getBytes(StandardCharsets.UTF_8);
        refused(Samples.tar(Samples.tarEntry("x", 'x', pax), Samples.tarEntry("ok", '0', CONTENT)), "pax");
        refused(CONTENT, "a whole tar archive");
    }
}
