package org.whorl.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;

import org.whorl.data.Progress;
import org.whorl.data.TrainTest;
import org.whorl.network.Model;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Parameters;

/**
 * One run, on one long-lived thread of its own. It never calls anybody: whoever shows it takes snapshots at a pace of their own. All
 * methods may be called from any thread and return at once, but for {@link #await} and {@link #close}.
 */
public final class TrainingSession implements AutoCloseable {
    /** Between checkpoints within an epoch. */
    private static final double CHECKPOINT_SECONDS = 30;

    private final NetworkSpec wanted;
    private final TrainingSettings settings;
    private final DataSource source;
    private final Optional<Model> initial;
    private final Optional<Path> folder;
    private final boolean resume;
    private final MetricsHistory history = new MetricsHistory();
    private final Speed speed = new Speed();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread;

    private final Wishes wishes = new Wishes();

    private volatile TrainingState state = TrainingState.PREPARING;
    private volatile String activity = "loading images";
    private volatile Optional<String> failure = Optional.empty();
    private volatile Throwable cause;
    private volatile Optional<TrainTest> data = Optional.empty();
    private volatile PreparedData prepared;
    private volatile Published published;
    private volatile boolean copyWanted = true;

    private RunFolder runFolder;
    private Trainer trainer;
    private double secondsInEpoch;
    private long lastCheckpoint;

    /** The trainer's state as it was after a step. */
    private record Published(
            Position position, int stepsPerEpoch, List<Double> activeFractions, Parameters parameters) {}

    /**
     * Makes a session that begins to load and prepare its images, and then waits for {@link #start}.
     *
     * @param spec the network, but for input shape and number of classes, which the data decide
     * @param settings how to train
     * @param source loads the data, on the session's thread
     * @param runFolder where the run is kept; none for a run that leaves nothing on disk
     * @param resume whether to continue from the run folder's checkpoint, where it has one
     */
    public TrainingSession(
            NetworkSpec spec, TrainingSettings settings, DataSource source, Optional<Path> runFolder, boolean resume) {
        this(spec, settings, source, Optional.empty(), runFolder, resume);
    }

    /**
     * The same, from a model's parameters instead of random ones.
     *
     * @param initial a model of the same network, where to begin
     */
    public TrainingSession(
            NetworkSpec spec,
            TrainingSettings settings,
            DataSource source,
            Optional<Model> initial,
            Optional<Path> runFolder,
            boolean resume) {
        this.initial = initial;
        this.wanted = spec;
        this.settings = settings;
        this.source = source;
        this.folder = runFolder;
        this.resume = resume;
        thread = new Thread(this::live, "whorl-training");
        thread.setDaemon(true);
        thread.start();
    }

    /** Trains until paused, stopped or finished. */
    public void start() {
        wishes.ask(Wishes.Wish.RUN);
    }

    /** Waits after the step that is being made. */
    public void pause() {
        wishes.ask(Wishes.Wish.WAIT);
    }

    /** Makes one step, then waits. */
    public void step() {
        wishes.ask(Wishes.Wish.STEP);
    }

    /** Ends after the step that is being made, with a checkpoint. */
    public void stop() {
        wishes.ask(Wishes.Wish.STOP);
    }

    public TrainingSettings settings() {
        return settings;
    }

    /** The latest state; its parameters are those of a step at most a moment ago. */
    public TrainingSnapshot snapshot() {
        Published p = published;
        copyWanted = true;
        if (p == null) {
            return new TrainingSnapshot(
                    state, activity, 0, 0, 0, settings.epochs(), 0, Double.NaN, List.of(), Optional.empty(), failure);
        }
        long stepsLeft =
                (long) p.stepsPerEpoch() * settings.epochs() - p.position().step();
        return new TrainingSnapshot(
                state,
                activity,
                p.position().step(),
                p.stepsPerEpoch(),
                p.position().epoch(),
                settings.epochs(),
                speed.imagesPerSecond(),
                speed.secondsFor(stepsLeft, settings.epochs() - p.position().epoch()),
                p.activeFractions(),
                Optional.of(p.parameters()),
                failure);
    }

    /** The exception behind a failure, for whoever wants to see its stack. */
    public Optional<Throwable> cause() {
        return Optional.ofNullable(cause);
    }

    public MetricsHistory history() {
        return history;
    }

    /** The images, once they are loaded. */
    public Optional<TrainTest> data() {
        return data;
    }

    /** The model as it is now, with its preparation and provenance; empty before the network exists. */
    public Optional<Model> model() {
        Published p = published;
        PreparedData images = prepared;
        if (p == null || images == null) {
            return Optional.empty();
        }
        List<EpochMetrics> epochs = history.epochsFrom(0);
        Map<String, Object> provenance = new LinkedHashMap<>();
        provenance.put("data", images.name());
        provenance.put("dataChecksum", images.checksum());
        provenance.put("trainImages", images.trainLabels().length);
        provenance.put("testImages", images.testLabels().length);
        provenance.put("training", settings);
        initial.ifPresent(model -> provenance.put("initialModel", model.provenance()));
        provenance.put("epochs", p.position().epoch());
        if (!epochs.isEmpty()) {
            EpochMetrics last = epochs.get(epochs.size() - 1);
            provenance.put("testLoss", last.testLoss());
            if (!Double.isNaN(last.testAccuracy())) {
                provenance.put("testAccuracy", last.testAccuracy());
            }
        }
        return Optional.of(new Model(p.parameters(), images.preparation(), images.classNames(), provenance));
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

    private void live() {
        try {
            prepare();
            publish();
            while (!trainer.finished() && awaitWish()) {
                work();
            }
            finish();
        } catch (CancellationException e) {
            end(TrainingState.STOPPED, "stopped");
        } catch (IOException | RuntimeException | Error e) {
            cause = e;
            failure = Optional.of(describe(e));
            end(TrainingState.FAILED, "failed");
        } finally {
            if (trainer != null) {
                trainer.close();
            }
            ended.countDown();
        }
    }

    private static String describe(Throwable e) {
        if (e instanceof OutOfMemoryError) {
            return "memory: expected enough for this network and batch, found too little; choose a smaller batch, or start"
                    + " Java with a larger -Xmx";
        }
        String message = e.getMessage();
        if (e instanceof java.nio.file.FileSystemException problem) {
            return problem.getFile() + ": "
                    + (problem.getReason() == null ? e.getClass().getSimpleName() : problem.getReason());
        }
        return message == null ? e.getClass().getSimpleName() : message.replaceAll("\\s+", " ");
    }

    private void prepare() throws IOException {
        Progress progress = (what, done, total) -> {
            activity = total > 0 ? what + " " + Math.round(100.0 * done / total) + " %" : what;
            return !wishes.stopping();
        };
        TrainTest loaded = source.load(progress);
        data = Optional.of(loaded);
        activity = "preparing images";
        prepared = PreparedData.of(loaded, settings, progress);
        NetworkSpec spec = wanted.withInput(
                loaded.train().shape(), loaded.train().classNames().size());
        trainer = new Trainer(spec, settings, prepared);
        initial.ifPresent(model -> begin(spec, model));
        if (folder.isPresent()) {
            RunFolder.Description description = new RunFolder.Description(
                    RunFolder.Description.FORMAT,
                    spec,
                    settings,
                    prepared.name(),
                    prepared.checksum(),
                    prepared.trainLabels().length,
                    prepared.testLabels().length,
                    initial.map(Model::fingerprint).orElse("none"));
            runFolder = new RunFolder(folder.get());
            if (resume && runFolder.hasCheckpoint()) {
                runFolder.checkSame(description);
                runFolder.restore(trainer).forEach(history::add);
            } else {
                runFolder.begin(description);
                runFolder.keepFilters(trainer.parameters(), 0);
            }
        }
        lastCheckpoint = System.nanoTime();
    }

    private void begin(NetworkSpec spec, Model model) {
        if (!model.spec().equals(spec)) {
            throw new TrainingException("initial model: expected the network " + spec + ", found " + model.spec());
        }
        trainer.parameters().copyFrom(model.parameters());
    }

    /** Waits until there is something to do; false when the session is to end. */
    private boolean awaitWish() {
        if (wishes.waiting()) {
            publish();
            state = TrainingState.PAUSED;
            activity = trainer.position().step() == 0 ? "ready" : "paused";
        }
        if (!wishes.awaitStep()) {
            return false;
        }
        state = TrainingState.RUNNING;
        return true;
    }

    private void work() throws IOException {
        if (!trainer.atEndOfEpoch()) {
            activity = "training";
            long start = System.nanoTime();
            long images = trainer.position().images();
            StepMetrics metrics = trainer.step();
            double seconds = (System.nanoTime() - start) / 1e9;
            secondsInEpoch += seconds;
            speed.step((int) (trainer.position().images() - images), seconds);
            history.add(metrics);
        }
        if (trainer.atEndOfEpoch()) {
            endEpoch();
        } else if (runFolder != null && (System.nanoTime() - lastCheckpoint) / 1e9 > CHECKPOINT_SECONDS) {
            checkpoint();
        }
        if (copyWanted || wishes.waiting()) {
            publish();
        }
    }

    private void endEpoch() throws IOException {
        activity = "testing";
        EpochMetrics metrics = trainer.endEpoch(
                done -> {
                    if (wishes.stopping()) {
                        // The steps are kept: a resumed run begins with this test.
                        checkpointQuietly();
                        return false;
                    }
                    return true;
                },
                secondsInEpoch);
        speed.epochEnd(metrics.seconds() - secondsInEpoch);
        secondsInEpoch = 0;
        history.add(metrics);
        publish();
        if (runFolder != null) {
            checkpoint();
            runFolder.keepFilters(trainer.parameters(), metrics.epoch());
            runFolder.writeModel(model().orElseThrow());
        }
    }

    private void checkpointQuietly() {
        try {
            if (runFolder != null) {
                checkpoint();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void checkpoint() throws IOException {
        runFolder.checkpoint(trainer, history.epochsFrom(0));
        lastCheckpoint = System.nanoTime();
    }

    private void publish() {
        copyWanted = false;
        published = new Published(
                trainer.position(),
                trainer.stepsPerEpoch(),
                trainer.activeFractions(),
                trainer.parameters().copy());
    }

    private void finish() throws IOException {
        publish();
        if (trainer.finished()) {
            if (runFolder != null) {
                runFolder.writeModel(model().orElseThrow());
            }
            end(TrainingState.FINISHED, "finished");
            return;
        }
        if (runFolder != null) {
            checkpoint();
            runFolder.writeModel(model().orElseThrow());
        }
        end(TrainingState.STOPPED, "stopped");
    }

    private void end(TrainingState last, String words) {
        state = last;
        activity = words;
    }
}
