package org.whorl.ui.model.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

import org.whorl.data.Progress;
import org.whorl.data.TrainTest;

/** A set that is being read, soon will be, or is here, and all who wait for it. It is wanted as long as one of them wants it. Thread-safe. */
final class SharedLoad {
    private record Waiting(Progress progress, CompletableFuture<TrainTest> images) {}

    private final List<Waiting> waiting = new ArrayList<>();
    private Optional<TrainTest> images = Optional.empty();
    private boolean givenUp;

    /**
     * Waits with the others.
     *
     * @param progress told how far it has come; says whether its images are still wanted
     * @return the images; empty where it is too late, since all callers have given them up or they could not be read
     */
    synchronized Optional<CompletableFuture<TrainTest>> join(Progress progress) {
        if (images.isPresent()) {
            return Optional.of(CompletableFuture.completedFuture(images.get()));
        }
        if (givenUp) {
            return Optional.empty();
        }
        Waiting one = new Waiting(progress, new CompletableFuture<>());
        waiting.add(one);
        return Optional.of(one.images());
    }

    /** Tells and asks all who wait; those who do not want to any more are let go at once. Returns whether anybody is left. */
    boolean report(String what, long done, long total) {
        List<Waiting> asked;
        synchronized (this) {
            asked = List.copyOf(waiting);
        }
        List<Waiting> leaving = asked.stream()
                .filter(one -> !one.progress().report(what, done, total))
                .toList();
        boolean wanted;
        synchronized (this) {
            waiting.removeAll(leaving);
            givenUp = waiting.isEmpty();
            wanted = !givenUp;
        }
        leaving.forEach(one -> one.images().completeExceptionally(new CancellationException("cancelled")));
        return wanted;
    }

    void complete(TrainTest read) {
        List<Waiting> all;
        synchronized (this) {
            images = Optional.of(read);
            all = List.copyOf(waiting);
            waiting.clear();
        }
        all.forEach(one -> one.images().complete(read));
    }

    void fail(Throwable cause) {
        List<Waiting> all;
        synchronized (this) {
            givenUp = true;
            all = List.copyOf(waiting);
            waiting.clear();
        }
        all.forEach(one -> one.images().completeExceptionally(cause));
    }
}
