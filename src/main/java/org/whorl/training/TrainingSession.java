package org.whorl.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

import org.whorl.data.TrainTest;
import org.whorl.network.Model;
import org.whorl.network.NetworkSpec;

/**
 * One run, on one long-lived thread of its own. It never calls anybody: whoever shows it takes snapshots at a pace of their own. All
 * methods may be called from any thread and return at once, but for {@link #await} and {@link #close}.
 */
public final class TrainingSession implements AutoCloseable {
    private final RunPlan plan;
    private final Publication publication;
    private final SessionRequests requests = new SessionRequests();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread;

    /** Makes a session that begins to load and prepare its images, and then waits for {@link #start}. */
    public TrainingSession(RunPlan plan) {
        this.plan = plan;
        publication = new Publication(plan);
        SessionWork work = new SessionWork(plan, requests, publication);
        thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } finally {
                        ended.countDown();
                    }
                },
                "whorl-training");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * The same from random parameters, without changes that are known already.
     *
     * @see RunPlan
     */
    public TrainingSession(
            NetworkSpec spec, TrainingSettings settings, DataSource source, Optional<Path> runFolder, boolean resume) {
        this(spec, settings, source, Optional.empty(), runFolder, resume);
    }

    /**
     * The same from a model's parameters.
     *
     * @see RunPlan
     */
    public TrainingSession(
            NetworkSpec spec,
            TrainingSettings settings,
            DataSource source,
            Optional<Model> initial,
            Optional<Path> runFolder,
            boolean resume) {
        this(new RunPlan(spec, settings, source, initial, List.of(), runFolder.map(folder -> () -> folder), resume));
    }

    /** Trains until paused, stopped or finished. */
    public void start() {
        requests.ask(SessionRequests.Wish.RUN);
    }

    /** Waits after the step that is being made. */
    public void pause() {
        requests.ask(SessionRequests.Wish.WAIT);
    }

    /** Makes one step, then waits. */
    public void step() {
        requests.ask(SessionRequests.Wish.STEP);
    }

    /** Ends after the step that is being made, with a checkpoint. */
    public void stop() {
        requests.ask(SessionRequests.Wish.STOP);
    }

    /**
     * Makes every step from the next one on with these settings. The change is recorded in the run folder.
     *
     * @throws IllegalArgumentException where a setting is out of range; then nothing changes
     */
    public void change(LiveSettings wanted) {
        wanted.in(plan.settings());
        wanted.in(plan.network());
        requests.askChange(wanted);
    }

    /** The settings that the run was begun with. */
    public TrainingSettings settings() {
        return plan.settings();
    }

    /** The latest state; its parameters are those of a step at most a moment ago. */
    public TrainingSnapshot snapshot() {
        return publication.snapshot();
    }

    /** What the last test found, image by image; empty before the first one of this session. */
    public Optional<EpochTest> latestTest() {
        return publication.latestTest();
    }

    /**
     * What a recent step did to the parameters; empty before the first. Steps leave it behind only while they are asked for: each call asks
     * the next one.
     */
    public Optional<StepChange> lastChange() {
        return publication.lastChange();
    }

    /** The exception behind a failure, for whoever wants to see its stack. */
    public Optional<Throwable> cause() {
        return publication.cause();
    }

    /** What came of the angles that a learned one was begun from, so far; empty where none is searched. */
    public List<AngleStart> angleStarts() {
        return publication.angleStarts();
    }

    /** How the angle went from each of these, in the order in which they were begun, as far as in this session. */
    public List<AngleTrack> angleSearch() {
        return publication.tracks().search();
    }

    /** How the angle that is learned goes in the run's own steps, as far as in this session; empty where none is learned. */
    public List<AngleTrack.Point> anglePath() {
        return publication.tracks().run();
    }

    /** Where the run is kept; empty before its first step, and where it leaves nothing on disk. */
    public Optional<Path> folder() {
        return publication.folder();
    }

    public MetricsHistory history() {
        return publication.history();
    }

    /** The images, once they are loaded. */
    public Optional<TrainTest> data() {
        return publication.data();
    }

    /** The model as it is now, with its preparation and provenance; empty before the network exists. */
    public Optional<Model> model() {
        return publication.model();
    }

    /** Whether the session has finished, stopped or failed, and writes nothing more. */
    public boolean hasEnded() {
        return ended.getCount() == 0;
    }

    /** Waits until the session has finished, stopped or failed. */
    public void await() throws InterruptedException {
        ended.await();
    }

    /** Stops, and waits for the thread to end. */
    @Override
    public void close() {
        stop();
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
}
