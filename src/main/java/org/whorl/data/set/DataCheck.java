package org.whorl.data.set;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.whorl.data.DataException;
import org.whorl.data.Dataset;
import org.whorl.data.ImageShape;
import org.whorl.data.Moments;
import org.whorl.data.Progress;
import org.whorl.data.TrainTest;
import org.whorl.data.format.Cifar10;
import org.whorl.data.format.ClassFolders;
import org.whorl.data.format.IdxSet;
import org.whorl.data.format.ImageFolder;
import org.whorl.data.format.PublishedSet;
import org.whorl.data.format.SetFormat;
import org.whorl.data.picture.Ground;

/**
 * What a folder or archive of data holds.
 *
 * @param source what was looked at
 * @param kind what it was recognised as, for people
 * @param classNames the classes, in the order of their labels
 * @param parts the sets in it: train and test, or the one there is
 * @param skipped a line for every file that could not be used
 * @param checksum SHA-256 as in {@link TrainTest}; empty for folders of pictures, where it depends on the split
 */
public record DataCheck(
        Path source, String kind, List<String> classNames, List<Part> parts, List<String> skipped, String checksum) {

    /**
     * One set.
     *
     * @param name {@code train}, {@code test} or {@code all}
     * @param images how many
     * @param shape of each
     * @param classCounts how many of each class
     * @param mean the mean of each channel, pixels in [0, 1]
     * @param std the standard deviation of each channel
     */
    public record Part(
            String name, int images, ImageShape shape, List<Integer> classCounts, List<Double> mean, List<Double> std) {
        /** What a set is, under a name for people. */
        public static Part of(String name, Dataset set) {
            int[] counts = new int[set.classNames().size()];
            for (int label : set.labels()) {
                counts[label]++;
            }
            Moments moments = Moments.of(set);
            return new Part(
                    name,
                    set.size(),
                    set.shape(),
                    Arrays.stream(counts).boxed().toList(),
                    Arrays.stream(moments.mean()).boxed().toList(),
                    Arrays.stream(moments.std()).boxed().toList());
        }

        /** The largest class over the smallest; 1 where they are all alike, infinite where one is empty. */
        public double imbalance() {
            int most = classCounts.stream().mapToInt(Integer::intValue).max().orElse(0);
            int least = classCounts.stream().mapToInt(Integer::intValue).min().orElse(0);
            return (double) most / least;
        }
    }

    public DataCheck {
        classNames = List.copyOf(classNames);
        parts = List.copyOf(parts);
        skipped = List.copyOf(skipped);
    }

    /**
     * Reads everything there is in a folder: the four IDX files of MNIST or its kin, or Keras's archive of them, the batches or the archive of CIFAR-10,
     * or one sub-folder of pictures a class.
     *
     * @throws DataException where it is none of these, or something is wrong with it
     */
    public static DataCheck of(Path source, Progress progress) throws IOException {
        return of(source, Ground.WHITE, progress);
    }

    /** The same, with what lies under transparent parts of pictures. */
    public static DataCheck of(Path source, Ground ground, Progress progress) throws IOException {
        if (!Files.exists(source) && !IdxSet.isMeantBy(source)) {
            throw new DataException(source + ": expected a folder of data, found nothing there");
        }
        if (Files.exists(source) && !Files.isDirectory(source)) {
            FoundSet found = FoundSet.of(List.of(source));
            if (found.folder().isEmpty()) {
                throw new DataException(
                        source + ": expected a folder of data, mnist.npz or cifar-10-binary.tar.gz, found "
                                + "one file of a set; name its folder");
            }
        }
        Places places = Places.ofThisMachine();
        for (SetFormat format : SetFormat.ALL) {
            PublishedSet like = Catalog.first(format);
            Optional<Path> found = places.find(like, Optional.of(source));
            if (found.isPresent()) {
                return of(found.get(), format.kind(like), format.readAny(like, found.get(), progress));
            }
        }
        if (IdxSet.isMeantBy(source)) {
            return of(
                    source,
                    "EMNIST or a set of its kind",
                    IdxSet.read(new SetName.Idx(source.toString()).toString(), source, List.of(), progress));
        }
        if (Cifar10.isCifar100(source)) {
            throw new DataException(
                    source + ": expected a set that Whorl reads, found CIFAR-100 (train.bin and test.bin),"
                            + " which it does not; CIFAR-10's batches are called data_batch_1.bin and so on");
        }
        if (ClassFolders.parts(source).isPresent()) {
            ImageFolder.Parted parted =
                    ImageFolder.parted(SetName.folder(source).toString(), source, ground, 1, progress);
            DataCheck check =
                    of(source, "pictures, one sub-folder a class, in parts to train and to test on", parted.set());
            return new DataCheck(
                    source, check.kind(), check.classNames(), check.parts(), parted.skipped(), check.checksum());
        }
        ImageFolder.Content content = ImageFolder.read(source, Optional.empty(), ground, progress);
        Dataset images = content.images();
        return new DataCheck(
                source,
                "pictures, one sub-folder a class",
                images.classNames(),
                List.of(Part.of("all", images)),
                content.skipped(),
                "");
    }

    private static DataCheck of(Path source, String kind, TrainTest set) {
        return new DataCheck(
                source,
                kind,
                set.train().classNames(),
                List.of(Part.of("train", set.train()), Part.of("test", set.test())),
                List.of(),
                set.checksum());
    }
}
