package org.whorl.cli;

import java.io.PrintWriter;

import org.whorl.training.TrainingSession;

/** Lets a run that is interrupted (Ctrl-C) end after its step, with a checkpoint. */
final class Interruption {
    private final Thread hook;

    private Interruption(Thread hook) {
        this.hook = hook;
    }

    static Interruption of(TrainingSession session, PrintWriter err) {
        Thread hook = new Thread(() -> stop(session, err), "whorl-interruption");
        Runtime.getRuntime().addShutdownHook(hook);
        return new Interruption(hook);
    }

    private static void stop(TrainingSession session, PrintWriter err) {
        session.stop();
        try {
            session.await();
        } catch (InterruptedException e) {
            // The machine is going down faster than the step ends: what the last epoch left has to do.
            return;
        }
        err.println();
        err.println("stopped after step " + session.snapshot().step() + "; go on with --resume");
    }

    /** The run is over: from now on, an interruption ends the program at once. */
    void over() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // It is already running, which is what it was for.
            return;
        }
    }
}
