package org.whorl.ui.model.run;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.whorl.ui.model.ShownNetwork;
import org.whorl.ui.model.settings.RunSettings;

/** What the last reset put away, until it is taken back or something worth keeping has been learned instead. FX thread only. */
final class UndoRecord {
    private final ReadOnlyObjectWrapper<Optional<String>> words = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final EndingRuns endings;
    private Optional<Run> run = Optional.empty();
    private Optional<Seen> seen = Optional.empty();
    private boolean lasting;

    /**
     * What the user saw.
     *
     * @param network that was shown; empty before there was one
     * @param sight which run or network that belonged to
     * @param settings as they were
     */
    record Seen(Optional<ShownNetwork> network, ShownRun.Sight sight, RunSettings settings) {}

    /**
     * Nothing is put away.
     *
     * @param endings end what cannot be undone any more
     */
    UndoRecord(EndingRuns endings) {
        this.endings = endings;
    }

    /**
     * Puts away a run, and ends the one that was put away before.
     *
     * @param replaced the run; empty where there was none
     * @param before what was seen, and comes back with it
     * @param what was done, for people
     */
    void put(Optional<Run> replaced, Seen before, String what) {
        run.ifPresent(endings::end);
        run = replaced;
        seen = Optional.of(before);
        lasting = false;
        words.set(Optional.of(what));
    }

    /** What was put away last can come back however much is learned instead, since it holds the user's own settings. */
    void last() {
        lasting = true;
    }

    /** The run that comes back; empty where there was none. */
    Optional<Run> takeBack() {
        Optional<Run> back = run;
        run = Optional.empty();
        words.set(Optional.empty());
        return back;
    }

    /** What was seen before; empty where nothing was ever put away. */
    Optional<Seen> seen() {
        return seen;
    }

    /** What there is cannot be undone any more. */
    void letGo() {
        run.ifPresent(endings::end);
        run = Optional.empty();
        words.set(Optional.empty());
    }

    /** Lets the run go, where it is kept in this folder. */
    void letGo(Path folder) {
        if (run.filter(held -> held.isIn(folder)).isPresent()) {
            letGo();
        }
    }

    /** Whether there is a run that is let go once more has been learned. */
    boolean canBeOutdone() {
        return run.isPresent() && !lasting;
    }

    /** Ends the run that is put away, and waits for it. */
    void close() {
        run.ifPresent(Run::endNow);
    }

    /** In a few words, what would be taken back; empty where there is nothing. */
    ReadOnlyObjectProperty<Optional<String>> wordsProperty() {
        return words.getReadOnlyProperty();
    }
}
