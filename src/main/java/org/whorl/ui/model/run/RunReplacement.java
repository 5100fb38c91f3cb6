package org.whorl.ui.model.run;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

import org.whorl.group.Generator;
import org.whorl.network.NetworkSpec;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.data.DatasetCache;
import org.whorl.ui.model.settings.RunSettings;
import org.whorl.ui.model.settings.Settings;

/** Puts another run in the place of the one in the window, and brings that one back. FX thread only. */
final class RunReplacement {
    private final LabState lab;
    private final Settings settings;
    private final DatasetCache shelf;
    private final Supplier<Optional<Path>> runsFolder;
    private final CurrentRun inWindow;
    private final RunState state;
    private final ShownRun shown;
    private final PendingSettings changed;
    private final MatrixSource matrices;

    RunReplacement(
            LabState lab,
            Settings settings,
            DatasetCache shelf,
            Supplier<Optional<Path>> runsFolder,
            CurrentRun inWindow,
            RunState state) {
        this.lab = lab;
        this.settings = settings;
        this.shelf = shelf;
        this.runsFolder = runsFolder;
        this.inWindow = inWindow;
        this.state = state;
        shown = state.shown();
        changed = state.changed();
        matrices = new MatrixSource(lab);
    }

    /** A run with the settings as they are. */
    void begin() {
        boolean first = inWindow.get().isEmpty();
        RunSettings next = settings.planProperty().get();
        replaceBy(next, inWindow.plan().orElse(next), "A new run.");
        if (first) {
            // Nothing was put away that the user could want back.
            inWindow.putAway().letGo();
        }
    }

    /** A run of a network whose copies are made by a matrix, which becomes the settings'. */
    void begin(NetworkSpec network, Generator matrix) {
        matrices.give(matrix);
        RunSettings before = settings.planProperty().get();
        settings.network().set(network);
        replaceBy(settings.planProperty().get(), before, "A new run, with the matrix from pairs.");
    }

    /** The same run at its first step, where there is one. */
    void reset() {
        RunSettings before = settings.planProperty().get();
        inWindow.plan().ifPresent(plan -> replaceBy(plan, before, "Back at the first step, with the same seed."));
        state.refresh();
    }

    /** A run from another seed, where the settings are valid. */
    void newSeed() {
        RunSettings before = settings.planProperty().get();
        settings.training().drawSeed();
        if (settings.isValid()) {
            long seed = settings.training().getValue().seed();
            replaceBy(settings.planProperty().get(), before, "A new network from seed " + seed + ".");
        }
        state.refresh();
    }

    private void replaceBy(RunSettings plan, RunSettings before, String words) {
        replace(new Run(plan, runsFolder.get(), matrices.of(plan.network()), shelf), before, words);
    }

    /**
     * This run.
     *
     * @param before settings that come back with the run that was there
     * @param words what was done, for people
     */
    void replace(Run next, RunSettings before, String words) {
        shown.comeBack();
        changed.forgetReplaced();
        inWindow.replaceBy(next, Optional.ofNullable(lab.getShown()), before, words);
    }

    /** Brings back the run that was there, where there was any. */
    void undo() {
        if (inWindow.undoableProperty().get().isEmpty()) {
            return;
        }
        shown.comeBack();
        boolean edited = changed.isPending();
        inWindow.takeBack();
        inWindow.putAway().settings().ifPresent(edited ? changed::replaceBy : changed::setBack);
        if (inWindow.get().isEmpty()) {
            inWindow.putAway().shown().ifPresent(before -> lab.show(before.withVersion(lab.nextVersion())));
        }
        state.refresh();
    }
}
