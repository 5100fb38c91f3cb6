package org.whorl.training;

import java.nio.file.Path;
import java.util.Optional;

import org.whorl.network.Model;
import org.whorl.network.NetworkSpec;

/**
 * One run, on one long-lived thread of its own. It never calls anybody: whoever shows it takes snapshots at a pace of their own. All
 * methods may be called from any thread and return at once, but for {@link #await} and {@link #close}.
 */
public final class TrainingSession implements AutoCloseable {
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
            NetworkSpec spec, TrainingSettings settings, DataSource source, Optional<Path> runFolder, boolean resume) {}

    /** Trains until paused, stopped or finished. */
    public void start() {}

    /** Waits after the step that is being made. */
    public void pause() {}

    /** Makes one step, then waits. */
    public void step() {}

    /** Ends after the step that is being made, with a checkpoint. */
    public void stop() {}

    /** The latest state; copies the parameters, so ask at most 25 times a second. */
    public TrainingSnapshot snapshot() {
        throw new IllegalStateException();
    }

    public MetricsHistory history() {
        throw new IllegalStateException();
    }

    /** The model as it is now, with its preparation and provenance; empty before the network exists. */
    public Optional<Model> model() {
        return Optional.empty();
    }

    /** Waits until the session has finished, stopped or failed. */
    public void await() throws InterruptedException {}

    /** Stops, and waits for the thread to end. */
    @Override
    public void close() {}
}
