package org.whorl.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where on a machine copies of the published sets may already be.
 *
 * @param cache Whorl's own cache folder
 * @param working the folder the application was started in; torchvision's examples put {@code data} there
 * @param home the user's home folder, for Keras's {@code .keras/datasets} and for {@code data}
 * @param shared data sets of the whole machine: Debian's packages put theirs into {@code /usr/share/datasets}
 */
record Places(Path cache, Path working, Path home, Path shared) {
    /** The places of this machine. */
    static Places ofThisMachine() {
        return new Places(
                CacheFolder.path(),
                Path.of("").toAbsolutePath(),
                Path.of(System.getProperty("user.home")),
                Path.of("/usr/share/datasets"));
    }

    /**
     * The folders and files in which to look, best first.
     *
     * @param dataDir where the user says the data is; then nothing else counts
     */
    List<Path> candidates(PublishedSet set, Optional<Path> dataDir) {
        Set<Path> paths = new LinkedHashSet<>();
        List<String> names = familiarNames(set);
        if (dataDir.isPresent()) {
            paths.add(dataDir.get());
            names.forEach(name -> paths.add(dataDir.get().resolve(name)));
            return List.copyOf(paths);
        }
        paths.add(cache.resolve(set.name()));
        for (Path data : List.of(
                working.resolve("data"),
                home.resolve("data"),
                home.resolve(".keras").resolve("datasets"),
                shared)) {
            names.forEach(name -> paths.add(data.resolve(name)));
        }
        return new ArrayList<>(paths);
    }

    /** What this set, or its folder, is called inside a folder of data sets. */
    private static List<String> familiarNames(PublishedSet set) {
        return switch (set.name()) {
            case "mnist" -> List.of("mnist", "MNIST/raw", "mnist.npz");
            case "fashion-mnist" -> List.of("fashion-mnist", "FashionMNIST/raw");
            case "cifar10" ->
                List.of(
                        "cifar10",
                        "cifar-10-batches-bin",
                        "cifar-10-binary.tar.gz",
                        "cifar10/cifar-10-batches-bin",
                        "cifar10/cifar-10-binary.tar.gz");
            default -> List.of(set.name());
        };
    }

    /** The first candidate that holds the whole set. */
    Optional<Path> find(PublishedSet set, Optional<Path> dataDir) {
        return candidates(set, dataDir).stream()
                .filter(path -> switch (set.layout()) {
                    case IDX -> IdxSet.isAt(path);
                    case CIFAR -> Cifar10.isAt(path);
                })
                .findFirst();
    }

    /** A copy of CIFAR-10 as torchvision keeps it. */
    private Optional<Path> pythonVersion(PublishedSet set, Optional<Path> dataDir) {
        return candidates(set, dataDir).stream()
                .flatMap(path -> Stream.of(
                        path, path.resolveSibling("cifar-10-batches-py"), path.resolve("cifar-10-batches-py")))
                .filter(Cifar10::isPythonVersion)
                .findFirst();
    }

    /**
     * Finds the set.
     *
     * @throws DataException where it is nowhere: what was looked for, where, and how to bring it by hand
     */
    Path require(PublishedSet set, Optional<Path> dataDir) throws DataException {
        Optional<Path> found = find(set, dataDir);
        if (found.isPresent()) {
            return found.get();
        }
        String wanted =
                switch (set.layout()) {
                    case IDX -> String.join(", ", IdxSet.NAMES) + " (plain or .gz)";
                    case CIFAR -> String.join(", ", Cifar10.NAMES) + ", or cifar-10-binary.tar.gz";
                };
        if (dataDir.isPresent() && !Files.exists(dataDir.get())) {
            throw new DataException(dataDir.get() + ": expected a folder with " + wanted + ", found nothing there");
        }
        String where = String.join(
                ", ", candidates(set, dataDir).stream().map(Path::toString).toList());
        Optional<Path> python =
                set.layout() == PublishedSet.Layout.CIFAR ? pythonVersion(set, dataDir) : Optional.empty();
        throw new DataException(set.name() + ": expected " + wanted + ", "
                + python.map(Cifar10::insteadOfPython).orElse("found no whole copy in " + where)
                + "; get it with \"whorl data get " + set.name() + "\", or bring the files by hand from " + set.page()
                + " into " + cache.resolve(set.name()) + ", or name their folder with --data-dir");
    }
}
