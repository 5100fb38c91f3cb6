package org.whorl.data.set;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.whorl.data.Checksum;
import org.whorl.data.DataException;
import org.whorl.data.Dataset;
import org.whorl.data.DatasetInfo;
import org.whorl.data.ImageRotation;
import org.whorl.data.Progress;
import org.whorl.data.Splits;
import org.whorl.data.TrainTest;
import org.whorl.data.format.IdxFile;
import org.whorl.data.format.IdxSet;
import org.whorl.data.format.ImageFolder;
import org.whorl.data.format.PublishedSet;
import org.whorl.data.generated.BuiltInDigits;
import org.whorl.data.generated.GeneratedSet;
import org.whorl.data.patch.Patches;

/**
 * Every data set that can be asked for by name:
 *
 * <ul>
 *   <li>{@code digits}, which comes with Whorl;
 *   <li>{@code leaves} and {@code shapes}, which are drawn when they are asked for, with options: {@code leaves:colour,48};
 *   <li>{@code mnist}, {@code fashion-mnist} and {@code cifar10}, from a copy on this machine;
 *   <li>{@code rot-mnist}: all 70,000 digits shuffled by the seed, the first 12,000 to train on and the next 50,000 to
 *       test on, each turned by its own angle;
 *   <li>{@code rot-NAME} for any other set: every image turned by its own angle, the split as it was;
 *   <li>{@code patches-NAME} for any other set: 4,000 grey patches of 8×8 of its images, and 1,000 to test on, at random places, each turned
 *       by its own angle;
 *   <li>{@code folder:DIR}: one sub-folder of pictures a class;
 *   <li>{@code folder:ground=black,DIR}: the same, with transparent parts laid on black instead of white;
 *   <li>{@code idx:IMAGES,LABELS}: a pair of IDX files;
 *   <li>{@code idx:DIR}: four IDX files that are called as MNIST's, whose classes are called by their numbers;
 *   <li>{@code idx:DIR/emnist-letters}: one part of EMNIST, turned upright.
 * </ul>
 *
 * Folders and pairs are split by the seed, a fifth of every class to test on, unless the folder holds {@code train} and
 * {@code test}.
 */
public final class Datasets {
    /** The names of the classes of {@code digits}. */
    public static final List<String> DIGIT_CLASSES = BuiltInDigits.CLASSES;

    private static final SetName ROT_MNIST = SetName.parse("rot-mnist");
    private static final int ROT_MNIST_TRAIN = 12_000;
    private static final int ROT_MNIST_TEST = 50_000;

    private Datasets() {}

    /**
     * Brings a set into memory.
     *
     * @param name one of the names above
     * @param dataDir where the files are; then they are looked for nowhere else
     * @param seed decides every split and angle, on every machine alike
     * @throws DataException where the name is unknown, the files are missing, or something is wrong with them
     * @throws java.util.concurrent.CancellationException where the progress asks to stop
     */
    public static TrainTest load(String name, Optional<Path> dataDir, long seed, Progress progress) throws IOException {
        return load(name, dataDir, seed, progress, Places.ofThisMachine());
    }

    static TrainTest load(String name, Optional<Path> dataDir, long seed, Progress progress, Places places)
            throws IOException {
        SetName parsed = SetName.parse(name);
        if (parsed instanceof SetName.Turned turned) {
            return turned(name, load(turned.of().toString(), dataDir, seed, progress, places), seed);
        }
        if (parsed instanceof SetName.OfPatches patches) {
            return Patches.of(name, load(patches.of().toString(), dataDir, seed, progress, places), seed, progress);
        }
        if (parsed instanceof SetName.Drawn) {
            return GeneratedSet.of(name).draw(progress);
        }
        if (parsed instanceof SetName.Folder folder) {
            return ImageFolder.split(name, resolve(folder.path(), dataDir), folder.ground(), seed, progress);
        }
        if (parsed instanceof SetName.Idx idx) {
            return idx(idx, dataDir, seed, progress);
        }
        if (name.equals("digits")) {
            return BuiltInDigits.load();
        }
        Optional<PublishedSet> known = Catalog.find(name);
        if (known.isPresent()) {
            Path found = places.require(known.get(), dataDir);
            return known.get().format().read(known.get(), found, progress);
        }
        throw new DataException("data set: expected digits, leaves, shapes, atoms, " + String.join(", ", names())
                + ", rot-NAME, patches-NAME, folder:DIR or idx:IMAGES,LABELS, found \"" + name + "\"");
    }

    /**
     * What a set is that has no files of its own: one that is drawn, with its options, or patches of another.
     *
     * @return nothing for sets out of files, of which {@link #list} knows, and for options that are none
     */
    public static Optional<DatasetInfo> made(String name) {
        SetName parsed = SetName.parse(name);
        SetName upright = parsed.upright();
        if (upright instanceof SetName.OfPatches) {
            return Optional.of(Patches.info(name));
        }
        try {
            return upright.isDrawn()
                    ? Optional.of(GeneratedSet.of(upright.toString()).info())
                    : Optional.empty();
        } catch (DataException e) {
            return Optional.empty();
        }
    }

    /** What a set is that is made, or that {@link #list} knows; empty for folders, files and names of no set. */
    public static Optional<DatasetInfo> info(String name) {
        return made(name)
                .or(() ->
                        list().stream().filter(info -> info.name().equals(name)).findFirst());
    }

    /** Every set that has a name of its own, with where a copy of it was found. */
    public static List<DatasetInfo> list() {
        return list(Places.ofThisMachine());
    }

    static List<DatasetInfo> list(Places places) {
        List<DatasetInfo> infos = new ArrayList<>();
        infos.add(new DatasetInfo(
                "digits",
                "Optical Recognition of Handwritten Digits (UCI)",
                "CC BY 4.0 (E. Alpaydin, C. Kaynak)",
                BuiltInDigits.SHAPE,
                BuiltInDigits.TRAIN,
                BuiltInDigits.TEST,
                true,
                Optional.empty(),
                0));
        infos.addAll(GeneratedSet.infos());
        for (PublishedSet set : Catalog.SETS) {
            Optional<Path> found = places.find(set, Optional.empty());
            infos.add(new DatasetInfo(
                    set.name(),
                    set.title(),
                    set.licence(),
                    set.shape(),
                    set.train(),
                    set.test(),
                    false,
                    found,
                    set.bytes()));
            if (set.name().equals(ROT_MNIST.upright().toString())) {
                infos.add(new DatasetInfo(
                        ROT_MNIST.toString(),
                        set.title() + ", each turned at random",
                        set.licence(),
                        set.shape(),
                        ROT_MNIST_TRAIN,
                        ROT_MNIST_TEST,
                        false,
                        found,
                        set.bytes()));
            }
        }
        return List.copyOf(infos);
    }

    private static TrainTest idx(SetName.Idx idx, Optional<Path> dataDir, long seed, Progress progress)
            throws IOException {
        String name = idx.toString();
        String[] files = idx.paths().split(",");
        if (files.length == 1 && !files[0].isBlank()) {
            Path folder = resolve(files[0], dataDir);
            if (Files.isDirectory(folder) || IdxSet.isMeantBy(folder)) {
                return IdxSet.read(name, folder, List.of(), progress);
            }
        }
        if (files.length != 2 || files[0].isBlank() || files[1].isBlank()) {
            throw new DataException(
                    "data set: expected idx:IMAGES,LABELS with two files or idx:DIR with a folder, found \"" + name
                            + "\"");
        }
        MessageDigest digest = Checksum.sha256();
        Dataset all =
                IdxFile.read(resolve(files[0], dataDir), resolve(files[1], dataDir), List.of(), 0, digest, progress);
        return Splits.byClass(name, all, Checksum.hex(digest), seed);
    }

    /** A path as the user wrote it, inside the data folder where there is one and the path is relative. */
    private static Path resolve(String path, Optional<Path> dataDir) throws DataException {
        if (path.isBlank()) {
            throw new DataException("data set: expected a path after the colon, found none");
        }
        try {
            return dataDir.map(folder -> folder.resolve(path)).orElse(Path.of(path));
        } catch (InvalidPathException e) {
            throw new DataException("data set: expected a path, found \"" + path + "\"", e);
        }
    }

    private static List<String> names() {
        return Catalog.SETS.stream().map(PublishedSet::name).toList();
    }

    private static TrainTest turned(String name, TrainTest upright, long seed) {
        TrainTest split = name.equals(ROT_MNIST.toString()) ? Splits.rotMnist(upright, seed) : upright;
        // Two streams of angles, so that the test images do not depend on how many train.
        Dataset train = ImageRotation.turnRandomly(split.train(), seed);
        Dataset test = ImageRotation.turnRandomly(split.test(), ~seed);
        return new TrainTest(name, train, test, upright.checksum());
    }
}
