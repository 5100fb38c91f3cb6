package org.whorl.ui.model.run;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.whorl.network.NetworkSpec;
import org.whorl.network.Objective;
import org.whorl.training.EpochTest;
import org.whorl.training.TrainingSnapshot;
import org.whorl.training.TrainingState;
import org.whorl.ui.model.settings.RunSettings;
import org.whorl.ui.model.settings.Settings;

/**
 * The run that is shown: the one in the window, or a kept one that it has given way to; none where it has given way to another network, of
 * which there may be curves still. FX thread only.
 */
public final class ShownRun {
    private final CurrentRun inWindow;
    private final ReadOnlyObjectProperty<Optional<TrainingSnapshot>> snapshot;
    private final Settings settings;
    private final ReadOnlyObjectWrapper<Optional<String>> continuable = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<OpenedRun> opened = Optional.empty();
    private Optional<ShownCurves> past = Optional.empty();
    private boolean aside;

    /**
     * @param snapshot the latest state of the run in the window that was published
     * @param settings say how many epochs a kept run is to have where it goes on
     */
    ShownRun(CurrentRun inWindow, ReadOnlyObjectProperty<Optional<TrainingSnapshot>> snapshot, Settings settings) {
        this.inWindow = inWindow;
        this.snapshot = snapshot;
        this.settings = settings;
    }

    /** What of runs is shown, so that it can be shown again. */
    record Sight(boolean aside, Optional<OpenedRun> opened, Optional<ShownCurves> past) {}

    /** As it is now. */
    Sight sight() {
        return new Sight(aside, opened, past);
    }

    /** Shows again what was shown. */
    void show(Sight before) {
        aside = before.aside();
        opened = before.opened();
        past = before.past();
    }

    /** The settings that the kept run which is shown was begun with; empty where none is, or its folder does not say. */
    Optional<RunSettings> keptPlan() {
        return opened.flatMap(OpenedRun::plan);
    }

    /** Another network is shown, which belongs to no run; perhaps it is known how it was trained. */
    void giveWay(Optional<ShownCurves> curves) {
        aside = true;
        opened = Optional.empty();
        past = curves;
    }

    /** A kept run is shown. */
    void giveWayTo(OpenedRun kept) {
        aside = true;
        opened = Optional.of(kept);
        past = Optional.of(ShownCurves.of(kept.kept()));
    }

    /** The run in the window is shown again. */
    void comeBack() {
        aside = false;
        opened = Optional.empty();
        past = Optional.empty();
    }

    /** Says anew whether the kept run can go on, after that run or the settings have changed. */
    void update() {
        continuable.set(continuation().map(ResumePlan::words));
    }

    /** How the kept run that is shown goes on; empty where none is, or it cannot. */
    Optional<ResumePlan> continuation() {
        int epochs = settings.training().getValue().epochs();
        return opened.flatMap(run -> run.plan().flatMap(plan -> ResumePlan.of(run.kept(), plan, epochs)));
    }

    /** Whether {@link RunController#start} goes on with a kept run: only as it was, since other settings are those of another run. */
    boolean wouldGoOn() {
        return opened.flatMap(OpenedRun::plan)
                        .equals(Optional.of(settings.planProperty().get()))
                && continuation().filter(ResumePlan::isUnfinished).isPresent();
    }

    /** Whether it has all its epochs, and the settings are its own: the next one would be the same to the last bit. */
    public boolean isDone() {
        RunSettings next = settings.planProperty().get();
        if (opened.isPresent()) {
            return opened.flatMap(OpenedRun::plan).equals(Optional.of(next)) && !wouldGoOn();
        }
        return own().filter(run -> run.isFinished() && run.plan().equals(next)).isPresent();
    }

    /** Whether it has begun and {@link RunController#start} goes on with it, also where it has given way to another network. */
    public boolean canResume() {
        if (opened.isPresent()) {
            return wouldGoOn();
        }
        return inWindow.get()
                .filter(run -> run.plan().equals(settings.planProperty().get()))
                .map(Run::latest)
                .filter(now -> now.state() == TrainingState.PAUSED && now.step() > 0)
                .isPresent();
    }

    /** The run in the window where it is what is shown. */
    Optional<Run> own() {
        return inWindow.get().filter(run -> !aside);
    }

    /** Whether it is the run in the window, which has not given way to another network. */
    public boolean isInWindow() {
        return own().isPresent();
    }

    /** The kept run that the run in the window has given way to; empty where there is none. */
    public Optional<SavedRun> kept() {
        return opened.map(OpenedRun::kept);
    }

    /** Its curves; empty where none is shown. */
    public Optional<Curves> curves() {
        return past.map(ShownCurves::curves).or(() -> own().map(Run::curves));
    }

    /** What it learns; empty where none is shown. */
    public Optional<Objective> objective() {
        return past.map(ShownCurves::objective)
                .or(() -> own().map(Run::plan).map(RunSettings::network).map(NetworkSpec::objective));
    }

    /** How many epochs its curves are to reach over; empty where there are none. */
    public Optional<Double> epochs() {
        return past.map(ShownCurves::epochs)
                .or(() -> snapshot.get().filter(now -> !aside).map(now -> (double) now.epochs()));
    }

    /** What the last test of the run in the window found, image by image; empty before it, and where another is shown. */
    public Optional<EpochTest> latestTest() {
        return own().flatMap(Run::latestTest);
    }

    /** How the run in the window learns its angle; empty where another is shown, or nothing was tried yet. */
    public Optional<AngleProgress> angleProgress() {
        return own().map(Run::angleProgress).filter(search -> !search.isEmpty());
    }

    /** In a few words, what {@link RunController#goOn} would do; empty where no kept run is shown that can go on. */
    public ReadOnlyObjectProperty<Optional<String>> continuableProperty() {
        return continuable.getReadOnlyProperty();
    }
}
