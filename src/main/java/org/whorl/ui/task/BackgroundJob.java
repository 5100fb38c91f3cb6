package org.whorl.ui.task;

import java.nio.file.FileSystemException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.whorl.data.Progress;

/**
 * One kind of work that is done off the FX thread. The latest request wins; whatever a request throws ends as a problem in words. To be
 * called from the thread that runs the results.
 *
 * @param <T> what the work results in
 */
public final class BackgroundJob<T> {
    private static final long REPORT_NANOS = 100_000_000;
    private static final long IDLE_SECONDS = 10;

    /**
     * How it stands.
     *
     * @param words what is being done, or "Stopped."; empty for neither
     * @param share how far it has come, 0 to 1; −1 where that is not known
     * @param running whether something is being done
     * @param problem what went wrong, in a sentence; empty where nothing did
     */
    public record State(String words, double share, boolean running, String problem) {
        public static final State IDLE = new State("", -1, false, "");
        static final State STOPPED = new State("Stopped.", -1, false, "");

        /** What to say of it. */
        public String line() {
            return problem.isEmpty() ? words : problem;
        }
    }

    /** What a piece of work says while it is under way; its words and share reach the state at most ten times a second. */
    public interface Report extends Progress {
        /** Has something run where results are received, unless another request has taken this one's place. */
        void tell(Runnable news);
    }

    /** Work on a thread of its own; what it throws becomes the problem, a {@link CancellationException} its end. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Report report) throws Exception;
    }

    private final Supplier<Executor> threads;
    private final Executor receivers;
    private final LongSupplier clock;
    private final AtomicReference<Request> waiting = new AtomicReference<>();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.IDLE);
    private Executor thread;
    private Request latest;

    /**
     * Nothing is done yet.
     *
     * @param name of its thread
     * @param receivers runs what takes the results: the FX thread
     */
    public BackgroundJob(String name, Executor receivers) {
        this(() -> thread(name), receivers, System::nanoTime);
    }

    /**
     * @param threads where work is done: one piece after the other on each
     * @param clock nanoseconds
     */
    BackgroundJob(Supplier<Executor> threads, Executor receivers, LongSupplier clock) {
        this.threads = threads;
        this.receivers = receivers;
        this.clock = clock;
        thread = threads.get();
    }

    /** One thread, which does one piece of work after the other, and ends where there is nothing to do for a while. */
    public static Executor thread(String name) {
        return new ThreadPoolExecutor(0, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
            Thread worker = new Thread(work, name);
            worker.setDaemon(true);
            return worker;
        });
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Does this instead of all that was asked for before: that is told to stop, and nothing of it is received any more. */
    public void replace(String words, Work<T> work, Consumer<T> receiver, Consumer<String> failed) {
        if (latest != null) {
            forget();
        }
        ask(words, work, receiver, failed);
    }

    /** Does this instead of all that was asked for before; what goes wrong is in the state only. */
    public void replace(String words, Work<T> work, Consumer<T> receiver) {
        replace(words, work, receiver, problem -> {});
    }

    /** Does this as soon as what has begun is done and received; it takes the place of what has not begun. */
    public void follow(Work<T> work, Consumer<T> receiver, Consumer<String> failed) {
        ask("", work, receiver, failed);
    }

    private void ask(String words, Work<T> work, Consumer<T> receiver, Consumer<String> failed) {
        Request request = new Request(work, receiver, failed);
        latest = request;
        state.set(new State(words, -1, true, ""));
        if (waiting.getAndSet(request) == null) {
            thread.execute(this::work);
        }
    }

    private void work() {
        Request request = waiting.getAndSet(null);
        if (request != null) {
            request.run();
        }
    }

    /** Asks what is being done to stop; it is running until it has. */
    public void cancel() {
        if (latest != null) {
            latest.cancelled = true;
            state.set(new State("stopping …", -1, true, ""));
        }
    }

    /** Lets go of all that was asked for at once: nothing of it is received any more. */
    public void forget() {
        if (latest != null) {
            latest.cancelled = true;
            latest.forgotten = true;
            latest = null;
            // It may take long to stop.
            thread = threads.get();
        }
        waiting.set(null);
        state.set(State.IDLE);
    }

    /** What went wrong, in words for people. */
    public static String problem(Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            return "expected enough memory, found too little (" + failure.getMessage()
                    + "); start Java with a larger -Xmx";
        }
        if (failure instanceof FileSystemException file) {
            String reason = file.getReason() == null ? file.getClass().getSimpleName() : file.getReason();
            return file.getFile() + ": " + reason;
        }
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    private final class Request implements Report {
        private final Work<T> work;
        private final Consumer<T> receiver;
        private final Consumer<String> failed;
        private volatile boolean cancelled;
        private volatile boolean forgotten;
        private boolean told;
        private long lastTold;

        Request(Work<T> work, Consumer<T> receiver, Consumer<String> failed) {
            this.work = work;
            this.receiver = receiver;
            this.failed = failed;
        }

        void run() {
            try {
                if (cancelled) {
                    throw new CancellationException();
                }
                T result = work.run(this);
                end(State.IDLE, () -> receiver.accept(result));
            } catch (CancellationException | InterruptedException e) {
                end(State.STOPPED, () -> {});
            } catch (Throwable e) {
                String words = problem(e);
                end(new State("", -1, false, words), () -> failed.accept(words));
            }
        }

        private void end(State how, Runnable news) {
            tell(() -> {
                boolean last = this == latest;
                if (last) {
                    latest = null;
                }
                try {
                    if (!cancelled) {
                        news.run();
                    }
                } finally {
                    // What receives the result may have asked for something else.
                    if (last && latest == null) {
                        state.set(cancelled ? State.STOPPED : how);
                    }
                }
            });
        }

        @Override
        public boolean report(String what, long done, long total) {
            long now = clock.getAsLong();
            // The beginning of a stage that cannot say how far it has come is all that is ever heard of it.
            if (!told || total < 0 || now - lastTold >= REPORT_NANOS) {
                told = true;
                lastTold = now;
                double share = total > 0 ? (double) done / total : -1;
                tell(() -> {
                    if (this == latest && !cancelled) {
                        state.set(new State(what, share, true, ""));
                    }
                });
            }
            return !cancelled;
        }

        @Override
        public void tell(Runnable news) {
            receivers.execute(() -> {
                if (!forgotten) {
                    news.run();
                }
            });
        }
    }
}
