package org.whorl.ui.part;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

class LatestTest {
    /** Stands for the FX thread. */
    private final BlockingQueue<Runnable> reports = new LinkedBlockingQueue<>();

    private final Latest latest = new Latest("test", reports::add);
    private final List<String> told = new ArrayList<>();

    private void next() throws InterruptedException {
        Runnable report = reports.poll(60, TimeUnit.SECONDS);
        assertNotNull(report, "something is told");
        report.run();
    }

    @Test
    void whatCannotBeComputedIsSaidAndTheNextIsComputed() throws InterruptedException {
        latest.ask(
                () -> {
                    throw new OutOfMemoryError("Java heap space");
                },
                result -> told.add("result"),
                told::add);
        next();
        assertEquals(List.of("Java heap space"), told);
        latest.ask(() -> 7, result -> told.add("result " + result), told::add);
        next();
        assertEquals(List.of("Java heap space", "result 7"), told);
    }
}
