package org.whorl.ui.model.data;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.whorl.data.Progress;
import org.whorl.data.TrainTest;
import org.whorl.ui.model.settings.DataChoice;
import org.whorl.ui.model.settings.Settings;

/** The data set that is chosen: being read, here, or not to be had, and why. Needs no screen. FX thread only. */
public final class SelectedDataset {
    private static final long REPORT_NANOS = 100_000_000;

    /**
     * How it stands with the chosen set.
     *
     * @param choice which set
     * @param data its images, once they are here
     * @param words what is being done, or what went wrong; empty where the images are here
     * @param share how far it has come, 0 to 1; −1 where that is not known
     * @param problem whether it went wrong
     */
    public record State(DataChoice choice, Optional<TrainTest> data, String words, double share, boolean problem) {
        /** Whether it is being read. */
        public boolean isReading() {
            return data.isEmpty() && !problem;
        }
    }

    private final Settings settings;
    private final DatasetCache shelf;
    private final Executor fx;
    private final ReadOnlyObjectWrapper<State> state;
    private AtomicBoolean wanted = new AtomicBoolean();

    /**
     * Nothing is read yet.
     *
     * @param fx runs what is to run on the FX thread
     */
    public SelectedDataset(Settings settings, DatasetCache shelf, Executor fx) {
        this.settings = settings;
        this.shelf = shelf;
        this.fx = fx;
        state = new ReadOnlyObjectWrapper<>(new State(settings.dataProperty().get(), Optional.empty(), "", -1, false));
        settings.dataProperty().addListener((o, old, now) -> read());
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Reads the chosen set; at once where it was read before. */
    public void read() {
        DataChoice choice = settings.dataProperty().get();
        AtomicBoolean mine = new AtomicBoolean(true);
        // What was chosen before is not wanted any more.
        wanted.set(false);
        wanted = mine;
        state.set(new State(choice, Optional.empty(), "Reading " + choice.title() + " …", -1, false));
        load(choice, mine, (words, share) -> say(mine, words, share), (data, problem) -> {
            if (choice.equals(settings.dataProperty().get()) && mine == wanted) {
                state.set(
                        data == null
                                ? new State(choice, Optional.empty(), problem, -1, true)
                                : new State(choice, Optional.of(data), "", 1, false));
            }
        });
    }

    /** Stops reading. */
    public void cancel() {
        wanted.set(false);
    }

    private void say(AtomicBoolean mine, String words, double share) {
        if (mine == wanted && state.get().isReading()) {
            state.set(new State(state.get().choice(), Optional.empty(), words, share, false));
        }
    }

    /**
     * Reads a set, chosen or not.
     *
     * @param wanted set to false to stop
     * @param progress told what is being done and how far it has come, a few times a second
     * @param end told the images or, where these are null, what went wrong
     */
    public void load(
            DataChoice choice,
            AtomicBoolean wanted,
            BiConsumer<String, Double> progress,
            BiConsumer<TrainTest, String> end) {
        long seed = settings.training().getValue().seed();
        AtomicLong last = new AtomicLong();
        Progress telling = (what, done, total) -> {
            long now = System.nanoTime();
            if (now - last.get() > REPORT_NANOS) {
                last.set(now);
                fx.execute(() -> progress.accept(what, total > 0 ? (double) done / total : -1));
            }
            return wanted.get();
        };
        shelf.get(choice, seed, telling)
                .whenComplete((data, failure) ->
                        fx.execute(() -> end.accept(data, failure == null ? "" : words(choice, failure))));
    }

    private static String words(DataChoice choice, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof CancellationException) {
            return "Reading " + choice.title() + " was cancelled.";
        }
        return cause instanceof OutOfMemoryError
                ? choice.title() + ": expected to fit into memory, found too little; start Java with a larger -Xmx"
                : String.valueOf(cause.getMessage());
    }
}
