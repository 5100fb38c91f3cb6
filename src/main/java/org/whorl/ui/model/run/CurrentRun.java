package org.whorl.ui.model.run;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;

import org.whorl.ui.model.settings.RunSettings;

/** The run in the window, and the one whose place it took, which can come back. FX thread only. */
final class CurrentRun {
    private final EndingRuns endings = new EndingRuns();
    private final UndoRecord putAway = new UndoRecord(endings);
    private Optional<Run> run = Optional.empty();

    /** The run; empty where there is none yet. */
    Optional<Run> get() {
        return run;
    }

    /** Its settings; empty where there is none yet. */
    Optional<RunSettings> plan() {
        return run.map(Run::plan);
    }

    /** Whether it trains, or will as soon as it is prepared. */
    boolean isActive() {
        return run.filter(Run::isActive).isPresent();
    }

    /** Whether there is a run that can make more steps. */
    boolean canGoOn() {
        return run.filter(r -> !r.isOver()).isPresent();
    }

    /** Whether there is a run that can make more steps, and that is kept in this folder. */
    boolean canGoOnIn(Path folder) {
        return run.filter(r -> r.isIn(folder) && !r.isOver()).isPresent();
    }

    /** Lets nothing write into this folder any more but what is begun next: two runs must not write into one. */
    void free(Path folder) {
        putAway.letGo(folder);
        endings.await(folder);
    }

    /** Ends the run for good, so that another can write into its folder; waits for it. */
    void retire(Path folder) {
        run.ifPresent(endings::end);
        run = Optional.empty();
        free(folder);
    }

    /** The folder of the run where it has all its epochs; empty where there is none, or it leaves nothing on disk. */
    Optional<Path> finished() {
        return run.filter(Run::isFinished).flatMap(Run::folder);
    }

    /**
     * Puts away the run that there is, and takes another.
     *
     * @param before what was seen, and comes back with the run that is put away
     * @param words what was done, for people
     */
    void replaceBy(Run next, UndoRecord.Seen before, String words) {
        run.ifPresent(Run::pause);
        putAway.put(run, before, words);
        run = Optional.of(next);
    }

    /** Ends the run, and takes back the one that it replaced; there is none again where there was none. */
    void takeBack() {
        run.ifPresent(endings::end);
        run = putAway.takeBack();
    }

    /** What was put away is let go once the new run has learned something worth keeping. */
    void letGoOfWhatIsOutdone() {
        if (putAway.canBeOutdone() && run.filter(Run::hasLearned).isPresent()) {
            putAway.letGo();
        }
    }

    /** What was put away, and what comes back with it. */
    UndoRecord putAway() {
        return putAway;
    }

    /** In a few words, what would be taken back; empty where there is nothing. */
    ReadOnlyObjectProperty<Optional<String>> undoableProperty() {
        return putAway.wordsProperty();
    }

    /** Ends both and waits for the last checkpoint. */
    void close() {
        putAway.close();
        run.ifPresent(Run::endNow);
    }
}
