package org.whorl.ui.view.paper;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

import org.whorl.data.DataException;
import org.whorl.data.DatasetInfo;
import org.whorl.data.set.Datasets;
import org.whorl.paper.Experiment;
import org.whorl.paper.Reproduction;
import org.whorl.paper.Table;
import org.whorl.paper.Watch;
import org.whorl.ui.task.BackgroundJob;

/** Fills a part of a table on a thread of its own. Reports to another thread, the latest moment only. */
final class TableRun {
    private final Table table;
    private final Set<Experiment> wanted;
    private final Path out;
    private final Function<String, Optional<Path>> dataFolder;
    private final Executor reports;
    private final Consumer<Watch.Moment> moved;
    private final Consumer<Optional<String>> ended;
    private final AtomicReference<Watch.Moment> latest = new AtomicReference<>();
    private final Thread thread = new Thread(this::run, "whorl-paper-run");
    private volatile boolean stopping;
    private volatile Optional<String> missing = Optional.empty();

    /**
     * A run that has not begun.
     *
     * @param dataFolder where a data set's files are, by its name; empty to look in the usual places
     * @param reports runs what is told to the last two
     * @param moved told how far it has come
     * @param ended told once: what went wrong, in a sentence; empty where it is done or was stopped
     */
    TableRun(
            Table table,
            Set<Experiment> wanted,
            Path out,
            Function<String, Optional<Path>> dataFolder,
            Executor reports,
            Consumer<Watch.Moment> moved,
            Consumer<Optional<String>> ended) {
        this.table = table;
        this.wanted = Set.copyOf(wanted);
        this.out = out;
        this.dataFolder = dataFolder;
        this.reports = reports;
        this.moved = moved;
        this.ended = ended;
        thread.setDaemon(true);
    }

    /** The name of the upright set that it lacked; empty where it lacked none. */
    Optional<String> missing() {
        return missing;
    }

    void start() {
        thread.start();
    }

    /** Asks it to stop, with a checkpoint; returns at once. */
    void stop() {
        stopping = true;
    }

    /** Waits until it has ended and its checkpoint is written. */
    void await() {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        Optional<String> problem = Optional.empty();
        try {
            requireData();
            new Reproduction(table, out, dataFolder).run(wanted::contains, this::at);
        } catch (CancellationException | InterruptedException e) {
            // It was asked to stop, and goes on from its checkpoint when asked again.
        } catch (Throwable e) {
            problem = Optional.of(BackgroundJob.problem(e));
        }
        Optional<String> said = problem;
        reports.execute(() -> ended.accept(said));
    }

    /** A set that is nowhere is said at once, and shorter than the loader would. */
    private void requireData() throws DataException {
        for (DatasetInfo info : Datasets.list()) {
            boolean needed = wanted.stream().anyMatch(e -> e.data().equals(info.name()));
            if (needed && !info.available() && dataFolder.apply(info.name()).isEmpty()) {
                String base = info.name().replaceFirst("^rot-", "");
                missing = Optional.of(base);
                throw new DataException(
                        base + " was not found on this machine: get it, or choose its folder under Data on the left.");
            }
        }
    }

    private boolean at(Watch.Moment moment) {
        if (latest.getAndSet(moment) == null) {
            reports.execute(() -> moved.accept(latest.getAndSet(null)));
        }
        return !stopping;
    }
}
