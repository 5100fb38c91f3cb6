package org.whorl.ui.model.run;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.whorl.training.TrainingSnapshot;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.settings.Settings;

/** What all views can see of the run in the window and of the one that is shown, as it was published last. FX thread only. */
final class RunState {
    private final LabState lab;
    private final Settings settings;
    private final CurrentRun inWindow;
    private final ReadOnlyObjectWrapper<Optional<TrainingSnapshot>> snapshot =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> continuable = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper active = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper present = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper resettable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();
    private final ShownRun shown;
    private final PendingSettings changed;

    /** Publishes changes of the settings, and of whether anybody watches what a step does, by itself. */
    RunState(LabState lab, Settings settings, CurrentRun inWindow) {
        this.lab = lab;
        this.settings = settings;
        this.inWindow = inWindow;
        shown = new ShownRun(inWindow, snapshotProperty(), settings);
        changed = new PendingSettings(settings, inWindow, shown, this::update);
        settings.planProperty().addListener(o -> update());
        lab.changeWatchedProperty().addListener(o -> showChange());
    }

    /** Publishes the run as it is now, and its network. */
    void refresh() {
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
        resettable.set(present.get() || shown.kept().isPresent());
        Optional<String> afterTheEnd = inWindow.finished()
                .filter(folder -> shown.isInWindow() && !changed.isPending())
                .map(folder -> ResumePlan.more(settings.training().getValue().epochs()));
        continuable.set(shown.continuableProperty().get().or(() -> afterTheEnd));
    }

    /** The run that is shown, in the window or kept. */
    ShownRun shown() {
        return shown;
    }

    /** The settings where they are not the run's. */
    PendingSettings changed() {
        return changed;
    }

    /** The latest state of the run; empty where there is none. */
    ReadOnlyObjectProperty<Optional<TrainingSnapshot>> snapshotProperty() {
        return snapshot.getReadOnlyProperty();
    }

    /** In a few words, how what is shown would go on; empty where nothing is that can. */
    ReadOnlyObjectProperty<Optional<String>> continuableProperty() {
        return continuable.getReadOnlyProperty();
    }

    /** Grows with every change of the run or its curves. */
    ReadOnlyLongProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /** Whether it trains. */
    ReadOnlyBooleanProperty activeProperty() {
        return active.getReadOnlyProperty();
    }

    /** Whether there is a run. */
    ReadOnlyBooleanProperty resettableProperty() {
        return resettable.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty presentProperty() {
        return present.getReadOnlyProperty();
    }
}
