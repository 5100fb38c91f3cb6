package org.whorl.data.download;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.whorl.data.CacheFolder;
import org.whorl.data.DataException;
import org.whorl.data.Progress;
import org.whorl.data.format.PublishedFile;
import org.whorl.data.format.PublishedSet;
import org.whorl.data.generated.GeneratedSet;
import org.whorl.data.set.Catalog;
import org.whorl.data.set.Datasets;
import org.whorl.data.set.SetName;

/**
 * Gets published sets from the net into the cache folder. A set is put together in {@code NAME.part} and moved into place
 * as a whole, so that the cache holds either all of it or nothing; a download that was stopped continues next time.
 */
public final class Downloads {
    /** How long a server may be silent. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Room that is left on the disk besides what the set takes. */
    private static final long SPARE = 16L << 20;

    private final List<PublishedSet> sets;
    private final Path cache;
    private final Duration patience;
    private final FreeSpace freeSpace;

    /** Says how many bytes may still be written to a folder. */
    @FunctionalInterface
    interface FreeSpace {
        long of(Path folder) throws IOException;
    }

    Downloads(List<PublishedSet> sets, Path cache, Duration patience, FreeSpace freeSpace) {
        this.sets = List.copyOf(sets);
        this.cache = cache;
        this.patience = patience;
        this.freeSpace = freeSpace;
    }

    /**
     * Gets a set, or finds that it is there.
     *
     * @param name {@code mnist}, {@code fashion-mnist} or {@code cifar10}, with or without {@code rot-}
     * @param progress told the bytes of each file and asked, several times a second, whether to go on
     * @return the folder of the set, from which {@link Datasets#load} reads it
     * @throws DataException where there is no such set, no mirror has it, or it cannot be stored
     * @throws java.util.concurrent.CancellationException where the progress asks to stop
     */
    public static Path get(String name, Progress progress) throws IOException {
        return new Downloads(Catalog.SETS, CacheFolder.path(), PATIENCE, folder -> Files.getFileStore(folder)
                        .getUsableSpace())
                .fetch(name, progress);
    }

    Path fetch(String name, Progress progress) throws IOException {
        String upright = SetName.parse(name).upright().toString();
        PublishedSet set = sets.stream()
                .filter(known -> known.name().equals(upright))
                .findFirst()
                .orElseThrow(() -> new DataException("download: expected "
                        + String.join(
                                ", ", sets.stream().map(PublishedSet::name).toList()) + ", found \"" + name + "\""
                        + (upright.equals("digits") || GeneratedSet.isName(upright)
                                ? ", which comes with Whorl"
                                : "")));
        Path place = cache.resolve(set.name());
        Path work = cache.resolve(set.name() + ".part");
        try {
            if (isWhole(set, place)) {
                return place;
            }
            Files.createDirectories(work);
            try (FileChannel channel =
                    FileChannel.open(work.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                lock(channel, set);
                assemble(set, work, place, progress);
            }
            deleteTree(work);
            return place;
        } catch (DataException e) {
            throw e;
        } catch (IOException e) {
            throw new DataException(
                    cache + ": expected a folder to download into, found: "
                            + String.valueOf(e.getMessage()).replaceAll("\\s+", " ")
                            + "; change its permissions, or choose another folder with WHORL_CACHE",
                    e);
        }
    }

    /** Locks until the channel is closed. */
    private static void lock(FileChannel channel, PublishedSet set) throws IOException {
        boolean locked;
        try {
            locked = channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // The other download runs in this same process, to which the answer is the same.
            locked = false;
        }
        if (!locked) {
            throw new DataException(set.name()
                    + ": expected to download it alone, found another download of it running;" + " wait for that one");
        }
    }

    private void assemble(PublishedSet set, Path work, Path place, Progress progress) throws IOException {
        checkSpace(set, work);
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(patience)
                .build();
        Path ready = work.resolve("ready");
        deleteTree(ready);
        Files.createDirectories(ready);
        for (PublishedFile file : set.files()) {
            Path target = work.resolve(file.name());
            if (!isRight(file, target)) {
                new Transfer(client, file, target, patience, progress).run();
            }
        }
        for (PublishedFile file : set.files()) {
            set.format().unpack(work.resolve(file.name()), ready, progress);
        }
        if (Files.exists(place)) {
            Path old = work.resolve("old");
            deleteTree(old);
            Files.move(place, old, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(ready, place, StandardCopyOption.ATOMIC_MOVE);
    }

    private void checkSpace(PublishedSet set, Path work) throws IOException {
        long needed = SPARE;
        for (PublishedFile file : set.files()) {
            Path part = work.resolve(file.name() + ".part");
            Path whole = work.resolve(file.name());
            if (!Files.exists(whole)) {
                needed += Math.max(0, file.bytes() - (Files.exists(part) ? Files.size(part) : 0));
            }
        }
        if (!set.format().readsDownloads()) {
            needed += (long) (set.train() + set.test()) * (1 + set.shape().size());
        }
        long free = freeSpace.of(work);
        if (free < needed) {
            throw new DataException(cache + ": expected " + (needed >> 20) + " MiB of free space for " + set.name()
                    + ", found " + (free >> 20) + " MiB; make room, or choose another folder with WHORL_CACHE");
        }
    }

    private static boolean isWhole(PublishedSet set, Path place) throws IOException {
        if (!set.format().readsDownloads()) {
            return Files.isDirectory(place) && set.format().isAt(place);
        }
        for (PublishedFile file : set.files()) {
            if (!isRight(file, place.resolve(file.name()))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isRight(PublishedFile file, Path path) throws IOException {
        return Files.isRegularFile(path)
                && Files.size(path) == file.bytes()
                && Transfer.sha256(path).equals(file.sha256());
    }

    private static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }
}
