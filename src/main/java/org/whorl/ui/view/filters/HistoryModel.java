package org.whorl.ui.view.filters;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;

import org.whorl.network.Parameters;
import org.whorl.training.FilterHistory;
import org.whorl.ui.model.LabState;
import org.whorl.ui.task.BackgroundJob;

/**
 * The filters of the shown network as they were after each epoch, to scrub through and to play; without a screen. They come from the
 * folder of the run that is shown: the one in the window, or one that was opened. FX thread only.
 */
public final class HistoryModel {
    /** The position that means the network as it is now. */
    public static final int NOW = -1;

    /**
     * Filters as they were.
     *
     * @param epoch after which; 0 is before the first step
     * @param parameters of which only the filters matter
     */
    public record Frame(int epoch, Parameters parameters) {}

    private final LabState lab;
    private final Supplier<Optional<Path>> runFolder;
    private final BackgroundJob<FilterHistory> looking;
    private final BackgroundJob<Frame> reading;
    private final ReadOnlyObjectWrapper<Optional<FilterHistory>> history =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Frame>> frame = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final IntegerProperty position = new SimpleIntegerProperty(NOW);
    private final BooleanProperty playing = new SimpleBooleanProperty();

    /**
     * A model that knows no history yet.
     *
     * @param runFolder where the run that is shown is kept
     * @param fxThread runs what the reader reports
     */
    public HistoryModel(LabState lab, Supplier<Optional<Path>> runFolder, Executor fxThread) {
        this.lab = lab;
        this.runFolder = runFolder;
        looking = new BackgroundJob<>("whorl-epochs", fxThread);
        reading = new BackgroundJob<>("whorl-history", fxThread);
        position.addListener((o, was, is) -> read());
        frame.addListener((o, was, is) -> lab.pastProperty().set(is.map(Frame::parameters)));
        playing.addListener((o, was, is) -> {
            if (is && atEnd()) {
                position.set(0);
            }
        });
    }

    /** The folder that the shown network's history is in: a folder's name is its run's title. */
    private Optional<Path> folder() {
        String title = lab.getShown() == null ? "" : lab.getShown().title();
        return runFolder.get().filter(folder -> folder.toAbsolutePath()
                .normalize()
                .getFileName()
                .toString()
                .equals(title));
    }

    /** Looks, in the background, which epochs there are by now. */
    public void refresh() {
        Optional<Path> folder = folder();
        if (folder.isEmpty()) {
            looking.forget();
            take(Optional.empty());
            return;
        }
        // A run that has just begun has no description yet.
        looking.follow(
                report -> FilterHistory.open(folder.get()),
                found -> {
                    if (folder().equals(folder)) {
                        take(Optional.of(found));
                    }
                },
                none -> take(Optional.empty()));
    }

    private void take(Optional<FilterHistory> found) {
        Optional<FilterHistory> fits = found.filter(h -> lab.getShown() != null
                && h.spec().equals(lab.getShown().spec())
                && !h.epochs().isEmpty());
        boolean another = !fits.map(FilterHistory::folder).equals(history.get().map(FilterHistory::folder));
        history.set(fits);
        if (another || fits.isEmpty()) {
            playing.set(false);
            position.set(NOW);
            frame.set(Optional.empty());
        }
    }

    /** What there is to scrub through; empty where the shown network has no history. */
    public ReadOnlyObjectProperty<Optional<FilterHistory>> historyProperty() {
        return history.getReadOnlyProperty();
    }

    /** The filters at the position; empty for the network as it is now. */
    public ReadOnlyObjectProperty<Optional<Frame>> frameProperty() {
        return frame.getReadOnlyProperty();
    }

    /** Which of the history's epochs is shown, as an index, or {@link #NOW}. */
    public IntegerProperty positionProperty() {
        return position;
    }

    /** Whether whoever shows this is to {@link #advance} from time to time. */
    public BooleanProperty playingProperty() {
        return playing;
    }

    /** One line about what went wrong; empty where nothing did. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    private boolean atEnd() {
        return position.get() == NOW
                || position.get() >= history.get().map(h -> h.epochs().size()).orElse(0) - 1;
    }

    /** Goes one epoch on while playing; stops at the last. */
    public void advance() {
        if (!playing.get()) {
            return;
        }
        if (atEnd()) {
            playing.set(false);
        } else {
            position.set(position.get() + 1);
        }
    }

    private void read() {
        if (position.get() == NOW || history.get().isEmpty()) {
            frame.set(Optional.empty());
            return;
        }
        FilterHistory from = history.get().get();
        int index = Math.min(position.get(), from.epochs().size() - 1);
        int epoch = from.epochs().get(index);
        reading.follow(report -> new Frame(epoch, from.at(epoch)), read -> received(from, read), why -> {
            playing.set(false);
            problem.set(why);
        });
    }

    private void received(FilterHistory from, Frame read) {
        boolean same = history.get().map(h -> h.folder().equals(from.folder())).orElse(false);
        if (same && position.get() != NOW) {
            problem.set("");
            frame.set(Optional.of(read));
        }
    }
}
