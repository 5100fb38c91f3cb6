package org.whorl.data.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.whorl.data.Checksum;
import org.whorl.data.DataException;
import org.whorl.data.Dataset;
import org.whorl.data.ImageShape;
import org.whorl.data.Limits;
import org.whorl.data.Progress;
import org.whorl.data.Splits;
import org.whorl.data.TrainTest;
import org.whorl.data.picture.Ground;
import org.whorl.data.picture.Picture;
import org.whorl.data.source.SourceFile;

/**
 * Pictures in folders: one sub-folder a class, called as the class. Where the sub-folders are {@code train} and
 * {@code test}, or other usual words for them, and hold the classes in turn, they are the split. Files that are no pictures, or damaged, or too
 * large, are skipped and counted.
 */
public final class ImageFolder {
    /** How many pictures of a class are looked at to see whether the set is coloured. */
    private static final int LOOKS = 4;

    /**
     * What was found in a folder.
     *
     * @param images the pictures, class by class
     * @param skipped a line for every file that could not be used
     */
    public record Content(Dataset images, List<String> skipped) {
        public Content {
            skipped = List.copyOf(skipped);
        }
    }

    /** What to say of pictures without a difference, from which nothing can be learned. */
    public static final String ALL_ALIKE =
            "all pictures are alike, one grey; are they ink of the ground's colour on a transparent ground?";

    /** Averages of equal values may differ by this. */
    private static final float ROUNDING = 1e-6f;

    /** Whether all pixels of all images are one value. */
    static boolean isAllAlike(Dataset set) {
        for (float value : set.pixels()) {
            if (Math.abs(value - set.pixels()[0]) > ROUNDING) {
                return false;
            }
        }
        return true;
    }

    private final Path folder;
    private final Ground ground;
    private final Progress progress;
    private final MessageDigest digest = Checksum.sha256();
    private final List<String> skipped = new ArrayList<>();

    private ImageFolder(Path folder, Ground ground, Progress progress) {
        this.folder = folder;
        this.ground = ground;
        this.progress = progress;
    }

    /**
     * Reads a folder that has a sub-folder for every class.
     *
     * @param shape what every picture is brought to; empty for 28×28 grey or 32×32 colour, as the pictures are
     * @throws DataException where there are not at least two classes with pictures
     */
    public static Content read(Path folder, Optional<ImageShape> shape, Progress progress) throws IOException {
        return read(folder, shape, Ground.WHITE, progress);
    }

    /** The same, with what lies under transparent parts. */
    public static Content read(Path folder, Optional<ImageShape> shape, Ground ground, Progress progress)
            throws IOException {
        ImageFolder reader = new ImageFolder(folder, ground, progress);
        List<Path> classes = reader.classes(folder);
        Content content = reader.read(classes, shape.isPresent() ? shape.get() : reader.shape(classes), 0, true);
        return new Content(content.images(), reader.skipped);
    }

    /**
     * A folder as a set to train and test on.
     *
     * @param set the set
     * @param skipped a line for every file and folder that could not be used
     */
    public record Parted(TrainTest set, List<String> skipped) {}

    /**
     * Reads a folder as a set to train and test on.
     *
     * @param ground what lies under transparent parts
     * @param seed decides which fifth of every class is for testing, where the folder does not
     * @throws DataException where there are not at least two classes with pictures, or too few of them to test on
     * @throws java.util.concurrent.CancellationException where the progress asks to stop
     */
    public static TrainTest split(String name, Path folder, Ground ground, long seed, Progress progress)
            throws IOException {
        Parted parted = parted(name, folder, ground, seed, progress);
        if (!parted.skipped().isEmpty()) {
            int count = parted.skipped().size();
            progress.report(
                    "skipped " + count + " of " + folder + ", the first: "
                            + parted.skipped().get(0),
                    1,
                    1);
        }
        if (isAllAlike(parted.set().train())) {
            progress.report(folder + ": " + ALL_ALIKE, 1, 1);
        }
        return parted.set();
    }

    /** The same with what was skipped. */
    public static Parted parted(String name, Path folder, Ground ground, long seed, Progress progress)
            throws IOException {
        ImageFolder reader = new ImageFolder(folder, ground, progress);
        Optional<ClassFolders.Parts> parts = ClassFolders.parts(folder);
        TrainTest set;
        if (parts.isPresent()) {
            Path train = parts.get().train();
            Path test = parts.get().test();
            parts.get().leftOut().ifPresent(path -> reader.skipped.add(path + ": left out, since there is " + test));
            List<Path> classes = reader.classes(train);
            List<Path> same = classes.stream()
                    .map(path -> test.resolve(path.getFileName().toString()))
                    .toList();
            for (Path path : ClassFolders.in(test, reader.skipped)) {
                if (!same.contains(path)) {
                    throw new DataException(
                            path + ": expected the same classes as in " + train + ", found another one");
                }
            }
            ImageShape shape = reader.shape(classes);
            Dataset forTraining = reader.read(classes, shape, 0, true).images();
            long taken = (long) Float.BYTES * forTraining.pixels().length;
            Dataset forTesting = reader.read(same, shape, taken, false).images();
            set = new TrainTest(name, forTraining, forTesting, Checksum.hex(reader.digest));
        } else {
            List<Path> classes = reader.classes(folder);
            Dataset all = reader.read(classes, reader.shape(classes), 0, true).images();
            set = Splits.byClass(name, all, Checksum.hex(reader.digest), seed);
        }
        return new Parted(set, List.copyOf(reader.skipped));
    }

    private List<Path> classes(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            throw new DataException(root + ": expected a folder with one sub-folder of pictures a class, found "
                    + (Files.exists(root) ? "a file" : "nothing there"));
        }
        List<Path> classes = ClassFolders.in(root, skipped);
        if (classes.size() < 2 || classes.size() > Limits.MAX_CLASSES) {
            throw new DataException(root + ": expected from 2 to " + Limits.MAX_CLASSES
                    + " sub-folders of pictures, one a class, found " + classes.size());
        }
        return classes;
    }

    private ImageShape shape(List<Path> classes) throws IOException {
        for (Path folderOfClass : classes) {
            List<Path> files = ClassFolders.filesOf(folderOfClass);
            int looks = 0;
            for (Path file : files) {
                if (looks == LOOKS) {
                    break;
                }
                try {
                    if (Picture.isColoured(file)) {
                        return Picture.usualShape(true);
                    }
                    looks++;
                } catch (DataException e) {
                    // It is skipped, and counted, when the pictures are read.
                    continue;
                }
            }
        }
        return Picture.usualShape(false);
    }

    private Content read(List<Path> classes, ImageShape shape, long taken, boolean everyClass) throws IOException {
        List<Path> files = new ArrayList<>();
        List<Integer> classOf = new ArrayList<>();
        for (int label = 0; label < classes.size(); label++) {
            List<Path> pictures = everyClass || Files.isDirectory(classes.get(label))
                    ? ClassFolders.filesOf(classes.get(label))
                    : List.of();
            for (Path inner : everyClass ? ClassFolders.in(classes.get(label), new ArrayList<>()) : List.<Path>of()) {
                skipped.add(inner + ": expected pictures in the folder of a class, found a folder");
            }
            for (Path file : pictures) {
                files.add(file);
                classOf.add(label);
            }
        }
        Limits.checkFits(folder, files.size(), shape.size(), taken);
        float[] pixels = new float[files.size() * shape.size()];
        int[] labels = new int[files.size()];
        int[] counts = new int[classes.size()];
        int used = 0;
        for (int i = 0; i < labels.length; i++) {
            if (!progress.report("reading pictures", i, labels.length)) {
                throw new CancellationException();
            }
            try {
                float[] picture = Picture.read(files.get(i), shape, ground);
                System.arraycopy(picture, 0, pixels, used * shape.size(), picture.length);
                hash(files.get(i));
            } catch (DataException e) {
                skipped.add(e.getMessage());
                continue;
            }
            labels[used] = classOf.get(i);
            counts[classOf.get(i)]++;
            used++;
        }
        List<String> names =
                classes.stream().map(path -> path.getFileName().toString()).toList();
        for (int label = 0; label < counts.length; label++) {
            if (counts[label] == 0 && everyClass || used == 0) {
                throw new DataException(classes.get(label)
                        + ": expected PNG, JPEG, GIF, BMP or TIFF pictures of this class, found none that can be read"
                        + (skipped.isEmpty() ? "" : "; the first file skipped is " + skipped.get(0)));
            }
        }
        if (used < labels.length) {
            Limits.checkFits(folder, used, shape.size(), taken + (long) Float.BYTES * pixels.length);
            pixels = Arrays.copyOf(pixels, used * shape.size());
            labels = Arrays.copyOf(labels, used);
        }
        Dataset images = new Dataset(shape, pixels, labels, names);
        return new Content(images, skipped);
    }

    private void hash(Path file) throws DataException {
        digest.update(folder.relativize(file).toString().replace('\\', '/').getBytes(StandardCharsets.UTF_8));
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = new byte[1 << 16];
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                digest.update(bytes, 0, count);
            }
        } catch (IOException e) {
            throw SourceFile.explain(file, e);
        }
    }
}
