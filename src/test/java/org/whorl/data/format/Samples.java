package org.whorl.data.format;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

import javax.imageio.ImageIO;

import org.whorl.data.Progress;
import org.whorl.data.TrainTest;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** Small well-formed files of every format, for tests to use and to spoil. */
public final class Samples {
    private Samples() {}

    public static byte[] idxImages(int count, int rows, int columns) {
        ByteBuffer out = ByteBuffer.allocate(16 + count * rows * columns);
        out.putInt(0x0803).putInt(count).putInt(rows).putInt(columns);
        for (int i = 0; out.hasRemaining(); i++) {
            out.put((byte) (i * 7 % 256));
        }
        return out.array();
    }

    public static byte[] idxLabels(int count, int classes) {
        ByteBuffer out = ByteBuffer.allocate(8 + count);
        out.putInt(0x0801).putInt(count);
        for (int i = 0; i < count; i++) {
            out.put((byte) (i % classes));
        }
        return out.array();
    }

    public static byte[] gzip(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] cifarBatch(int records, int seed) {
        byte[] out = new byte[records * 3073];
        Random random = new Random(seed);
        byte[] pattern = new byte[61];
        random.nextBytes(pattern);
        for (int i = 0; i < out.length; i++) {
            out[i] = i % 3073 == 0 ? (byte) random.nextInt(10) : pattern[i % pattern.length];
        }
        return out;
    }

    /** One entry of a tar archive: header, content and padding. */
    static byte[] tarEntry(String name, char kind, byte[] content) {
        return tarEntry(name, kind, String.format("%011o", content.length), content);
    }

    static byte[] tarEntry(String name, char kind, String octalSize, byte[] content) {
        byte[] out = new byte[512 + (content.length + 511) / 512 * 512];
        put(out, 0, name);
        put(out, 100, "0000644\0" + "0000000\0" + "0000000\0" + octalSize + "\0" + "00000000000\0" + "        ");
        out[156] = (byte) kind;
        if (kind == '1' || kind == '2') {
            put(out, 157, "/etc/hostname");
        }
        put(out, 257, "ustar\00000");
        System.arraycopy(content, 0, out, 512, content.length);
        seal(out);
        return out;
    }

    /** Gives the header the checksum that belongs to it. */
    static void seal(byte[] entry) {
        Arrays.fill(entry, 148, 156, (byte) ' ');
        int sum = 0;
        for (int i = 0; i < 512; i++) {
            sum += entry[i] & 0xff;
        }
        put(entry, 148, String.format("%06o\0 ", sum));
    }

    private static void put(byte[] out, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(bytes, 0, out, at, bytes.length);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] tar(byte[]... entries) {
        return join(join(entries), new byte[1024]);
    }

    /** The archive as its publisher packs it, with batches of so many records. */
    public static byte[] cifarTar(int records) {
        byte[][] entries = new byte[Cifar10.NAMES.size() + 1][];
        entries[0] = tarEntry("cifar-10-batches-bin/", '5', new byte[0]);
        for (int i = 0; i < Cifar10.NAMES.size(); i++) {
            entries[i + 1] = tarEntry("cifar-10-batches-bin/" + Cifar10.NAMES.get(i), '0', cifarBatch(records, i));
        }
        return tar(entries);
    }

    public static Path write(Path folder, String name, byte[] content) {
        try {
            Files.createDirectories(folder);
            return Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void writeIdxSet(Path folder, int train, int test) {
        write(folder, "train-images-idx3-ubyte", idxImages(train, 28, 28));
        write(folder, "train-labels-idx1-ubyte", idxLabels(train, 10));
        write(folder, "t10k-images-idx3-ubyte.gz", gzip(idxImages(test, 28, 28)));
        write(folder, "t10k-labels-idx1-ubyte.gz", gzip(idxLabels(test, 10)));
    }

    public static void writeCifar(Path folder, int records) {
        for (int i = 0; i < Cifar10.NAMES.size(); i++) {
            write(folder, Cifar10.NAMES.get(i), cifarBatch(records, i));
        }
    }

    public static final List<String> TEN = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");

    /** A picture of one colour in a format that ImageIO writes. */
    public static byte[] picture(int width, int height, Color color, String format) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, color.getRGB());
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            assertTrue(ImageIO.write(image, format, out));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Reads the batches of CIFAR-10's kind in a folder, each of so many records. */
    public static TrainTest readCifar(Path folder, int records) throws IOException {
        return Cifar10.read(folder, records, TEN, Progress.NONE);
    }
}
