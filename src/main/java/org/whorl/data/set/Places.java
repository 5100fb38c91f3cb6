package org.whorl.data.set;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.whorl.data.CacheFolder;
import org.whorl.data.DataException;
import org.whorl.data.format.PublishedSet;

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
        List<String> names = set.places();
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

    /** The first candidate that holds the whole set. */
    Optional<Path> find(PublishedSet set, Optional<Path> dataDir) {
        return candidates(set, dataDir).stream().filter(set.format()::isAt).findFirst();
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
        String wanted = set.format().expects();
        if (dataDir.isPresent() && !Files.exists(dataDir.get())) {
            throw new DataException(dataDir.get() + ": expected a folder with " + wanted + ", found nothing there");
        }
        String where = String.join(
                ", ", candidates(set, dataDir).stream().map(Path::toString).toList());
        Optional<String> instead = candidates(set, dataDir).stream()
                .flatMap(path -> set.format().insteadAt(path).stream())
                .findFirst();
        throw new DataException(set.name() + ": expected " + wanted + ", "
                + instead.orElse("found no whole copy in " + where)
                + "; get it with \"whorl data get " + set.name() + "\", or bring the files by hand from " + set.page()
                + " into " + cache.resolve(set.name()) + ", or name their folder with --data-dir");
    }
}
