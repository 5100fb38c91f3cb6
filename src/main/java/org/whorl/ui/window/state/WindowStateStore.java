package org.whorl.ui.window.state;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.Observable;

import org.whorl.ui.task.BackgroundJob;
import org.whorl.ui.task.FxTimer;

/** Writes how the window is a moment after it has changed, so that it is remembered however the window ends. FX thread only. */
public final class WindowStateStore {
    private static final long MOMENT_MILLIS = 1000;

    private final Path file;
    private final Supplier<WindowState> now;
    private final Object writing = new Object();
    private final BackgroundJob<WindowState> saving = new BackgroundJob<>("whorl-window", Platform::runLater);
    private WindowState written;
    private boolean waiting;
    private boolean closed;

    /**
     * Nothing is written yet.
     *
     * @param now how the window is, asked on the FX thread
     */
    public WindowStateStore(Path file, Supplier<WindowState> now) {
        this.file = file;
        this.now = now;
    }

    /** Writes whenever one of these has changed. */
    public void watch(Observable... changes) {
        for (Observable each : changes) {
            each.addListener(o -> soon());
        }
    }

    private void soon() {
        if (waiting) {
            return;
        }
        waiting = true;
        FxTimer.run(MOMENT_MILLIS, () -> {
            waiting = false;
            WindowState next = now.get();
            // What goes wrong is said when the window closes, if it still is so then.
            saving.follow(report -> write(next), done -> {}, problem -> {});
        });
    }

    private WindowState write(WindowState next) throws IOException {
        synchronized (writing) {
            if (!closed && !next.equals(written)) {
                next.write(file);
                written = next;
            }
            return next;
        }
    }

    /** Writes for the last time. */
    public void close() {
        try {
            synchronized (writing) {
                closed = true;
                now.get().write(file);
            }
        } catch (IOException e) {
            System.err.println("whorl: could not remember the window in " + file + ": " + e.getMessage());
        }
    }
}
