package org.whorl.data.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.data.Progress;
import org.whorl.data.Refusal;
import org.whorl.data.TrainTest;
import org.whorl.data.set.DataCheck;
import org.whorl.data.set.OtherMachine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

public class KerasArchiveTest {
    @TempDir
    Path folder;

    private static byte[] npy(String header, byte[] content) {
        byte[] text = header.getBytes(StandardCharsets.ISO_8859_1);
        byte[] start = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) text.length, (byte) (text.length >> 8)};
        return Samples.join(start, text, content);
    }

    private static byte[] bytes(String shape, byte[] content) {
        return npy("{'descr': '|u1', 'fortran_order': False, 'shape': " + shape + ", }          \n", content);
    }

    private static Map<String, byte[]> members(int train, int test) {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("x_test", images(test));
        members.put("x_train", images(train));
        members.put("y_train", labels(train));
        members.put("y_test", labels(test));
        return members;
    }

    private static byte[] images(int count) {
        byte[] idx = Samples.idxImages(count, 28, 28);
        return bytes("(" + count + ", 28, 28)", Arrays.copyOfRange(idx, 16, idx.length));
    }

    private static byte[] labels(int count) {
        byte[] idx = Samples.idxLabels(count, 10);
        return bytes("(" + count + ",)", Arrays.copyOfRange(idx, 8, idx.length));
    }

    private static byte[] zip(Map<String, byte[]> members) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey() + ".npy"));
                zip.write(member.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static byte[] archive(int train, int test) {
        return zip(members(train, test));
    }

    private TrainTest read(byte[] content) throws IOException {
        return KerasArchive.read("mnist", Samples.write(folder, "mnist.npz", content), Samples.TEN, Progress.NONE);
    }

    private void refused(String member, byte[] content, String... parts) {
        Map<String, byte[]> members = members(5, 3);
        if (content == null) {
            members.remove(member);
        } else {
            members.put(member, content);
        }
        Refusal.of(() -> read(zip(members)), parts);
    }

    @Test
    void holdsTheSameSetAsIdxFiles() throws Exception {
        Path keras = folder.resolve("home/.keras/datasets");
        Samples.write(keras, "mnist.npz", archive(5, 3));
        OtherMachine machine = new OtherMachine(
                folder.resolve("cache"), folder.resolve("work"), folder.resolve("home"), folder.resolve("share"));
        TrainTest set = machine.load("mnist");
        Samples.writeIdxSet(folder.resolve("cache/mnist"), 5, 3);
        TrainTest idx = machine.load("mnist");
        assertEquals(idx.checksum(), set.checksum());
        assertArrayEquals(idx.train().pixels(), set.train().pixels());
        assertArrayEquals(idx.test().labels(), set.test().labels());
        assertEquals(5, DataCheck.of(keras, Progress.NONE).parts().get(0).images());
    }

    @Test
    void whatIsWrongIsSaid() {
        refused("x_train", null, "mnist.npz", "x_train or y_train is missing");
        refused("y_test", labels(4), "expected 3 labels in y_test", "found 4");
        refused("z_test", labels(4), "another member");
        refused("x_train", labels(5), "x_train of another kind");
        refused("y_train", images(5), "y_train of another kind");
        refused("x_train", "no array".getBytes(StandardCharsets.UTF_8), "x_train of another kind");
        refused("x_train", bytes("(5, 28, 28)", new byte[9]), "3920 bytes in x_train", "only 9");
        refused("x_train", bytes("(5, 2, 2)", new byte[21]), "20 bytes in x_train", "more");
        refused("x_train", bytes("(600000, 28, 28)", new byte[9]), "x_train", "a claim of 470400000");
        refused("x_train", bytes("(999999999, 28, 28)", new byte[9]), "at most 1000000 images");
        refused("x_train", bytes("(999999999, 999999, 999999)", new byte[9]), "x_train of another size");
        refused("x_train", bytes("(5, 0, 28)", new byte[0]), "x_train of another size");
        refused("x_test", bytes("(3, 2, 2)", new byte[12]), "test images of 1x28x28", "1x2x2");
        byte[] wrongLabel = labels(5);
        wrongLabel[wrongLabel.length - 1] = 10;
        refused("y_train", wrongLabel, "0 to 9 in y_train", "found 10");
        byte[] floats = npy("{'descr': '<f4', 'fortran_order': False, 'shape': (5, 28, 28), }\n", new byte[9]);
        refused("x_train", floats, "x_train of another kind");
    }

    @Test
    void brokenArchives() {
        byte[] whole = archive(5, 3);
        Refusal.of(() -> read(Arrays.copyOf(whole, whole.length / 3)), "mnist.npz");
        Refusal.of(() -> read(new byte[100]), "mnist.npz", "missing");
        Refusal.of(() -> read(new byte[0]), "mnist.npz", "empty file");
        byte[] damaged = whole.clone();
        Arrays.fill(damaged, 60, 90, (byte) 0xff);
        Refusal.of(() -> read(damaged), "mnist.npz");
    }

    @Test
    void canBeCancelled() {
        Path file = Samples.write(folder, "mnist.npz", archive(5, 3));
        assertThrows(
                CancellationException.class,
                () -> KerasArchive.read("mnist", file, Samples.TEN, (what, done, total) -> false));
    }
}
