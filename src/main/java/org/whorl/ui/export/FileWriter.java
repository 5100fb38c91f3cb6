package org.whorl.ui.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;

/** Files that are being written in the background, so that whoever closes the window can wait for them. FX thread only. */
public final class FileWriter {
    /** Writes a file, or several. */
    @FunctionalInterface
    public interface Work {
        /**
         * Writes.
         *
         * @throws CancellationException where it was asked to stop
         */
        void run() throws IOException;
    }

    /** Two, so that a picture need not wait for a film. */
    private static final int AT_ONCE = 2;

    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, work -> {
        Thread thread = new Thread(work, "whorl-writing");
        thread.setDaemon(true);
        return thread;
    });
    private final List<String> names = new ArrayList<>();
    private Runnable afterwards = () -> {};

    /**
     * Writes a file.
     *
     * @return in a few words what became of it, on the FX thread
     */
    public CompletableFuture<String> write(Path file, Work work) {
        String name = file.getFileName().toString();
        names.add(name);
        CompletableFuture<String> told = new CompletableFuture<>();
        threads.execute(() -> {
            String outcome = outcome(name, work);
            Platform.runLater(() -> {
                names.remove(name);
                told.complete(outcome);
                if (names.isEmpty()) {
                    afterwards.run();
                }
            });
        });
        return told;
    }

    private static String outcome(String name, Work work) {
        try {
            work.run();
            return "saved " + name;
        } catch (CancellationException e) {
            return "cancelled";
        } catch (Throwable e) {
            return "could not save " + name + ": " + reason(e);
        }
    }

    /** Why something could not be drawn or written, in a few words. */
    static String reason(Throwable failure) {
        return failure instanceof OutOfMemoryError
                ? "not enough memory (" + failure.getMessage() + "); a smaller width needs less"
                : String.valueOf(failure.getMessage());
    }

    /** The file that is being written, or one of them; empty where none is. */
    public Optional<String> now() {
        return names.stream().findFirst();
    }

    /** What to do as soon as nothing is being written any more. */
    public void setAfterwards(Runnable action) {
        afterwards = action;
    }
}
