package org.whorl.ui.model.data;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;

import org.whorl.data.Progress;
import org.whorl.data.TrainTest;
import org.whorl.data.set.Datasets;
import org.whorl.ui.model.settings.DataChoice;
import org.whorl.ui.task.BackgroundJob;

/**
 * Keeps the data sets that were used last, each loaded once, in the background, one after the other. Reading goes on as long as one of
 * those who wait for a set wants it. Thread-safe.
 */
public final class DatasetCache {
    private static final int ROOM = 2;

    /** Reads a set. */
    @FunctionalInterface
    public interface Source {
        TrainTest load(DataChoice choice, long seed, Progress progress) throws IOException;
    }

    private record Key(DataChoice choice, long seed) {}

    private final Source source;
    private final Executor loader = BackgroundJob.thread("whorl-data");
    private final Map<Key, SharedLoad> shelf = new LinkedHashMap<>(8, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, SharedLoad> eldest) {
            return size() > ROOM;
        }
    };
    /** What is being read and what is to be read after it. */
    private final List<SharedLoad> underWay = new CopyOnWriteArrayList<>();

    /** An empty shelf. */
    public DatasetCache() {
        this((choice, seed, progress) -> Datasets.load(choice.name(), choice.folder(), seed, progress));
    }

    public DatasetCache(Source source) {
        this.source = source;
    }

    /**
     * The images; ready at once where they were loaded before. A failed attempt is forgotten, so that asking again tries again.
     *
     * @param progress told how far it has come, also while other sets are read first. Once it says no, this caller's images are
     *     cancelled, and reading ends unless others wait for the same
     */
    public CompletableFuture<TrainTest> get(DataChoice choice, long seed, Progress progress) {
        Key key = new Key(choice, choice.dependsOnSeed() ? seed : 0);
        synchronized (shelf) {
            SharedLoad found = shelf.computeIfAbsent(key, this::begin);
            return found.join(progress).orElseGet(() -> {
                SharedLoad anew = begin(key);
                shelf.put(key, anew);
                return anew.join(progress).orElseThrow();
            });
        }
    }

    private SharedLoad begin(Key key) {
        SharedLoad loading = new SharedLoad();
        underWay.add(loading);
        loader.execute(() -> read(key, loading));
        return loading;
    }

    private void read(Key key, SharedLoad loading) {
        String title = key.choice().title();
        Progress telling = (what, done, total) -> {
            // Those behind in the queue hear what they wait for, and can leave.
            underWay.stream()
                    .filter(behind -> behind != loading)
                    .forEach(behind -> behind.report("waiting until " + title + " is read", 0, -1));
            return loading.report(what, done, total);
        };
        try {
            if (!loading.report("reading " + title, 0, -1)) {
                throw new CancellationException("cancelled");
            }
            loading.complete(source.load(key.choice(), key.seed(), telling));
        } catch (Throwable e) {
            synchronized (shelf) {
                // What could not be read takes no room from what could.
                shelf.remove(key, loading);
            }
            loading.fail(e);
        } finally {
            underWay.remove(loading);
        }
    }

    /**
     * The images; waits for them.
     *
     * @throws CancellationException where progress said no
     */
    public TrainTest load(DataChoice choice, long seed, Progress progress) throws IOException {
        try {
            return get(choice, seed, progress).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            if (e.getCause() instanceof RuntimeException runtime) {
                throw runtime;
            }
            throw new IOException(choice.name() + ": " + e.getCause().getMessage(), e.getCause());
        }
    }
}
