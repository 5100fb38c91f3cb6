package org.whorl.ui.model.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;

import org.whorl.group.Generator;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Objective;
import org.whorl.training.EpochMetrics;
import org.whorl.training.TrainingSnapshot;
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
    private final Settings settings;
    private final CurrentRun inWindow = new CurrentRun();
    private final RunState state;
    private final ShownRun shown;
    private final PendingSettings changed;
    private final ReadOnlyIntegerWrapper refused = new ReadOnlyIntegerWrapper();
    private final RunReplacement replacement;
    private final RunResumption resumption;

    /**
     * @param runsFolder where runs are kept; empty to leave nothing on disk
     */
    public RunController(LabState lab, Settings settings, DatasetCache shelf, Supplier<Optional<Path>> runsFolder) {
        this.settings = settings;
        state = new RunState(lab, settings, inWindow);
        shown = state.shown();
        changed = state.changed();
        replacement = new RunReplacement(lab, settings, shelf, runsFolder, inWindow, state);
        resumption = new RunResumption(settings, shelf, inWindow, state, replacement);
    }

    /**
     * Trains: goes on with the run that is shown, in the window or kept, or begins a new one where there is none, it is over, or settings
     * have changed.
     */
    public void start() {
        if (ready()) {
            inWindow.get().orElseThrow().start();
            state.refresh();
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
                refused.set(refused.get() + 1);
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
        state.refresh();
    }

    /**
     * Sets everything as a plan says, and trains; what was there can be brought back, and stays so.
     *
     * @param words what was done, for people
     */
    public void train(RunSettings plan, String words) {
        pause();
        replacement.begin(plan, words);
        inWindow.get().orElseThrow().start();
        state.refresh();
    }

    /** Waits after the step that is being made. */
    public void pause() {
        inWindow.get().ifPresent(Run::pause);
        state.refresh();
    }

    /** Does what is meant by the one button: waits, goes on, begins, or where a run is done begins one like it from another seed. */
    public void startOrPause() {
        if (isActive()) {
            pause();
        } else if (shown.isDone()) {
            trainAgain();
        } else {
            start();
        }
    }

    /** Ends the run, with a checkpoint. */
    public void stop() {
        inWindow.get().ifPresent(Run::stop);
        state.refresh();
    }

    /** Begins a run like the one that is shown, from another seed. */
    public void trainAgain() {
        newSeed();
        start();
    }

    /** Grows whenever nothing was begun, since the settings are not valid. */
    public ReadOnlyIntegerProperty refusedProperty() {
        return refused.getReadOnlyProperty();
    }

    /** Makes one training step. */
    public void step() {
        if (!isActive() && ready()) {
            inWindow.get().orElseThrow().step();
            state.refresh();
        }
    }

    /** Pauses the run, so that another network can be shown; the run is shown again when it goes on. */
    public void giveWay() {
        shown.giveWay(Optional.empty());
        pause();
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
    }

    /**
     * Gives way to a run that is kept on disk, and shows its curves instead; the settings become those it was begun with, so that Start
     * begins another like it where it is finished, and {@link PendingSettings#bringBack} brings back those that were there. Its network is
     * for the caller to show.
     */
    public void giveWayTo(SavedRun kept) {
        Optional<RunSettings> plan = kept.plan(settings.dataProperty().get());
        shown.giveWayTo(new OpenedRun(kept, plan));
        pause();
        plan.ifPresent(changed::replaceBy);
    }

    /** Shows again the run or the curves that were shown before they gave way; what trains goes on, what waits waits. */
    void showAgain(ShownRun.Sight before) {
        shown.show(before);
        state.refresh();
    }

    /**
     * Trains the kept run that is shown from its checkpoint on, to the bits of one that was never stopped; one that is finished, kept or
     * in the window, gets more epochs: as many as the settings say in all, or else as many again.
     */
    public void goOn() {
        resumption.goOn();
    }

    /** Goes back to the first step of what is shown, with its settings; {@link #undo} brings back what was. */
    public void reset() {
        replacement.reset();
    }

    /** Another seed, and with it a network that has not learned yet. */
    public void newSeed() {
        replacement.newSeed();
    }

    /**
     * Brings back the settings that gave way to those of what was opened; else what was seen before the last reset or experiment: the
     * network, its curves and the settings as they were; a run waits. Settings that were changed since can be brought back too.
     */
    public void undo() {
        // A run that begins forgets settings that gave way: where there are any, they gave way since.
        if (changed.replacedProperty().get().isPresent()) {
            changed.bringBack();
        } else {
            replacement.undo();
        }
    }

    /** Looks at the run and publishes what has changed. */
    public void look() {
        if (inWindow.get().map(Run::look).orElse(false)) {
            state.refresh();
        }
    }

    /** In a few words, what {@link #goOn} would do; empty where nothing is shown that can go on. */
    public ReadOnlyObjectProperty<Optional<String>> continuableProperty() {
        return state.continuableProperty();
    }

    /** Why a run could not go on; empty where nothing went wrong. */
    public ReadOnlyObjectProperty<Optional<String>> problemProperty() {
        return resumption.problemProperty();
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
        return state.snapshotProperty();
    }

    /** Grows with every change of the run or its curves. */
    public ReadOnlyLongProperty changesProperty() {
        return state.changesProperty();
    }

    /** In a few words, what {@link #undo} would take back; empty where there is nothing. */
    public ReadOnlyObjectProperty<Optional<String>> undoableProperty() {
        return inWindow.undoableProperty();
    }

    /** Whether it trains. */
    public ReadOnlyBooleanProperty activeProperty() {
        return state.activeProperty();
    }

    public boolean isActive() {
        return state.activeProperty().get();
    }

    /** Whether there is a run. */
    public ReadOnlyBooleanProperty presentProperty() {
        return state.presentProperty();
    }

    /** Whether there is a run that can go back to its first step, in the window or kept. */
    public ReadOnlyBooleanProperty resettableProperty() {
        return state.resettableProperty();
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
}
