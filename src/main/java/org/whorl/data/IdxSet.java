package org.whorl.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/** A folder with the four IDX files of MNIST, Fashion-MNIST and their kin, or Keras's archive with the same content. */
final class IdxSet {
    /** What the files are called, unpacked. */
    static final List<String> NAMES = List.of(
            "train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte");

    private IdxSet() {}

    /** Whether all four files are in this folder, or this is Keras's archive of them. */
    static boolean isAt(Path folder) {
        return KerasArchive.isAt(folder)
                || NAMES.stream().allMatch(name -> find(folder, name).isPresent());
    }

    /** The file of this name, plain or packed, under any of its usual spellings. */
    static Optional<Path> find(Path folder, String name) {
        String dotted = name.replace("-idx", ".idx");
        return List.of(name, name + ".gz", dotted, dotted + ".gz").stream()
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
     */
    static TrainTest read(String name, Path folder, List<String> classNames, Progress progress) throws IOException {
        if (KerasArchive.isAt(folder)) {
            return KerasArchive.read(name, folder, classNames, progress);
        }
        Path[] files = new Path[NAMES.size()];
        for (int i = 0; i < files.length; i++) {
            String wanted = NAMES.get(i);
            files[i] = find(folder, wanted)
                    .orElseThrow(() ->
                            new DataException(folder + ": expected " + wanted + " (plain or .gz), found no such file"));
        }
        MessageDigest digest = Checksum.sha256();
        Dataset train = IdxFile.read(files[0], files[1], classNames, digest, progress);
        Dataset test = IdxFile.read(files[2], files[3], classNames, digest, progress);
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
        return new TrainTest(name, train, test, Checksum.hex(digest));
    }
}
