package org.whorl.data.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whorl.data.Checksum;
import org.whorl.data.DataException;
import org.whorl.data.Dataset;
import org.whorl.data.ImageShape;
import org.whorl.data.Progress;
import org.whorl.data.Refusal;
import org.whorl.data.source.SourceFile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class IdxFileTest {
    @TempDir
    Path folder;

    private Dataset read(byte[] images, byte[] labels) throws IOException {
        return IdxFile.read(
                Samples.write(folder, "images", images),
                Samples.write(folder, "labels", labels),
                Samples.TEN,
                0,
                Checksum.sha256(),
                Progress.NONE);
    }

    private void refused(byte[] images, byte[] labels, String... parts) {
        Refusal.of(() -> read(images, labels), parts);
    }

    @Test
    void readsPlainAndGzip() throws Exception {
        byte[] images = Samples.idxImages(5, 4, 3);
        byte[] labels = Samples.idxLabels(5, 10);
        Dataset plain = read(images, labels);
        assertEquals(new ImageShape(1, 4, 3), plain.shape());
        assertArrayEquals(new int[] {0, 1, 2, 3, 4}, plain.labels());
        assertEquals(0f, plain.pixels()[0]);
        assertEquals(7 / 255f, plain.pixels()[1]);
        assertEquals(59 * 7 % 256 / 255f, plain.pixels()[59]);
        assertArrayEquals(
                plain.pixels(), read(Samples.gzip(images), Samples.gzip(labels)).pixels());
    }

    @Test
    void readsGzipOfSeveralMembers() throws Exception {
        byte[] images = Samples.idxImages(5, 4, 3);
        byte[] two = Samples.join(
                Samples.gzip(Arrays.copyOf(images, 20)), Samples.gzip(Arrays.copyOfRange(images, 20, images.length)));
        assertEquals(59 * 7 % 256 / 255f, read(two, Samples.idxLabels(5, 10)).pixels()[59]);
    }

    @Test
    void readsColour() throws Exception {
        byte[] images = ByteBuffer.allocate(20 + 24)
                .putInt(0x0804)
                .putInt(2)
                .putInt(3)
                .putInt(2)
                .putInt(2)
                .array();
        images[43] = (byte) 255;
        Dataset colour = read(images, Samples.idxLabels(2, 10));
        assertEquals(new ImageShape(3, 2, 2), colour.shape());
        assertEquals(1f, colour.pixels()[23]);
    }

    @Test
    void classesAreNumberedWhereTheyHaveNoNames() throws Exception {
        Path images = Samples.write(folder, "images", Samples.idxImages(5, 2, 2));
        Path labels = Samples.write(folder, "labels", Samples.idxLabels(5, 3));
        assertEquals(
                List.of("0", "1", "2"),
                IdxFile.read(images, labels, Progress.NONE).classNames());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 15, 16, 17, 70, 75})
    void cutShort(int length) {
        byte[] whole = Samples.idxImages(5, 4, 3);
        refused(Arrays.copyOf(whole, length), Samples.idxLabels(5, 10), "images", "bytes");
        refused(Samples.gzip(Arrays.copyOf(whole, length)), Samples.idxLabels(5, 10), "images", "bytes");
    }

    @Test
    void trailingBytes() {
        byte[] whole = Samples.idxImages(5, 4, 3);
        byte[] labels = Samples.idxLabels(5, 10);
        refused(Arrays.copyOf(whole, 77), labels, "76 bytes", "77");
        refused(Samples.gzip(Arrays.copyOf(whole, 77)), labels, "76 bytes", "more");
        refused(Samples.join(Samples.gzip(whole), new byte[] {1}), labels, "images", "gzip");
        refused(Samples.join(Samples.gzip(whole), new byte[100_000]), labels, "images", "gzip");
        refused(whole, Arrays.copyOf(labels, 14), "labels", "13 bytes", "14");
    }

    @Test
    void wrongMagic() {
        refused(Samples.idxLabels(5, 10), Samples.idxLabels(5, 10), "images", "0x00000801", "swapped");
        refused(Samples.idxImages(5, 4, 3), Samples.idxImages(5, 4, 3), "labels", "0x00000803");
        refused("P5 28 28 255 and so on".getBytes(), Samples.idxLabels(5, 10), "0x50352032");
        // Floats, which IDX can hold as well.
        byte[] floats = Samples.idxImages(5, 4, 3);
        floats[2] = 0x0d;
        refused(floats, Samples.idxLabels(5, 10), "unsigned bytes", "0x00000d03");
    }

    @Test
    void headerThatClaimsTooMuch() {
        byte[] images = Samples.idxImages(5, 4, 3);
        byte[] labels = Samples.idxLabels(5, 10);
        ByteBuffer.wrap(images).putInt(4, Integer.MIN_VALUE);
        refused(images, labels, "images", "2147483648");
        refused(Samples.gzip(images), labels, "images", "2147483648");
        ByteBuffer.wrap(images).putInt(4, 999_999);
        refused(images, labels, "images", "bytes by its header");
        refused(Samples.gzip(images), labels, "images", "at most");
        ByteBuffer.wrap(images).putInt(8, -1).putInt(12, -1);
        refused(images, labels, "4294967295");
        ByteBuffer.wrap(images).putInt(8, 0).putInt(12, 3);
        refused(images, labels, "1x0x3");
        ByteBuffer.wrap(labels).putInt(4, -1);
        refused(Samples.idxImages(5, 4, 3), labels, "labels", "4294967295");
    }

    @Test
    void imagesThatWouldNotFitIntoMemory() {
        // 512x512 pixels, of which a million would take 976 GiB.
        byte[] images = Samples.idxImages(1, 512, 512);
        ByteBuffer.wrap(images).putInt(4, 1_000_000);
        refused(images, Samples.idxLabels(1, 10), "images", "MiB of pixels");
    }

    @Test
    void gzipBombStopsAtTheSizeThatTheHeaderClaims() {
        byte[] bomb = Samples.gzip(Samples.join(Samples.idxImages(5, 4, 3), new byte[50_000_000]));
        refused(bomb, Samples.idxLabels(5, 10), "76 bytes", "more");
    }

    @Test
    void imagesAndLabelsThatDifferInNumber() {
        refused(Samples.idxImages(5, 4, 3), Samples.idxLabels(4, 10), "labels", "expected 5", "found 4");
        refused(Samples.idxImages(3, 4, 3), Samples.idxLabels(4, 10), "labels", "expected 3", "found 4");
    }

    @Test
    void labelOutOfRange() {
        refused(Samples.idxImages(12, 4, 3), Samples.idxLabels(12, 11), "labels", "0 to 9", "found 10", "image 10");
    }

    @Test
    void emptyFiles() {
        refused(new byte[0], Samples.idxLabels(5, 10), "images", "empty file");
        refused(Samples.idxImages(5, 4, 3), new byte[0], "labels", "empty file");
        refused(Samples.gzip(new byte[0]), Samples.idxLabels(5, 10), "images", "bytes");
        refused(Samples.idxImages(0, 4, 3), Samples.idxLabels(0, 10), "labels", "found none");
    }

    @Test
    void brokenGzip() {
        byte[] whole = Samples.gzip(Samples.idxImages(50, 4, 3));
        byte[] labels = Samples.idxLabels(50, 10);
        refused(Arrays.copyOf(whole, 2), labels, "images", "gzip");
        refused(Arrays.copyOf(whole, whole.length / 2), labels, "images", "gzip");
        refused(Arrays.copyOf(whole, whole.length - 1), labels, "images", "gzip");
        byte[] wrongSum = whole.clone();
        wrongSum[whole.length - 8] ^= 1;
        refused(wrongSum, labels, "images", "checksum");
        byte[] wrongMethod = whole.clone();
        wrongMethod[2] = 7;
        refused(wrongMethod, labels, "images", "method");
        byte[] damaged = whole.clone();
        Arrays.fill(damaged, whole.length - 40, whole.length - 10, (byte) 0xff);
        refused(damaged, labels, "images", "gzip");
    }

    @Test
    void missingFileAndFolderInItsPlace() {
        Path labels = Samples.write(folder, "labels", Samples.idxLabels(5, 10));
        Refusal.of(() -> IdxFile.read(folder.resolve("nowhere"), labels, Progress.NONE), "nowhere", "nothing there");
        Refusal.of(() -> IdxFile.read(folder, labels, Progress.NONE), folder.toString(), "something else");
    }

    @Test
    void noPermission() throws Exception {
        Path images = Samples.write(folder, "images", Samples.idxImages(5, 4, 3));
        Path labels = Samples.write(folder, "labels", Samples.idxLabels(5, 10));
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "needs permissions as on Unix");
        Files.setPosixFilePermissions(images, PosixFilePermissions.fromString("---------"));
        assumeTrue(!Files.isReadable(images), "the superuser may read everything");
        Refusal.of(() -> IdxFile.read(images, labels, Progress.NONE), "images", "permission");
    }

    @Test
    void failuresOfTheFileSystemAreOneLine() {
        Path file = Path.of("images");
        DataException denied = SourceFile.explain(file, new AccessDeniedException("images"));
        assertEquals(
                "images: expected a file that may be read, found no permission; change its permissions",
                denied.getMessage());
        DataException other = SourceFile.explain(file, new IOException("Input/output\nerror"));
        assertEquals("images: expected to read it, found: Input/output error", other.getMessage());
    }

    @Test
    void canBeCancelled() {
        Path images = Samples.write(folder, "images", Samples.idxImages(5, 4, 3));
        Path labels = Samples.write(folder, "labels", Samples.idxLabels(5, 10));
        assertThrows(CancellationException.class, () -> IdxFile.read(images, labels, (what, done, total) -> false));
    }
}
