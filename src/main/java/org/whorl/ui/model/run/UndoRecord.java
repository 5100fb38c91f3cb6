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
    private Optional<ShownNetwork> shown = Optional.empty();
    private Optional<RunSettings> settings = Optional.empty();

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
     * @param before what was shown; matters where there was no run
     * @param plan that comes back with it
     * @param what was done, for people
     */
    void put(Optional<Run> replaced, Optional<ShownNetwork> before, RunSettings plan, String what) {
        run.ifPresent(endings::end);
        run = replaced;
        settings = Optional.of(plan);
        if (replaced.isEmpty()) {
            shown = before;
        }
        words.set(Optional.of(what));
    }

    /** The run that comes back; empty where there was none, and {@link #shown} was shown. */
    Optional<Run> takeBack() {
        Optional<Run> back = run;
        run = Optional.empty();
        words.set(Optional.empty());
        return back;
    }

    /** What was shown before the first run. */
    Optional<ShownNetwork> shown() {
        return shown;
    }

    /** The settings of before; empty where nothing was ever put away. */
    Optional<RunSettings> settings() {
        return settings;
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

    boolean holdsRun() {
        return run.isPresent();
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
