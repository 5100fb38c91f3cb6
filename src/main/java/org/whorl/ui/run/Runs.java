package org.whorl.ui.run;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.whorl.network.NetworkSpec;
import org.whorl.network.Objective;
import org.whorl.training.EpochTest;
import org.whorl.training.TrainingSnapshot;
import org.whorl.training.TrainingState;
import org.whorl.ui.lab.Lab;
import org.whorl.ui.settings.Plan;
import org.whorl.ui.settings.Settings;

/**
 * The run in the window: starts, pauses, steps and resets it, and shows it to all views. Needs no screen. FX thread only.
 *
 * <p>The trainer calls nobody. Whoever owns this calls {@link #look} at most 25 times a second.
 */
public final class Runs {
    private static final int SEEDS = 10_000;

    private final Lab lab;
    private final Settings settings;
    private final DataShelf shelf;
    private final Supplier<Optional<Path>> runsFolder;
    private final SecureRandom seeds = new SecureRandom();
    private final ReadOnlyObjectWrapper<Optional<TrainingSnapshot>> snapshot =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Endings endings = new Endings();
    private final PutAway putAway = new PutAway(endings);
    private final ReplacedSettings replaced;
    private final ReadOnlyObjectWrapper<Optional<String>> continuable = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper active = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper applicable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper pending = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper present = new ReadOnlyBooleanWrapper();
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();
    private Optional<Run> current = Optional.empty();
    private Optional<OpenedRun> opened = Optional.empty();
    private boolean aside;
    private boolean settingBack;

    /**
     * @param runsFolder where runs are kept; empty to leave nothing on disk
     */
    public Runs(Lab lab, Settings settings, DataShelf shelf, Supplier<Optional<Path>> runsFolder) {
        this.lab = lab;
        this.settings = settings;
        replaced = new ReplacedSettings(settings);
        this.shelf = shelf;
        this.runsFolder = runsFolder;
        settings.planProperty().addListener((o, old, now) -> update());
        lab.changeWatchedProperty().addListener(o -> showChange());
    }

    /**
     * Trains: goes on with the run that is shown, in the window or kept, or begins a new one where there is none, it is over, or settings
     * have changed.
     */
    public void start() {
        if (ready()) {
            current.orElseThrow().start();
            refresh();
        }
    }

    /** Sees to it that there is a run with the settings that can go on, which is in vain where they are not valid. */
    private boolean ready() {
        if (wouldGoOn()) {
            continuation().ifPresent(this::goOn);
            return true;
        }
        applySettings();
        if (current.isEmpty() || current.get().isOver() || isPending()) {
            if (!settings.isValid()) {
                return false;
            }
            beginAnew();
        }
        comeBack();
        return true;
    }

    /** Waits after the step that is being made. */
    public void pause() {
        current.ifPresent(Run::pause);
        refresh();
    }

    /** Pauses the run, so that another network can be shown; the run is shown again when it goes on. */
    public void giveWay() {
        aside = true;
        opened = Optional.empty();
        pause();
    }

    /**
     * Gives way to a run that is kept on disk, and shows its curves instead; the settings become those it was begun with, so that Start
     * begins another like it where it is finished, and {@link #bringBackSettings} brings back those that were there. Its network is for the caller to show.
     */
    public void giveWayTo(KeptRun kept) {
        giveWay();
        Optional<Plan> plan = kept.plan(settings.dataProperty().get());
        opened = Optional.of(new OpenedRun(kept, kept.curves(), plan));
        plan.ifPresent(this::replaceSettings);
        update();
        changes.set(changes.get() + 1);
    }

    /**
     * Trains the kept run that is shown from its checkpoint on, to the bits of one that was never stopped; one that is finished gets more
     * epochs: as many as the settings say in all, or else as many again.
     */
    public void goOn() {
        continuation().ifPresent(next -> {
            goOn(next);
            current.orElseThrow().start();
            refresh();
        });
    }

    private void goOn(Continuation next) {
        Path folder = next.kept().folder();
        if (current.filter(run -> run.isIn(folder) && !run.isOver()).isPresent()) {
            // It has only been paused.
            comeBack();
            setBack(current.get().plan());
            return;
        }
        // Two runs must not write into one folder.
        putAway.letGo(folder);
        endings.await(folder);
        replace(
                new Run(next, shelf),
                current.map(Run::plan).orElse(settings.planProperty().get()),
                "Going on with " + next.kept().name() + ".");
        setBack(next.plan());
    }

    private Optional<Continuation> continuation() {
        int epochs = settings.training().getValue().epochs();
        return opened.flatMap(run -> run.plan().flatMap(plan -> Continuation.of(run.kept(), plan, epochs)));
    }

    /** Whether {@link #start} goes on with a kept run: only as it was, since other settings are those of another run. */
    private boolean wouldGoOn() {
        return opened.flatMap(OpenedRun::plan)
                        .equals(Optional.of(settings.planProperty().get()))
                && continuation().filter(Continuation::isUnfinished).isPresent();
    }

    private void comeBack() {
        aside = false;
        opened = Optional.empty();
    }

    public void startOrPause() {
        if (isActive()) {
            pause();
        } else {
            start();
        }
    }

    /** Ends the run, with a checkpoint. */
    public void stop() {
        current.ifPresent(Run::stop);
        refresh();
    }

    /** Makes one training step. */
    public void step() {
        if (!isActive() && ready()) {
            current.orElseThrow().step();
            refresh();
        }
    }

    /** Goes back to the first step with the same settings and the same seed; {@link #undo} brings back what was. */
    public void reset() {
        Plan before = settings.planProperty().get();
        current.ifPresent(run -> replaceBy(run.plan(), before, "Back at the first step, with the same seed."));
    }

    /** Another seed, and with it a network that has not learned yet. */
    public void newSeed() {
        Plan before = settings.planProperty().get();
        settings.training().seedProperty().set(Integer.toString(1 + seeds.nextInt(SEEDS)));
        if (settings.isValid()) {
            replaceBy(settings.planProperty().get(), before, "A new network from seed " + seed() + ".");
        }
    }

    private long seed() {
        return settings.training().getValue().seed();
    }

    /**
     * Brings back the run that the last reset put away, with its network, its curves and the settings as they were; it waits. Settings that
     * were changed since can be brought back too.
     */
    public void undo() {
        if (putAway.wordsProperty().get().isEmpty()) {
            return;
        }
        comeBack();
        current.ifPresent(endings::end);
        boolean edited = isPending();
        current = putAway.takeBack();
        putAway.settings().ifPresent(edited ? this::replaceSettings : this::setBack);
        if (current.isEmpty()) {
            putAway.shown().ifPresent(shown -> lab.show(shown.withVersion(nextVersion())));
        }
        refresh();
    }

    /** Brings the settings back to those of the run. */
    public void revertSettings() {
        current.map(Run::plan).ifPresent(this::replaceSettings);
    }

    /** Brings back the settings that gave way to those of a run. */
    public void bringBackSettings() {
        replaced.takeBack().ifPresent(this::setBack);
    }

    private void replaceSettings(Plan plan) {
        replaced.giveWayTo(plan);
        setBack(plan);
    }

    /** The forms are set one after the other; what the settings are in between nobody wants. */
    private void setBack(Plan plan) {
        settingBack = true;
        try {
            settings.set(plan);
        } finally {
            settingBack = false;
        }
        update();
    }

    /** Lets the run go on with the changed settings, where it can. */
    public void applySettings() {
        if (!settingBack && applicable.get() && settings.isValid()) {
            current.orElseThrow().become(settings.planProperty().get());
            update();
        }
    }

    private void beginAnew() {
        boolean first = current.isEmpty();
        Plan next = settings.planProperty().get();
        replaceBy(next, current.map(Run::plan).orElse(next), "A new run.");
        if (first) {
            // Nothing was put away that somebody could want back.
            putAway.letGo();
        }
    }

    private void replaceBy(Plan plan, Plan before, String words) {
        replace(new Run(plan, runsFolder.get(), shelf), before, words);
    }

    private void replace(Run next, Plan before, String words) {
        comeBack();
        replaced.forget();
        current.ifPresent(Run::pause);
        putAway.put(current, Optional.ofNullable(lab.getShown()), before, words);
        current = Optional.of(next);
        refresh();
    }

    /** Looks at the run and publishes what has changed. */
    public void look() {
        if (current.isPresent() && current.get().look()) {
            refresh();
        }
    }

    private void refresh() {
        if (!aside) {
            current.ifPresent(run -> run.shown(nextVersion()).ifPresent(lab::show));
        }
        showChange();
        // What a reset put away is let go once the new run has learned something worth keeping.
        if (putAway.holdsRun() && current.isPresent() && current.get().hasLearned()) {
            putAway.letGo();
        }
        update();
        snapshot.set(current.map(Run::latest));
        changes.set(changes.get() + 1);
    }

    private void showChange() {
        lab.changeProperty()
                .set(lab.changeWatchedProperty().get() && !aside ? current.flatMap(Run::lastChange) : Optional.empty());
    }

    private void update() {
        active.set(current.isPresent() && current.get().isActive());
        present.set(current.isPresent());
        pending.set(current.isPresent()
                && !current.get().plan().equals(settings.planProperty().get()));
        // The settings of a run that was opened are for the next run, not for the one that has given way to it.
        applicable.set(pending.get()
                && opened.isEmpty()
                && current.get().canBecome(settings.planProperty().get()));
        continuable.set(continuation().map(Continuation::words));
    }

    private long nextVersion() {
        return lab.getShown() == null ? 1 : lab.getShown().version() + 1;
    }

    /** Ends everything and waits for the last checkpoint. */
    public void close() {
        putAway.close();
        current.ifPresent(Run::endNow);
    }

    /** The latest state of the run; empty where there is none. */
    public ReadOnlyObjectProperty<Optional<TrainingSnapshot>> snapshotProperty() {
        return snapshot.getReadOnlyProperty();
    }

    /** The curves of the run that is shown, in the window or kept; empty where there is none. */
    public Optional<Curves> curves() {
        return opened.map(OpenedRun::curves)
                .or(() -> current.filter(run -> !aside).map(Run::curves));
    }

    /** What the run that is shown learns, in the window or kept; empty where there is none. */
    public Optional<Objective> objective() {
        return opened.map(run -> run.kept().model().spec())
                .or(() -> plan().filter(plan -> !aside).map(Plan::network))
                .map(NetworkSpec::objective);
    }

    /** The kept run that the run in the window has given way to; empty where there is none. */
    public Optional<KeptRun> opened() {
        return opened.map(OpenedRun::kept);
    }

    /** Whether there is a run in the window that has not given way to another network. */
    public boolean isShown() {
        return current.isPresent() && !aside;
    }

    /** How many epochs its curves are to reach over; empty where there are none. */
    public Optional<Integer> epochs() {
        return opened.map(OpenedRun::epochs)
                .or(() -> snapshot.get().filter(now -> !aside).map(TrainingSnapshot::epochs));
    }

    /** Grows with every change of the run or its curves. */
    public ReadOnlyLongProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /** In a few words, what {@link #undo} would take back; empty where there is nothing. */
    public ReadOnlyObjectProperty<Optional<String>> undoableProperty() {
        return putAway.wordsProperty();
    }

    /** The settings that {@link #bringBackSettings} would bring back; empty where none are lost. */
    public ReadOnlyObjectProperty<Optional<Plan>> replacedSettingsProperty() {
        return replaced.planProperty();
    }

    /** Whether it trains. */
    public ReadOnlyBooleanProperty activeProperty() {
        return active.getReadOnlyProperty();
    }

    public boolean isActive() {
        return active.get();
    }

    /** Whether the run could go on with the settings as they have changed. */
    public ReadOnlyBooleanProperty applicableProperty() {
        return applicable.getReadOnlyProperty();
    }

    /** What the last test found, image by image; empty before it, and where no run is shown. */
    public Optional<EpochTest> latestTest() {
        return aside ? Optional.empty() : current.flatMap(Run::latestTest);
    }

    /** Whether settings have changed that the run does not have. */
    public ReadOnlyBooleanProperty pendingProperty() {
        return pending.getReadOnlyProperty();
    }

    public boolean isPending() {
        return pending.get();
    }

    /** Whether there is a run. */
    public ReadOnlyBooleanProperty presentProperty() {
        return present.getReadOnlyProperty();
    }

    /** In a few words, what {@link #goOn} would do; empty where no kept run is shown that can go on. */
    public ReadOnlyObjectProperty<Optional<String>> continuableProperty() {
        return continuable.getReadOnlyProperty();
    }

    /** The run as it is now; empty where there is none, or its network does not exist yet. */
    public Optional<RunNow> now() {
        return current.flatMap(Run::now);
    }

    /** The run's settings; empty where there is no run. */
    public Optional<Plan> plan() {
        return current.map(Run::plan);
    }

    /** The run's name, which is its folder's once it has one; empty where there is no run. */
    public Optional<String> name() {
        return current.map(Run::name);
    }

    /** Where the run is kept; empty where there is none, before its first step, and where it leaves nothing on disk. */
    public Optional<Path> folder() {
        return current.flatMap(Run::folder);
    }

    /** Whether the run that is shown has begun and {@link #start} goes on with it. */
    public boolean canResume() {
        if (opened.isPresent()) {
            return wouldGoOn();
        }
        return current.isPresent()
                && current.get().latest().state() == TrainingState.PAUSED
                && current.get().latest().step() > 0
                && !isPending();
    }
}
