package org.whorl.data.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.whorl.data.Checksum;
import org.whorl.data.DataException;
import org.whorl.data.Dataset;
import org.whorl.data.ImageShape;
import org.whorl.data.Progress;
import org.whorl.data.TrainTest;

/**
 * A folder with the four IDX files of MNIST, Fashion-MNIST and their kin, each perhaps in a folder of its own name; or those of one part of
 * EMNIST, {@code emnist-letters-train-images-idx3-ubyte} and so on; or Keras's archive with the same content.
 */
public final class IdxSet {
    /** What the files are called, unpacked. */
    public static final List<String> NAMES = List.of(
            "train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte");

    /** What stands before the names of the files of EMNIST's parts, which are stored with rows and columns exchanged. */
    private static final String TRANSPOSED = "emnist";

    private static final Pattern PART = Pattern.compile("(.+)-train-images[-.]idx3-ubyte(?:\\.gz)?");

    private IdxSet() {}

    /**
     * Where the files of a part are.
     *
     * @param part what stands before their names; empty for MNIST's names
     */
    private record Place(Path folder, String part) {
        List<String> names() {
            return part.isEmpty()
                    ? NAMES
                    : NAMES.stream()
                            .map(name -> part + "-" + name.replace("t10k", "test"))
                            .toList();
        }
    }

    /**
     * The parts that a folder has beside or instead of a whole set, as {@code emnist-letters}.
     *
     * @throws IOException where the folder cannot be listed
     */
    public static List<String> parts(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<String> parts = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> PART.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .forEach(name -> parts.add(name.group(1)));
        }
        return parts.stream().distinct().sorted().toList();
    }

    /** The place that a path means: a folder, or a part in a folder; none where it is neither. */
    private static Optional<Place> place(Path path) throws IOException {
        if (isAt(path)) {
            return Optional.of(new Place(path, ""));
        }
        List<String> parts = parts(path);
        if (parts.size() > 1) {
            throw new DataException(path + ": expected one set, found the parts " + String.join(", ", parts)
                    + "; name one, as idx:" + path.resolve(parts.get(0)));
        }
        if (parts.size() == 1) {
            return Optional.of(new Place(path, parts.get(0)));
        }
        Path folder = path.toAbsolutePath().getParent();
        String name = path.getFileName() == null ? "" : path.getFileName().toString();
        return folder != null && parts(folder).contains(name) ? Optional.of(new Place(folder, name)) : Optional.empty();
    }

    /**
     * Whether a path means a set, a part of EMNIST among them: {@code DIR/emnist-letters} need not be there itself.
     *
     * @throws IOException where a folder cannot be listed
     */
    public static boolean isMeantBy(Path path) throws IOException {
        return !parts(path).isEmpty() || place(path).isPresent();
    }

    /** Whether all four files are in this folder, or this is Keras's archive of them. */
    public static boolean isAt(Path folder) {
        return KerasArchive.isAt(folder)
                || NAMES.stream().allMatch(name -> find(folder, name).isPresent());
    }

    /** The file of this name, plain or packed, under any of its usual spellings. */
    static Optional<Path> find(Path folder, String name) {
        String dotted = name.replace("-idx", ".idx");
        return List.of(name, name + ".gz", dotted, dotted + ".gz", name + "/" + name, name + "/" + dotted).stream()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /**
     * Reads the folder or archive.
     *
     * @param name the name of the set
     * @param classNames names of the classes; labels beyond them are refused; empty for the numbers that occur in either part
     * @return the set; its checksum is over the unpacked bytes of train labels, train images, test labels, test images
     * @throws DataException where a file is missing or malformed, or they do not belong together
     * @throws java.util.concurrent.CancellationException where the progress asks to stop
     */
    public static TrainTest read(String name, Path folder, List<String> classNames, Progress progress)
            throws IOException {
        if (KerasArchive.isAt(folder)) {
            return KerasArchive.read(name, folder, classNames, progress);
        }
        Place place = place(folder).orElse(new Place(folder, ""));
        Path[] files = new Path[NAMES.size()];
        for (int i = 0; i < files.length; i++) {
            String wanted = place.names().get(i);
            files[i] = find(place.folder(), wanted)
                    .orElseThrow(() ->
                            new DataException(folder + ": expected " + wanted + " (plain or .gz), found no such file"));
        }
        MessageDigest digest = Checksum.sha256();
        Dataset train = IdxFile.read(files[0], files[1], classNames, 0, digest, progress);
        long taken = (long) Float.BYTES * train.pixels().length;
        Dataset test = IdxFile.read(files[2], files[3], classNames, taken, digest, progress);
        if (!train.shape().equals(test.shape())) {
            throw new DataException(files[2] + ": expected images of " + train.shape() + " like those of "
                    + files[0].getFileName() + ", found " + test.shape());
        }
        if (classNames.isEmpty()) {
            // A class may be missing in one of the two.
            List<String> names =
                    train.classNames().size() > test.classNames().size() ? train.classNames() : test.classNames();
            train = new Dataset(train.shape(), train.pixels(), train.labels(), names);
            test = new Dataset(test.shape(), test.pixels(), test.labels(), names);
        }
        if (place.part().startsWith(TRANSPOSED)) {
            train = upright(train);
            test = upright(test);
        }
        return new TrainTest(name, train, test, Checksum.hex(digest));
    }

    /** Rows for columns, in place. */
    private static Dataset upright(Dataset set) {
        ImageShape shape = set.shape();
        int height = shape.height();
        int width = shape.width();
        float[] plane = new float[height * width];
        for (int at = 0; at < set.pixels().length; at += plane.length) {
            for (int i = 0; i < plane.length; i++) {
                plane[i % width * height + i / width] = set.pixels()[at + i];
            }
            System.arraycopy(plane, 0, set.pixels(), at, plane.length);
        }
        return new Dataset(
                new ImageShape(shape.channels(), width, height), set.pixels(), set.labels(), set.classNames());
    }
}
