package org.whorl.ui.task;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Work is done when the test says so, on the test's thread, and time passes when it says so. */
class BackgroundJobTest {
    private static final long TENTH = 100_000_000;

    private final Queue<Runnable> work = new ArrayDeque<>();
    private final List<String> told = new ArrayList<>();
    private long now;
    private final Executor background = work::add;
    private final BackgroundJob<String> job = new BackgroundJob<>(() -> background, Runnable::run, () -> now);

    private void work() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    private BackgroundJob.State state() {
        return job.stateProperty().get();
    }

    private void replace(String result) {
        job.replace("making " + result, report -> result, told::add);
    }

    @Test
    void aResultIsReceivedAndTheJobIsIdleAgain() {
        replace("a");
        assertEquals(new BackgroundJob.State("making a", -1, true, ""), state());
        work();
        assertEquals(List.of("a"), told);
        assertEquals(BackgroundJob.State.IDLE, state());
    }

    @Test
    void theLatestRequestReplacesTheOneThatWaits() {
        replace("a");
        replace("b");
        work();
        assertEquals(List.of("b"), told);
    }

    @Test
    void whatWasReplacedWhileItRanIsToldToStopAndNotReceived() {
        job.replace(
                "first",
                report -> {
                    replace("second");
                    assertFalse(report.report("first", 1, 2), "it goes on");
                    report.tell(() -> told.add("news of the first"));
                    return "first";
                },
                told::add);
        work();
        assertEquals(List.of("second"), told);
        assertEquals(BackgroundJob.State.IDLE, state());
    }

    @Test
    void whatFollowsDoesNotStopWhatHasBegunAndTakesThePlaceOfWhatWaits() {
        job.follow(
                report -> {
                    job.follow(r -> "second", told::add, told::add);
                    job.follow(r -> "third", told::add, told::add);
                    assertTrue(report.report("first", 1, 2), "it is told to stop");
                    return "first";
                },
                told::add,
                told::add);
        work();
        assertEquals(List.of("first", "third"), told);
        assertEquals(BackgroundJob.State.IDLE, state());
    }

    @Test
    void whateverIsThrownIsAProblemInWordsAndTheNextIsDone() {
        job.replace(
                "",
                report -> {
                    throw new OutOfMemoryError("Java heap space");
                },
                told::add,
                told::add);
        work();
        String words = "expected enough memory, found too little (Java heap space); start Java with a larger -Xmx";
        assertEquals(List.of(words), told);
        assertEquals(new BackgroundJob.State("", -1, false, words), state());
        job.follow(
                report -> {
                    throw new NoClassDefFoundError();
                },
                told::add,
                told::add);
        work();
        assertEquals(List.of(words, "NoClassDefFoundError"), told);
        replace("a");
        work();
        assertEquals(List.of(words, "NoClassDefFoundError", "a"), told);
        assertEquals(BackgroundJob.State.IDLE, state());
    }

    @Test
    void whatIsCancelledRunsUntilItHasStoppedAndIsNotReceived() {
        job.replace(
                "adding",
                report -> {
                    job.cancel();
                    assertEquals(new BackgroundJob.State("stopping …", -1, true, ""), state());
                    if (!report.report("adding", 1, 2)) {
                        throw new CancellationException();
                    }
                    return "sum";
                },
                told::add,
                told::add);
        work();
        assertEquals(List.of(), told);
        assertEquals(new BackgroundJob.State("Stopped.", -1, false, ""), state());
    }

    @Test
    void whatIsCancelledTooLateIsNotReceivedEither() {
        job.replace(
                "adding",
                report -> {
                    job.cancel();
                    return "sum";
                },
                told::add);
        work();
        assertEquals(List.of(), told);
        assertEquals("Stopped.", state().line());
    }

    @Test
    void whatIsForgottenIsIdleAtOnce() {
        replace("a");
        job.forget();
        assertEquals(BackgroundJob.State.IDLE, state());
        work();
        assertEquals(List.of(), told);
    }

    @Test
    void whatIsAskedForNextDoesNotWaitForWhatWasForgotten() {
        List<Queue<Runnable>> threads = new ArrayList<>();
        BackgroundJob<String> slow = new BackgroundJob<>(
                () -> {
                    threads.add(new ArrayDeque<>());
                    return threads.get(threads.size() - 1)::add;
                },
                Runnable::run,
                () -> now);
        slow.replace("", report -> "forgotten", told::add);
        slow.forget();
        slow.replace("", report -> "wanted", told::add);
        assertEquals(2, threads.size());
        threads.get(1).remove().run();
        assertEquals(List.of("wanted"), told);
        slow.forget();
        assertEquals(2, threads.size(), "nothing was under way");
    }

    @Test
    void progressIsToldTenTimesASecondAtMost() {
        job.stateProperty().addListener((o, was, is) -> told.add(is.words() + " " + is.share()));
        job.replace(
                "counting",
                report -> {
                    for (int i = 0; i < 40; i++) {
                        report.report("counted", i, 40);
                        now += TENTH / 10;
                    }
                    return "";
                },
                done -> {});
        work();
        assertEquals(
                List.of("counting -1.0", "counted 0.0", "counted 0.25", "counted 0.5", "counted 0.75", " -1.0"), told);
    }
}
