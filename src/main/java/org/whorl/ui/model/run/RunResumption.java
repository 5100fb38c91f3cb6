package org.whorl.ui.model.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.whorl.ui.model.data.DatasetCache;
import org.whorl.ui.model.settings.RunSettings;
import org.whorl.ui.model.settings.Settings;

/** How a run that is kept on disk, or has all its epochs, goes on. FX thread only. */
final class RunResumption {
    private final Settings settings;
    private final DatasetCache shelf;
    private final CurrentRun inWindow;
    private final RunState state;
    private final ShownRun shown;
    private final PendingSettings changed;
    private final RunReplacement replacement;
    private final ReadOnlyObjectWrapper<Optional<String>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    RunResumption(
            Settings settings, DatasetCache shelf, CurrentRun inWindow, RunState state, RunReplacement replacement) {
        this.settings = settings;
        this.shelf = shelf;
        this.inWindow = inWindow;
        this.state = state;
        shown = state.shown();
        changed = state.changed();
        this.replacement = replacement;
    }

    /** Trains the run that is shown from its checkpoint on, kept or finished in the window, where it can. */
    void goOn() {
        try {
            next().ifPresent(plan -> {
                goOn(plan);
                inWindow.get().orElseThrow().start();
                state.refresh();
            });
        } catch (IOException e) {
            problem.set(Optional.of(e.getMessage()));
        }
    }

    /** Why it could not; empty where nothing went wrong. */
    ReadOnlyObjectProperty<Optional<String>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    private Optional<ResumePlan> next() throws IOException {
        Optional<ResumePlan> kept = shown.continuation();
        return kept.isPresent() ? kept : afterTheEnd();
    }

    /** How the finished run in the window goes on, as if it were opened from its folder; empty where it cannot. */
    private Optional<ResumePlan> afterTheEnd() throws IOException {
        Optional<Path> folder = inWindow.finished().filter(f -> shown.isInWindow());
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        RunSettings plan = inWindow.plan().orElseThrow();
        SavedRun kept = SavedRun.read(folder.get());
        RunSettings begun = kept.plan(plan.data()).orElse(plan);
        Optional<ResumePlan> next =
                ResumePlan.of(kept, begun, settings.training().getValue().epochs());
        if (next.isPresent()) {
            inWindow.retire(folder.get());
        }
        return next;
    }

    /** Goes on as it is planned; does not start yet. */
    void goOn(ResumePlan next) {
        Path folder = next.kept().folder();
        if (inWindow.canGoOnIn(folder)) {
            // It has only been paused.
            shown.comeBack();
            inWindow.plan().ifPresent(changed::setBack);
            return;
        }
        inWindow.free(folder);
        boolean replaces = inWindow.get().isPresent();
        replacement.replace(
                new Run(next, shelf),
                shown.own().map(Run::plan).orElse(settings.planProperty().get()),
                "Going on with " + next.kept().name() + ".");
        if (!replaces) {
            // It is the same run, or the first: there is none to bring back.
            inWindow.putAway().letGo();
        }
        changed.setBack(next.plan());
    }
}
