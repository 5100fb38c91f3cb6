package org.whorl.ui.task;

import java.util.function.DoubleConsumer;
import javafx.animation.AnimationTimer;

/** Says in every frame how much time has passed, while it runs. */
public final class FrameClock extends AnimationTimer {
    /** A frame that came late moves things by no more than that. */
    private static final double LONGEST = 0.1;

    private final DoubleConsumer passed;
    private long last = -1;

    /**
     * A clock that stands.
     *
     * @param passed told seconds
     */
    public FrameClock(DoubleConsumer passed) {
        this.passed = passed;
    }

    /** Lets it run, or stops it. */
    public void run(boolean wanted) {
        stop();
        last = -1;
        if (wanted) {
            start();
        }
    }

    @Override
    public void handle(long now) {
        if (last >= 0) {
            passed.accept(Math.min(LONGEST, (now - last) / 1e9));
        }
        last = now;
    }
}
