package org.whorl.training;

import java.util.Optional;

/** What others want a session to do, and where its thread waits until they want something. Thread-safe. */
final class SessionRequests {
    /** What a session is asked for; nothing follows {@link #STOP}. */
    enum Wish {
        WAIT,
        STEP,
        RUN,
        STOP
    }

    private Wish wish = Wish.WAIT;
    private Optional<LiveSettings> change = Optional.empty();

    /** Replaces the wish, unless it is to stop. */
    synchronized void ask(Wish next) {
        if (wish != Wish.STOP) {
            wish = next;
            notifyAll();
        }
    }

    /** Wants other settings from the next step on; of several requests the last one counts. */
    synchronized void askChange(LiveSettings wanted) {
        change = Optional.of(wanted);
    }

    /** The settings that the user wants, once. */
    synchronized Optional<LiveSettings> takeChange() {
        Optional<LiveSettings> taken = change;
        change = Optional.empty();
        return taken;
    }

    synchronized boolean stopping() {
        return wish == Wish.STOP;
    }

    /** Whether the session is to wait when its step is done. */
    synchronized boolean waiting() {
        return wish == Wish.WAIT || wish == Wish.STOP;
    }

    /** Waits for work: true to make a step, false to stop. The wish for one step is used up. */
    synchronized boolean awaitStep() {
        while (wish == Wish.WAIT) {
            try {
                wait();
            } catch (InterruptedException e) {
                wish = Wish.STOP;
            }
        }
        if (wish == Wish.STEP) {
            wish = Wish.WAIT;
        }
        return wish != Wish.STOP;
    }

    /** Waits until something else is wanted, but not longer than that. */
    synchronized void awaitOther(long millis) {
        Wish now = wish;
        long end = System.nanoTime() + millis * 1_000_000;
        for (long left = millis; wish == now && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            try {
                wait(left);
            } catch (InterruptedException e) {
                wish = Wish.STOP;
            }
        }
    }
}
