package org.whorl.data.format;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.data.Checksum;
import org.whorl.data.DataException;
import org.whorl.data.Limits;
import org.whorl.data.Progress;
import org.whorl.data.source.SourceFile;
import org.whorl.file.fuzz.Feeding;
import org.whorl.file.fuzz.Spoiling;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

/**
 * Spoils well-formed files of images in up to 60,000 ways, always the same ones. A reader may take a file or refuse it with the declared
 * error in one line that names it; and it may allocate no more than the bound that follows from the file's size.
 */
class ImagesFuzzTest {
    /** What readers need for any file: buffers of 64 KiB to 1 MiB, and messages. */
    private static final long BUFFERS = 4L << 20;

    @TempDir
    Path folder;

    private final ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private int taken;
    private int refused;

    @FunctionalInterface
    private interface Reader {
        void read(Path file) throws IOException;
    }

    private void feed(byte[] content, Reader reader, String what) throws IOException {
        feed(folder.resolve("input"), content, reader, what);
    }

    private void feed(Path file, byte[] content, Reader reader, String what) throws IOException {
        // A new file each time: some file systems make sure of a file on disk whenever it is replaced, which takes
        // time.
        Files.write(file, content);
        long before = memory.getCurrentThreadAllocatedBytes();
        try {
            reader.read(file);
            taken++;
        } catch (DataException e) {
            refused++;
            String message = e.getMessage();
            if (!message.contains(file.getFileName().toString())
                    || message.contains("\n")
                    || !message.contains("expected")) {
                fail(what + ": " + message);
            }
        } catch (RuntimeException | IOException e) {
            fail(what + ": expected the declared error, found " + e, e);
        }
        Files.delete(file);
        long allocated = memory.getCurrentThreadAllocatedBytes() - before;
        // A byte becomes a float of four, and deflate may pack 1,032 bytes into one.
        long bound = BUFFERS + content.length * Limits.MAX_DEFLATE_RATIO * 5;
        assertTrue(allocated < bound, what + ": allocated " + allocated + " bytes for a file of " + content.length);
    }

    private static byte[] either(byte[] good, Random random) {
        return random.nextBoolean()
                ? Samples.gzip(Spoiling.bytes(good, random))
                : Spoiling.bytes(Samples.gzip(good), random);
    }

    private void finish(int count) {
        assertTrue(
                taken + refused == count && taken > 0 && refused > count / 4,
                "taken " + taken + ", refused " + refused);
    }

    @Test
    void idx() throws Exception {
        Random random = new Random(1);
        byte[] images = Samples.idxImages(6, 5, 4);
        byte[] labels = Samples.idxLabels(6, 10);
        Path goodImages = Samples.write(folder, "images", images);
        Path goodLabels = Samples.write(folder, "labels", labels);
        Reader asImages = file -> IdxFile.read(file, goodLabels, Samples.TEN, 0, Checksum.sha256(), Progress.NONE);
        Reader asLabels = file -> IdxFile.read(goodImages, file, Samples.TEN, 0, Checksum.sha256(), Progress.NONE);
        for (int i = 0; i < Feeding.times(8_000); i++) {
            feed(Spoiling.bytes(images, random), asImages, "images " + i);
            feed(Spoiling.bytes(labels, random), asLabels, "labels " + i);
        }
        for (int i = 0; i < Feeding.times(4_000); i++) {
            feed(either(images, random), asImages, "packed images " + i);
            feed(either(labels, random), asLabels, "packed labels " + i);
        }
        finish(2 * Feeding.times(8_000) + 2 * Feeding.times(4_000));
    }

    @Test
    void cifarBatches() throws Exception {
        Random random = new Random(2);
        byte[] batch = Samples.cifarBatch(1, 0);
        Samples.writeCifar(folder, 1);
        Path first = folder.resolve("data_batch_1.bin");
        Files.delete(first);
        Reader reader = file -> Cifar10.read(folder, 1, Samples.TEN, Progress.NONE);
        for (int i = 0; i < Feeding.times(8_000); i++) {
            feed(first, i % 4 == 0 ? either(batch, random) : Spoiling.bytes(batch, random), reader, "batch " + i);
        }
        finish(Feeding.times(8_000));
    }

    @Test
    void gzip() throws Exception {
        Random random = new Random(3);
        byte[] text = "a line of text, and another one\n".repeat(40).getBytes();
        byte[] packed = Samples.join(Samples.gzip(text), Samples.gzip(text));
        byte[] buffer = new byte[4096];
        Reader reader = file -> {
            try (SourceFile source = SourceFile.open(file, Checksum.sha256())) {
                long most = source.mostBytes();
                while (source.read(buffer, buffer.length) > 0) {
                    assertTrue(source.position() <= most);
                }
            }
        };
        for (int i = 0; i < Feeding.times(12_000); i++) {
            feed(Spoiling.bytes(packed, random), reader, "gzip " + i);
        }
        finish(Feeding.times(12_000));
    }

    @Test
    void kerasArchive() throws Exception {
        Random random = new Random(5);
        byte[] archive = KerasArchiveTest.archive(5, 3);
        Reader reader = file -> KerasArchive.read("mnist", file, Samples.TEN, Progress.NONE);
        for (int i = 0; i < Feeding.times(4_000); i++) {
            feed(Spoiling.bytes(archive, random), reader, "archive " + i);
        }
        finish(Feeding.times(4_000));
    }

    @Test
    void tar() throws Exception {
        Random random = new Random(4);
        byte[] pax = "18 path=long/name\n".getBytes();
        byte[] archive = Samples.tar(
                Samples.tarEntry("d/", '5', new byte[0]),
                Samples.tarEntry("l", 'L', "d/a longer name\0".getBytes()),
                Samples.tarEntry("one", '0', new byte[700]),
                Samples.tarEntry("x", 'x', pax),
                Samples.tarEntry("two", '0', new byte[20]));
        Reader reader = file -> {
            try (TarArchive tar = TarArchive.open(file, 1 << 20)) {
                byte[] buffer = new byte[1 << 10];
                for (Optional<TarArchive.Entry> next = tar.next(); next.isPresent(); next = tar.next()) {
                    assertTrue(!next.get().name().contains("..")
                            && !next.get().name().startsWith("/"));
                    if (next.get().size() <= buffer.length) {
                        tar.readFully(buffer, (int) next.get().size());
                    }
                }
            }
        };
        for (int i = 0; i < Feeding.times(10_000); i++) {
            byte[] spoilt = Spoiling.bytes(archive, random);
            if (i % 2 == 0) {
                // With the right checksum a spoilt header gets past the first check.
                for (int at = 0; at + 512 <= spoilt.length; at += 512) {
                    if (spoilt[at + 257] == 'u') {
                        byte[] header = Arrays.copyOfRange(spoilt, at, at + 512);
                        Samples.seal(header);
                        System.arraycopy(header, 0, spoilt, at, 512);
                    }
                }
            }
            feed(i % 3 == 0 ? Samples.gzip(spoilt) : spoilt, reader, "tar " + i);
        }
        for (int i = 0; i < Feeding.times(2_000); i++) {
            feed(Spoiling.bytes(Samples.gzip(archive), random), reader, "packed tar " + i);
        }
        finish(Feeding.times(10_000) + Feeding.times(2_000));
    }
}
