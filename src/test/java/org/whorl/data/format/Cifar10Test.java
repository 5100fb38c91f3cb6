package org.whorl.data.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.data.Checksum;
import org.whorl.data.ImageShape;
import org.whorl.data.Progress;
import org.whorl.data.Refusal;
import org.whorl.data.TrainTest;
import org.whorl.data.set.Datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class Cifar10Test {
    @TempDir
    Path folder;

    private static TrainTest read(Path path) throws IOException {
        return Cifar10.read(path, 3, Samples.TEN, Progress.NONE);
    }

    @Test
    void readsFolderAndArchiveAlike() throws Exception {
        Samples.writeCifar(folder.resolve("d"), 3);
        Path archive = Samples.write(folder, "a.tar.gz", Samples.gzip(Samples.cifarTar(3)));
        TrainTest fromFolder = read(folder.resolve("d"));
        TrainTest fromArchive = read(archive);
        assertEquals(15, fromFolder.train().size());
        assertEquals(3, fromFolder.test().size());
        assertEquals(new ImageShape(3, 32, 32), fromFolder.test().shape());
        byte[] third = Samples.cifarBatch(3, 2);
        assertEquals(third[3073], fromFolder.train().labels()[7]);
        assertEquals((third[3074] & 0xff) / 255f, fromFolder.train().pixels()[7 * 3072]);
        assertArrayEquals(fromFolder.train().pixels(), fromArchive.train().pixels());
        assertArrayEquals(fromFolder.test().labels(), fromArchive.test().labels());
        assertEquals(fromFolder.checksum(), fromArchive.checksum());
        byte[][] all = new byte[6][];
        Arrays.setAll(all, i -> Samples.cifarBatch(3, i));
        java.security.MessageDigest digest = Checksum.sha256();
        digest.update(Samples.join(all));
        assertEquals(Checksum.hex(digest), fromFolder.checksum());
    }

    @Test
    void unpacksIntoAFolder() throws Exception {
        Path archive = Samples.write(folder, "a.tar.gz", Samples.gzip(Samples.cifarTar(3)));
        Path out = Files.createDirectory(folder.resolve("out"));
        Cifar10.unpack(archive, out, Progress.NONE);
        assertTrue(Cifar10.isAt(out));
        assertEquals(read(archive).checksum(), read(out).checksum());
    }

    @Test
    void batchesOfTheWrongSize() throws Exception {
        Samples.writeCifar(folder, 3);
        assertTrue(Cifar10.isAt(folder));
        byte[] batch = Samples.cifarBatch(3, 1);
        for (int length : new int[] {1, 3072, 3073, batch.length - 1, batch.length + 1, 4 * 3073}) {
            Samples.write(folder, "data_batch_2.bin", Arrays.copyOf(batch, length));
            Refusal.of(() -> read(folder), "data_batch_2.bin", "9219 bytes", String.valueOf(length));
        }
        Samples.write(folder, "data_batch_2.bin", Samples.gzip(Arrays.copyOf(batch, batch.length + 1)));
        Refusal.of(() -> read(folder), "data_batch_2.bin", "9219 bytes", "more");
        Samples.write(folder, "data_batch_2.bin", new byte[0]);
        Refusal.of(() -> read(folder), "data_batch_2.bin", "empty file");
        Files.delete(folder.resolve("data_batch_2.bin"));
        Refusal.of(() -> read(folder), "data_batch_2.bin", "nothing there");
        assertFalse(Cifar10.isAt(folder));
    }

    @Test
    void labelOutOfRange() {
        Samples.writeCifar(folder, 3);
        byte[] batch = Samples.cifarBatch(3, 5);
        batch[3073] = 10;
        Samples.write(folder, "test_batch.bin", batch);
        Refusal.of(() -> read(folder), "test_batch.bin", "0 to 9", "found 10", "record 1");
        batch[3073] = (byte) 255;
        Samples.write(folder, "test_batch.bin", batch);
        Refusal.of(() -> read(folder), "test_batch.bin", "found 255");
    }

    @Test
    void archivesOfSomethingElse() {
        byte[] batch = Samples.tarEntry("data_batch_1.bin", '0', Samples.cifarBatch(3, 0));
        Path twice = Samples.write(folder, "twice.tar", Samples.tar(batch, batch));
        Refusal.of(() -> read(twice), "data_batch_1.bin", "twice");
        Path python = Samples.write(
                folder, "python.tar.gz", Samples.gzip(Samples.tar(Samples.tarEntry("data_batch_1", '0', new byte[9]))));
        Refusal.of(() -> read(python), "python.tar.gz", "binary version", "data_batch_1.bin");
        Path shorter = Samples.write(
                folder, "s.tar", Samples.tar(Samples.tarEntry("data_batch_1.bin", '0', Samples.cifarBatch(2, 0))));
        Refusal.of(() -> read(shorter), "s.tar", "9219 bytes", "found 6146");
        Path out = folder.resolve("out");
        assertTrue(out.toFile().mkdir());
        Refusal.of(() -> Cifar10.unpack(shorter, out, Progress.NONE), "s.tar", "6 batches", "found 1");
        Path text = Samples.write(folder, "text", "not an archive".getBytes());
        Refusal.of(() -> read(text), "text", "tar archive");
    }

    @Test
    void officialSetHasTenThousandRecordsABatch() {
        Samples.writeCifar(folder, 3);
        Refusal.of(
                () -> Datasets.load("cifar10", Optional.of(folder), 1, Progress.NONE),
                "data_batch_1.bin",
                "30730000 bytes (10000 records of 3073)",
                "9219");
    }

    @Test
    void canBeCancelled() {
        Samples.writeCifar(folder, 3);
        assertThrows(
                CancellationException.class,
                () -> Cifar10.read(folder, 3, Samples.TEN, (what, done, total) -> done < 9));
    }
}
