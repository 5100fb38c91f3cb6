package org.whorl.data.format;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

import org.whorl.data.Checksum;
import org.whorl.data.DataException;
import org.whorl.data.Dataset;
import org.whorl.data.ImageShape;
import org.whorl.data.Limits;
import org.whorl.data.Progress;
import org.whorl.data.TrainTest;
import org.whorl.data.source.SourceFile;

/**
 * Reads {@code mnist.npz}, in which Keras keeps MNIST: a zip of the NumPy arrays x_train, y_train, x_test and y_test of
 * unsigned bytes, images [count, rows, columns] and labels [count].
 */
public final class KerasArchive {
    private static final List<String> MEMBERS = List.of("y_train", "x_train", "y_test", "x_test");
    private static final Pattern HEADER = Pattern.compile(
            "\\{'descr': '\\|u1', 'fortran_order': False, 'shape': \\((\\d{1,9}),(?: (\\d{1,6}), (\\d{1,6}),?)?\\), \\}\\s*");
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};

    private final Path file;
    private final Progress progress;
    private final Map<String, byte[]> values = new HashMap<>();
    private final Map<String, int[]> shapes = new HashMap<>();
    private long left;

    private KerasArchive(Path file, Progress progress) {
        this.file = file;
        this.progress = progress;
    }

    /** Whether this is a file that may be such an archive. */
    public static boolean isAt(Path path) {
        return path.toString().endsWith(".npz") && Files.isRegularFile(path);
    }

    /**
     * Reads the archive.
     *
     * @return the set, with the checksum that the same images have as IDX files
     */
    static TrainTest read(String name, Path file, List<String> classNames, Progress progress) throws IOException {
        KerasArchive archive = new KerasArchive(file, progress);
        // Every byte becomes a float beside it.
        long fitting = Math.min(Limits.MAX_UNPACKED_BYTES, Limits.pixelBytes() / (1 + Float.BYTES));
        archive.left = Math.min(fitting, SourceFile.requireReadable(file) * Limits.MAX_DEFLATE_RATIO);
        try (InputStream in = Files.newInputStream(file)) {
            archive.readMembers(in);
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw archive.wrong("a whole NumPy archive", "damaged data");
        } catch (IOException e) {
            throw SourceFile.explain(file, e);
        }
        MessageDigest digest = Checksum.sha256();
        Dataset train = archive.part("train", classNames, digest);
        Dataset test = archive.part("test", classNames, digest);
        if (!train.shape().equals(test.shape())) {
            throw archive.wrong("test images of " + train.shape(), test.shape().toString());
        }
        return new TrainTest(name, train, test, Checksum.hex(digest));
    }

    private void readMembers(InputStream in) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String member = entry.getName().replaceAll("\\.npy$", "");
                if (!MEMBERS.contains(member) || values.containsKey(member)) {
                    throw wrong("the arrays " + String.join(", ", MEMBERS) + ", each once", "another member");
                }
                readArray(member, zip);
            }
        }
    }

    private void readArray(String member, ZipInputStream zip) throws IOException {
        byte[] start = zip.readNBytes(MAGIC.length + 2);
        if (start.length < MAGIC.length + 2 || Arrays.mismatch(start, MAGIC) != MAGIC.length) {
            throw wrong("NumPy arrays", member + " of another kind");
        }
        int length = start[MAGIC.length] & 0xff | (start[MAGIC.length + 1] & 0xff) << 8;
        String header = new String(zip.readNBytes(length), StandardCharsets.ISO_8859_1);
        Matcher matcher = HEADER.matcher(header);
        boolean images = member.startsWith("x");
        if (!matcher.matches() || images != (matcher.group(2) != null)) {
            throw wrong(
                    "unsigned bytes " + (images ? "[count, rows, columns]" : "[count]"), member + " of another kind");
        }
        int[] shape = new int[images ? 3 : 1];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = Integer.parseInt(matcher.group(i + 1));
        }
        long pixels = images ? (long) shape[1] * shape[2] : 1;
        long size = shape[0] * pixels;
        if (size == 0 || pixels > ImageShape.MAX_SIZE) {
            throw wrong("images of 1 to " + ImageShape.MAX_SIZE + " pixels", member + " of another size");
        }
        Limits.checkFits(file, shape[0], pixels);
        if (size > left) {
            throw wrong(
                    "at most " + left + " bytes in " + member + ", by the size of the file and of Java's memory",
                    "a claim of " + size);
        }
        left -= size;
        byte[] content = new byte[(int) size];
        for (int done = 0; done < content.length; ) {
            if (!progress.report("reading " + member, done, content.length)) {
                throw new CancellationException();
            }
            int count = zip.readNBytes(content, done, Math.min(1 << 20, content.length - done));
            if (count == 0) {
                throw wrong(size + " bytes in " + member, "only " + done);
            }
            done += count;
        }
        if (zip.read() >= 0) {
            throw wrong(size + " bytes in " + member, "more");
        }
        values.put(member, content);
        shapes.put(member, shape);
    }

    private Dataset part(String name, List<String> classNames, MessageDigest digest) throws DataException {
        int[] shape = shapes.get("x_" + name);
        byte[] images = values.get("x_" + name);
        byte[] classes = values.get("y_" + name);
        if (images == null || classes == null) {
            throw wrong("the arrays " + String.join(", ", MEMBERS), "that x_" + name + " or y_" + name + " is missing");
        }
        if (shape[0] != classes.length) {
            throw wrong(shape[0] + " labels in y_" + name, String.valueOf(classes.length));
        }
        digest.update(IdxFile.header(classes.length));
        digest.update(classes);
        digest.update(IdxFile.header(shape));
        digest.update(images);
        int[] labels = new int[classes.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = classes[i] & 0xff;
            if (labels[i] >= classNames.size()) {
                throw wrong("labels from 0 to " + (classNames.size() - 1) + " in y_" + name, String.valueOf(labels[i]));
            }
        }
        float[] pixels = new float[images.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (images[i] & 0xff) / 255f;
        }
        return new Dataset(new ImageShape(1, shape[1], shape[2]), pixels, labels, classNames);
    }

    private DataException wrong(String expected, String found) {
        return new DataException(
                file + ": expected " + expected + ", found " + found + "; get the file again, or use the IDX files");
    }
}
