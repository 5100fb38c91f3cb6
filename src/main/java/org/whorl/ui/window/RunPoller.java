package org.whorl.ui.window;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;

import org.whorl.ui.model.run.RunController;
import org.whorl.ui.task.FxTimer;

/**
 * Looks at the run, as often as the user could want to see it: often while the user is at the window, a few times a second while they
 * only watch, and rarely while it cannot be seen or nothing happens. All that a look changes is drawn at once. FX thread only.
 */
final class RunPoller {
    private static final long ATTENDED = 80;
    private static final long WATCHED = 400;
    private static final long RESTING = 400;
    private static final long UNSEEN = 1000;
    private static final long ATTENTION_NANOS = 2_000_000_000L;

    private final RunController runs;
    private final ReadOnlyBooleanProperty iconified;
    private long touched = System.nanoTime() - ATTENTION_NANOS;
    private long turn;
    private long waiting;
    private boolean stopped;

    RunPoller(RunController runs, ReadOnlyBooleanProperty iconified) {
        this.runs = runs;
        this.iconified = iconified;
        runs.presentProperty().addListener(o -> lookSoon());
        runs.activeProperty().addListener(o -> lookSoon());
        iconified.addListener(o -> lookSoon());
    }

    /** Takes whatever is done with mouse and keyboard as a sign that the user is there. */
    void attend(Scene scene) {
        scene.addEventFilter(InputEvent.ANY, e -> {
            touched = System.nanoTime();
            if (waiting > ATTENDED) {
                lookSoon();
            }
        });
    }

    private void lookSoon() {
        schedule(ATTENDED);
    }

    private void schedule(long millis) {
        if (stopped || !runs.presentProperty().get()) {
            return;
        }
        waiting = millis;
        long mine = ++turn;
        FxTimer.run(millis, () -> {
            if (mine == turn && !stopped) {
                runs.look();
                schedule(pace());
            }
        });
    }

    private long pace() {
        if (iconified.get()) {
            return UNSEEN;
        }
        if (System.nanoTime() - touched < ATTENTION_NANOS) {
            return ATTENDED;
        }
        return runs.isActive() ? WATCHED : RESTING;
    }

    void stop() {
        stopped = true;
    }
}
