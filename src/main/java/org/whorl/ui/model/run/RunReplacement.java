package org.whorl.ui.model.run;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

import org.whorl.group.Generator;
import org.whorl.network.NetworkSpec;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.ShownNetwork;
import org.whorl.ui.model.data.DatasetCache;
import org.whorl.ui.model.settings.DataChoice;
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
        replaceBy(next, shown.own().map(Run::plan).orElse(next), "A new run.");
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

    /** A run with these settings, which become those on the left; what was there can be brought back however much is learned. */
    void begin(RunSettings plan, String words) {
        RunSettings before = settings.planProperty().get();
        changed.setBack(plan);
        replaceBy(settings.planProperty().get(), before, words);
        inWindow.putAway().last();
    }

    /** What is shown at its first step: the run in the window, a kept one, or a network that is trained as the settings say. */
    void reset() {
        if (!state.resettableProperty().get()) {
            return;
        }
        RunSettings before = settings.planProperty().get();
        if (shown.isInWindow()) {
            replaceBy(inWindow.plan().orElseThrow(), before, "Back at the first step, with the same seed.");
        } else {
            RunSettings plan = shown.keptPlan().orElseGet(() -> ofShown(before));
            String title =
                    Optional.ofNullable(lab.getShown()).map(ShownNetwork::title).orElse("This network");
            changed.setBack(plan);
            replaceBy(plan, before, title + " at its first step.");
        }
        state.refresh();
    }

    /** The network that is shown, and its images where it says which, trained as the settings say. */
    private RunSettings ofShown(RunSettings now) {
        ShownNetwork network = lab.getShown();
        if (network == null) {
            return now;
        }
        Optional<DataChoice> other = network.trainedOn()
                .filter(set -> !set.equals(now.data().name()))
                .map(set -> new DataChoice(set, Optional.empty()));
        return new RunSettings(
                other.orElse(now.data()),
                other.isPresent() ? OptionalInt.empty() : now.limit(),
                network.spec(),
                now.training());
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
        UndoRecord.Seen seen = new UndoRecord.Seen(Optional.ofNullable(lab.getShown()), shown.sight(), before);
        shown.comeBack();
        changed.forgetReplaced();
        inWindow.replaceBy(next, seen, words);
    }

    /** Brings back what was seen, and the run that was there; nothing while another network is looked at, which that is not about. */
    void undo() {
        if (inWindow.undoableProperty().get().isEmpty() || !shown.isInWindow()) {
            return;
        }
        boolean edited = changed.isPending();
        UndoRecord.Seen before = inWindow.putAway().seen().orElseThrow();
        inWindow.takeBack();
        shown.show(before.sight());
        if (edited) {
            changed.replaceBy(before.settings());
        } else {
            changed.setBack(before.settings());
        }
        if (!shown.isInWindow()) {
            before.network().ifPresent(network -> lab.show(network.withVersion(lab.nextVersion())));
        }
        state.refresh();
    }
}
