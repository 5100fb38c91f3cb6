package org.whorl.data.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;

import org.whorl.data.Checksum;
import org.whorl.data.DataException;
import org.whorl.data.Dataset;
import org.whorl.data.ImageShape;
import org.whorl.data.Limits;
import org.whorl.data.Progress;
import org.whorl.data.source.SourceFile;

/** Reads IDX, the format of MNIST: unsigned bytes, plain or gzip, [images, rows, columns] or [images, channels, rows, columns]. */
public final class IdxFile {
    private static final int LABELS = 0x0801;
    private static final int GREY_IMAGES = 0x0803;
    private static final int IMAGES = 0x0804;

    private IdxFile() {}

    /**
     * Reads images and their labels.
     *
     * @param images IDX of images
     * @param labels IDX of as many labels
     * @param classNames names of the classes, or an empty list for the numbers that occur
     * @param taken bytes of memory that the set's other part has
     * @param digest updated with the unpacked bytes of both files
     * @return all images, with pixels divided by 255
     * @throws DataException where either file is malformed, or the two do not belong together
     */
    public static Dataset read(
            Path images, Path labels, List<String> classNames, long taken, MessageDigest digest, Progress progress)
            throws IOException {
        int[] classes = readLabels(labels, classNames.isEmpty() ? 256 : classNames.size(), digest);
        try (SourceFile file = SourceFile.open(images, digest)) {
            int magic = readInt(file, 16);
            if (magic != GREY_IMAGES && magic != IMAGES) {
                throw wrongMagic(images, "images of unsigned bytes (0x00000803)", magic);
            }
            int dimensions = magic & 0xff;
            long count = unsigned(file);
            long channels = dimensions == 4 ? unsigned(file) : 1;
            long rows = unsigned(file);
            long columns = unsigned(file);
            ImageShape shape = shape(images, channels, rows, columns);
            Limits.checkFits(images, count, shape.size(), taken);
            checkSize(images, file, 4L + 4L * dimensions + count * shape.size());
            if (count != classes.length) {
                throw new DataException(
                        labels + ": expected " + count + " labels, one for every image of " + images.getFileName()
                                + ", found " + classes.length + "; the two files do not belong together");
            }
            float[] pixels = readPixels(images, file, (int) count, shape, progress);
            file.expectEnd();
            return new Dataset(shape, pixels, classes, classNames.isEmpty() ? numbered(classes) : classNames);
        }
    }

    /** Reads images and labels whose classes are called by their numbers. */
    public static Dataset read(Path images, Path labels, Progress progress) throws IOException {
        return read(images, labels, List.of(), 0, Checksum.sha256(), progress);
    }

    /** What an IDX file of unsigned bytes with these dimensions begins with. */
    static byte[] header(int... dimensions) {
        ByteBuffer header = ByteBuffer.allocate(4 + 4 * dimensions.length).putInt(0x0800 | dimensions.length);
        for (int dimension : dimensions) {
            header.putInt(dimension);
        }
        return header.array();
    }

    private static int[] readLabels(Path path, int classes, MessageDigest digest) throws IOException {
        try (SourceFile file = SourceFile.open(path, digest)) {
            int magic = readInt(file, 8);
            if (magic != LABELS) {
                throw wrongMagic(path, "labels of unsigned bytes (0x00000801)", magic);
            }
            long count = unsigned(file);
            Limits.checkFits(path, count, 1);
            checkSize(path, file, 8 + count);
            if (count == 0) {
                throw new DataException(path + ": expected at least one label, found none");
            }
            byte[] bytes = new byte[(int) count];
            file.readFully(bytes, bytes.length, 8 + count);
            file.expectEnd();
            int[] labels = new int[bytes.length];
            for (int i = 0; i < labels.length; i++) {
                labels[i] = bytes[i] & 0xff;
                if (labels[i] >= classes) {
                    throw new DataException(path + ": expected labels from 0 to " + (classes - 1) + ", found "
                            + labels[i] + " for image " + i);
                }
            }
            return labels;
        }
    }

    private static float[] readPixels(Path path, SourceFile file, int count, ImageShape shape, Progress progress)
            throws IOException {
        float[] pixels = new float[count * shape.size()];
        byte[] chunk = new byte[Math.min(pixels.length, 1 << 20)];
        long expected = file.position() + pixels.length;
        for (int done = 0; done < pixels.length; ) {
            if (!progress.report("reading " + path.getFileName(), done, pixels.length)) {
                throw new CancellationException();
            }
            int length = Math.min(chunk.length, pixels.length - done);
            file.readFully(chunk, length, expected);
            for (int i = 0; i < length; i++) {
                pixels[done + i] = (chunk[i] & 0xff) / 255f;
            }
            done += length;
        }
        return pixels;
    }

    /** Refuses a header that claims more than the file can hold, before anything is allocated for it. */
    private static void checkSize(Path path, SourceFile file, long claimed) throws DataException {
        if (claimed > file.mostBytes() || !file.isGzip() && claimed != file.mostBytes()) {
            throw new DataException(path + ": expected " + claimed + " bytes by its header, found "
                    + (file.isGzip() ? "a gzip file that holds at most " : "") + file.mostBytes()
                    + "; the file is cut short or damaged, get it again");
        }
    }

    private static ImageShape shape(Path path, long channels, long rows, long columns) throws DataException {
        long most = ImageShape.MAX_SIZE;
        if (channels != 1 && channels != 3
                || rows < 1
                || columns < 1
                || rows > most
                || columns > most / rows / channels) {
            throw new DataException(path + ": expected images of 1 or 3 channels and at most " + most
                    + " values, found a header that claims " + channels + "x" + rows + "x" + columns);
        }
        return new ImageShape((int) channels, (int) rows, (int) columns);
    }

    private static DataException wrongMagic(Path path, String expected, int found) {
        return new DataException(path + ": expected IDX " + expected + ", found a file that begins with "
                + String.format(Locale.ROOT, "0x%08x", found) + "; are images and labels swapped?");
    }

    private static List<String> numbered(int[] labels) {
        int classes = 1;
        for (int label : labels) {
            classes = Math.max(classes, label + 1);
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < classes; i++) {
            names.add(String.valueOf(i));
        }
        return names;
    }

    private static long unsigned(SourceFile file) throws IOException {
        return readInt(file, 16) & 0xffffffffL;
    }

    private static int readInt(SourceFile file, long atLeast) throws IOException {
        byte[] bytes = new byte[4];
        file.readFully(bytes, 4, atLeast);
        return ByteBuffer.wrap(bytes).getInt();
    }
}
