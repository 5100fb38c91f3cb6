package org.whorl.ui.part;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Computes on a thread of its own. Requests do not queue: the latest replaces the one that waits. */
public final class Latest {
    private final ExecutorService thread;
    private final AtomicReference<Runnable> next = new AtomicReference<>();
    private final Executor receivers;

    /**
     * A thread that waits for requests.
     *
     * @param receivers runs what takes the results: the FX thread
     */
    public Latest(String name, Executor receivers) {
        this.receivers = receivers;
        thread = Executors.newSingleThreadExecutor(task -> {
            Thread worker = new Thread(task, name);
            worker.setDaemon(true);
            return worker;
        });
    }

    /**
     * Asks for something to be computed, in place of what was asked before and has not begun.
     *
     * @param receiver takes the result
     * @param failed is told why there is none
     */
    public <T> void ask(Supplier<T> work, Consumer<T> receiver, Consumer<String> failed) {
        Runnable request = () -> {
            try {
                T result = work.get();
                receivers.execute(() -> receiver.accept(result));
            } catch (RuntimeException | OutOfMemoryError e) {
                receivers.execute(() -> failed.accept(String.valueOf(e.getMessage())));
            }
        };
        if (next.getAndSet(request) == null) {
            thread.execute(() -> next.getAndSet(null).run());
        }
    }
}
