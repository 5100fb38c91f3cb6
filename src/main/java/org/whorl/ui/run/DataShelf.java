package org.whorl.ui.run;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

import org.whorl.data.Datasets;
import org.whorl.data.Progress;
import org.whorl.data.TrainTest;
import org.whorl.ui.settings.DataChoice;

/** Keeps the data sets that were used last, each loaded once, in the background. Thread-safe. */
public final class DataShelf {
    private static final int ROOM = 2;

    private record Key(DataChoice choice, long seed) {}

    private final Executor loader = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "whorl-data");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<Key, CompletableFuture<TrainTest>> shelf = new LinkedHashMap<>(8, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, CompletableFuture<TrainTest>> eldest) {
            return size() > ROOM;
        }
    };

    /** The images; ready at once where they were loaded before. A failed attempt is forgotten, so that asking again tries again. */
    public CompletableFuture<TrainTest> get(DataChoice choice, long seed, Progress progress) {
        Key key = new Key(choice, choice.seeded() ? seed : 0);
        synchronized (shelf) {
            CompletableFuture<TrainTest> found = shelf.get(key);
            if (found != null && !found.isCompletedExceptionally()) {
                return found;
            }
            CompletableFuture<TrainTest> loading = new CompletableFuture<>();
            loader.execute(() -> {
                try {
                    loading.complete(Datasets.load(choice.name(), choice.folder(), key.seed(), progress));
                } catch (IOException | RuntimeException | OutOfMemoryError e) {
                    synchronized (shelf) {
                        // What could not be read takes no room from what could.
                        shelf.remove(key, loading);
                    }
                    loading.completeExceptionally(e);
                }
            });
            shelf.put(key, loading);
            return loading;
        }
    }

    /** The images; waits for them. */
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
