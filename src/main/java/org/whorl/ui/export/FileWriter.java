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
import java.util.function.Consumer;
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

    /** What became of a file: in few words, and whether it is there. */
    private record Outcome(String words, boolean saved) {}

    /** Of a folder's path, the last of which say where it is. */
    private static final int MOST_NAMES = 3;

    /** Two, so that a picture need not wait for a film. */
    private static final int AT_ONCE = 2;

    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, work -> {
        Thread thread = new Thread(work, "whorl-writing");
        thread.setDaemon(true);
        return thread;
    });
    private final List<String> names = new ArrayList<>();
    private Runnable afterwards = () -> {};
    private Consumer<String> told = words -> {};

    /**
     * Writes a file.
     *
     * @return in a few words what became of it, on the FX thread
     */
    public CompletableFuture<String> write(Path file, Work work) {
        String name = file.getFileName().toString();
        names.add(name);
        CompletableFuture<String> outcome = new CompletableFuture<>();
        threads.execute(() -> {
            Outcome became = outcome(name, work);
            Platform.runLater(() -> {
                names.remove(name);
                outcome.complete(became.words());
                told.accept(became.saved() ? became.words() + " in " + folder(file) : became.words());
                if (names.isEmpty()) {
                    afterwards.run();
                }
            });
        });
        return outcome;
    }

    /** Who is told besides of every file, with its folder where it has been saved. */
    void setTold(Consumer<String> consumer) {
        told = consumer;
    }

    /** The folder of a file, for people: short, from their own one where it is in there. */
    static String folder(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        Path home = Path.of(System.getProperty("user.home"));
        if (folder.equals(home)) {
            return home.toString();
        }
        if (folder.startsWith(home)) {
            folder = home.relativize(folder);
        }
        int names = folder.getNameCount();
        return names <= MOST_NAMES ? folder.toString() : "… / " + folder.subpath(names - MOST_NAMES, names);
    }

    private static Outcome outcome(String name, Work work) {
        try {
            work.run();
            return new Outcome("saved " + name, true);
        } catch (CancellationException e) {
            return new Outcome("cancelled", false);
        } catch (Throwable e) {
            return new Outcome("could not save " + name + ": " + reason(e), false);
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
