package org.whorl.ui.model.data;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import static org.junit.jupiter.api.Assertions.fail;

/** Stands for the FX thread: what the background reports is run here, by the test. */
public final class Inbox implements Executor {
    private final BlockingQueue<Runnable> reports = new LinkedBlockingQueue<>();

    @Override
    public void execute(Runnable report) {
        reports.add(report);
    }

    /** Runs what is reported until something holds. */
    public void until(BooleanSupplier condition) {
        try {
            while (!condition.getAsBoolean()) {
                Runnable report = reports.poll(60, TimeUnit.SECONDS);
                if (report == null) {
                    fail("nothing more is reported");
                }
                report.run();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
