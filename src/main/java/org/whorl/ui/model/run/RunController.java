package org.whorl.ui.model.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.whorl.group.Generator;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Objective;
import org.whorl.training.EpochMetrics;
import org.whorl.training.TrainingSnapshot;
import org.whorl.training.TrainingState;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.data.DatasetCache;
import org.whorl.ui.model.settings.RunSettings;
import org.whorl.ui.model.settings.Settings;

/**
 * The run in the window: starts, pauses, steps and resets it, and shows it to all views. Needs no screen. FX thread only.
 *
 * <p>The trainer calls no listener. Whoever owns this calls {@link #look} at most 25 times a second.
 */
public final class RunController {
    private final LabState lab;
    private final Settings settings;
    private final ReadOnlyObjectWrapper<Optional<TrainingSnapshot>> snapshot =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> continuable = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper active = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper present = new ReadOnlyBooleanWrapper();
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();
    private final CurrentRun inWindow = new CurrentRun();
    private final ShownRun shown;
    private final PendingSettings changed;
    private final RunReplacement replacement;
    private final RunResumption resumption;

    /**
     * @param runsFolder where runs are kept; empty to leave nothing on disk
     */
    public RunController(LabState lab, Settings settings, DatasetCache shelf, Supplier<Optional<Path>> runsFolder) {
        this.lab = lab;
        this.settings = settings;
        shown = new ShownRun(inWindow, snapshotProperty(), settings);
        changed = new PendingSettings(settings, inWindow, shown, this::update);
        replacement = new RunReplacement(lab, settings, shelf, runsFolder, inWindow, shown, changed);
        resumption = new RunResumption(settings, shelf, inWindow, shown, changed, replacement);
        settings.planProperty().addListener(o -> update());
        lab.changeWatchedProperty().addListener(o -> showChange());
    }

    /**
     * Trains: goes on with the run that is shown, in the window or kept, or begins a new one where there is none, it is over, or settings
     * have changed.
     */
    public void start() {
        if (ready()) {
            inWindow.get().orElseThrow().start();
            refresh();
        }
    }

    /** Sees to it that there is a run with the settings that can go on, which is in vain where they are not valid. */
    private boolean ready() {
        if (shown.wouldGoOn()) {
            shown.continuation().ifPresent(resumption::goOn);
            return true;
        }
        changed.apply();
        if (!inWindow.canGoOn() || changed.isPending()) {
            if (!settings.isValid()) {
                return false;
            }
            replacement.begin();
        }
        shown.comeBack();
        return true;
    }

    /**
     * Sets the network to one whose copies are made by a matrix, and trains it; what was there can be brought back.
     *
     * @throws IllegalArgumentException where that cannot be, in words for people; then nothing is changed
     */
    public void trainWith(Generator matrix) {
        NetworkSpec network = MatrixSource.network(settings.network().getValue(), matrix);
        pause();
        replacement.begin(network, matrix);
        inWindow.get().orElseThrow().start();
        refresh();
    }

    /** Waits after the step that is being made. */
    public void pause() {
        inWindow.get().ifPresent(Run::pause);
        refresh();
    }

    /** Does what is meant by the one button: waits, goes on, begins, or where a run is done begins one like it from another seed. */
    public void startOrPause() {
        if (isActive()) {
            pause();
        } else if (isDone()) {
            trainAgain();
        } else {
            start();
        }
    }

    /** Ends the run, with a checkpoint. */
    public void stop() {
        inWindow.get().ifPresent(Run::stop);
        refresh();
    }

    /** Begins a run like the one that is shown, from another seed. */
    public void trainAgain() {
        newSeed();
        if (settings.isValid()) {
            start();
        }
    }

    /** Whether the run that is shown has all its epochs, and the next one would be the same to the last bit. */
    public boolean isDone() {
        if (shown.kept().isPresent()) {
            return shown.isKeptAndDone();
        }
        return shown.own().filter(Run::isFinished).isPresent() && !changed.isPending();
    }

    /** Makes one training step. */
    public void step() {
        if (!isActive() && ready()) {
            inWindow.get().orElseThrow().step();
            refresh();
        }
    }

    /** Pauses the run, so that another network can be shown; the run is shown again when it goes on. */
    public void giveWay() {
        giveWayTo(List.of(), Objective.CLASSIFY);
    }

    /**
     * Gives way to a network of which is known how it was trained, and shows those curves.
     *
     * @param epochs what was measured after each; none where nothing is known
     * @param objective what it learned
     */
    public void giveWayTo(List<EpochMetrics> epochs, Objective objective) {
        shown.giveWay(ShownCurves.of(epochs, objective));
        pause();
        changes.set(changes.get() + 1);
    }

    /**
     * Gives way to a run that is kept on disk, and shows its curves instead; the settings become those it was begun with, so that Start
     * begins another like it where it is finished, and {@link PendingSettings#bringBack} brings back those that were there. Its network is
     * for the caller to show.
     */
    public void giveWayTo(SavedRun kept) {
        giveWay();
        Optional<RunSettings> plan = kept.plan(settings.dataProperty().get());
        shown.giveWayTo(new OpenedRun(kept, plan));
        plan.ifPresent(changed::replaceBy);
        update();
        changes.set(changes.get() + 1);
    }

    /**
     * Trains the kept run that is shown from its checkpoint on, to the bits of one that was never stopped; one that is finished, kept or
     * in the window, gets more epochs: as many as the settings say in all, or else as many again.
     */
    public void goOn() {
        try {
            resumption.next().ifPresent(plan -> {
                resumption.goOn(plan);
                inWindow.get().orElseThrow().start();
                refresh();
            });
        } catch (IOException e) {
            problem.set(Optional.of(e.getMessage()));
        }
    }

    /** Goes back to the first step with the same settings and the same seed; {@link #undo} brings back what was. */
    public void reset() {
        replacement.reset();
        refresh();
    }

    /** Another seed, and with it a network that has not learned yet. */
    public void newSeed() {
        replacement.newSeed();
        refresh();
    }

    /**
     * Brings back the run that the last reset put away, with its network, its curves and the settings as they were; it waits. Settings that
     * were changed since can be brought back too.
     */
    public void undo() {
        if (replacement.undo()) {
            refresh();
        }
    }

    /** Looks at the run and publishes what has changed. */
    public void look() {
        if (inWindow.get().map(Run::look).orElse(false)) {
            refresh();
        }
    }

    private void refresh() {
        shown.own().flatMap(run -> run.shown(lab.nextVersion())).ifPresent(lab::show);
        showChange();
        inWindow.letGoOfWhatIsOutdone();
        update();
        snapshot.set(inWindow.get().map(Run::latest));
        changes.set(changes.get() + 1);
    }

    private void showChange() {
        lab.changeProperty()
                .set(lab.changeWatchedProperty().get() ? shown.own().flatMap(Run::lastChange) : Optional.empty());
    }

    private void update() {
        active.set(inWindow.isActive());
        present.set(inWindow.get().isPresent());
        changed.compare();
        shown.update();
        Optional<String> afterTheEnd = inWindow.finished()
                .filter(folder -> shown.isInWindow() && !changed.isPending())
                .map(folder -> ResumePlan.more(settings.training().getValue().epochs()));
        continuable.set(shown.continuableProperty().get().or(() -> afterTheEnd));
    }

    /** In a few words, what {@link #goOn} would do; empty where nothing is shown that can go on. */
    public ReadOnlyObjectProperty<Optional<String>> continuableProperty() {
        return continuable.getReadOnlyProperty();
    }

    /** Why a run could not go on; empty where nothing went wrong. */
    public ReadOnlyObjectProperty<Optional<String>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Ends everything and waits for the last checkpoint. May be called from any thread, since a process ends on one of its own. */
    public void close() {
        inWindow.close();
    }

    /** The run that is shown, in the window or kept. */
    public ShownRun shown() {
        return shown;
    }

    /** The settings where they are not the run's. */
    public PendingSettings changed() {
        return changed;
    }

    /** The latest state of the run; empty where there is none. */
    public ReadOnlyObjectProperty<Optional<TrainingSnapshot>> snapshotProperty() {
        return snapshot.getReadOnlyProperty();
    }

    /** Grows with every change of the run or its curves. */
    public ReadOnlyLongProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /** In a few words, what {@link #undo} would take back; empty where there is nothing. */
    public ReadOnlyObjectProperty<Optional<String>> undoableProperty() {
        return inWindow.undoableProperty();
    }

    /** Whether it trains. */
    public ReadOnlyBooleanProperty activeProperty() {
        return active.getReadOnlyProperty();
    }

    public boolean isActive() {
        return active.get();
    }

    /** Whether there is a run. */
    public ReadOnlyBooleanProperty presentProperty() {
        return present.getReadOnlyProperty();
    }

    /** The run as it is now; empty where there is none, or its network does not exist yet. */
    public Optional<RunMoment> now() {
        return inWindow.get().flatMap(Run::now);
    }

    /** The run's settings; empty where there is no run. */
    public Optional<RunSettings> plan() {
        return inWindow.plan();
    }

    /** The run's name, which is its folder's once it has one; empty where there is no run. */
    public Optional<String> name() {
        return inWindow.get().map(Run::name);
    }

    /** Where the run is kept; empty where there is none, before its first step, and where it leaves nothing on disk. */
    public Optional<Path> folder() {
        return inWindow.get().flatMap(Run::folder);
    }

    /** Whether the run that is shown has begun and {@link #start} goes on with it. */
    public boolean canResume() {
        if (shown.kept().isPresent()) {
            return shown.wouldGoOn();
        }
        return inWindow.get()
                .map(Run::latest)
                .filter(now -> now.state() == TrainingState.PAUSED && now.step() > 0 && !changed.isPending())
                .isPresent();
    }
}
