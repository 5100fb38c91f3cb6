package org.whorl.ui.task;

import javafx.beans.value.ObservableBooleanValue;
import javafx.util.Duration;

/** Does something when asked to, but only so often, and only while it can be seen: requests in between become one. FX thread only. */
public final class Throttle {
    private final ObservableBooleanValue visible;
    private final Runnable work;
    private final long interval;
    private boolean wanted;
    private boolean resting;

    public Throttle(Duration interval, ObservableBooleanValue visible, Runnable work) {
        this.visible = visible;
        this.work = work;
        this.interval = (long) interval.toMillis();
        visible.addListener((o, old, now) -> run());
    }

    /** Asks for it: now, or as soon as the interval has passed and it can be seen. */
    public void request() {
        wanted = true;
        run();
    }

    private void run() {
        if (wanted && !resting && visible.get()) {
            wanted = false;
            resting = true;
            work.run();
            FxTimer.run(interval, () -> {
                resting = false;
                run();
            });
        }
    }
}
