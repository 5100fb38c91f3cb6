package org.whorl.ui.task;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/**
 * Runs something on the FX thread after a while. Unlike an animation it does not keep the toolkit drawing sixty times a second until
 * then.
 */
public final class FxTimer {
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "whorl-clock");
        thread.setDaemon(true);
        return thread;
    });

    private FxTimer() {}

    /** Runs it on the FX thread after so many milliseconds. */
    public static void run(long millis, Runnable work) {
        CLOCK.schedule(() -> Platform.runLater(work), millis, TimeUnit.MILLISECONDS);
    }
}
