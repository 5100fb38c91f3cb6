package org.whorl.ui.part;

import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableBooleanValue;
import javafx.util.Duration;

/** Does something when asked to, but only so often, and only while it can be seen: requests in between become one. FX thread only. */
public final class Paced {
    private final ObservableBooleanValue visible;
    private final Runnable work;
    private final PauseTransition pause;
    private boolean wanted;
    private boolean resting;

    public Paced(Duration interval, ObservableBooleanValue visible, Runnable work) {
        this.visible = visible;
        this.work = work;
        pause = new PauseTransition(interval);
        pause.setOnFinished(e -> {
            resting = false;
            run();
        });
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
            pause.playFromStart();
        }
    }
}
