package org.whorl.cli;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;

import org.whorl.training.TrainingSession;

/** Lets work that is interrupted (Ctrl-C) come to an end of its own: a run stops after its step, with a checkpoint. */
final class Interruption implements AutoCloseable {
    private final Thread hook;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean wanted;

    private Interruption(Runnable stop, PrintWriter err) {
        hook = new Thread(
                () -> {
                    wanted = true;
                    try {
                        stop.run();
                        over.await();
                    } catch (InterruptedException e) {
                        // The machine is going down faster than the step ends: what the last epoch left has to do.
                        return;
                    }
                    err.println("stopped; go on with the same command" + (stop == NOTHING ? "" : " and --resume"));
                    err.flush();
                },
                "whorl-interruption");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private static final Runnable NOTHING = () -> {};

    /** For work that asks {@link #wanted} now and then. */
    static Interruption of(PrintWriter err) {
        return new Interruption(NOTHING, err);
    }

    /** For one run. */
    static Interruption of(TrainingSession session, PrintWriter err) {
        return new Interruption(session::stop, err);
    }

    /** Whether the user wants the work to stop. */
    boolean wanted() {
        return wanted;
    }

    /** The work is over: from now on, an interruption ends the program at once. */
    @Override
    public void close() {
        over.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // It is already running, which is what it was for.
            return;
        }
    }
}
