package org.whorl.ui.model.run;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;

import org.whorl.group.FiniteGroup;
import org.whorl.ui.model.settings.RunSettings;
import org.whorl.ui.model.settings.Settings;

/**
 * Where the settings are not those of the run in the window: whether it can go on with them, and how either become the other's. FX thread
 * only.
 */
public final class PendingSettings {
    private final Settings settings;
    private final CurrentRun inWindow;
    private final ShownRun shown;
    private final ReplacedSettings replaced;
    private final ReadOnlyBooleanWrapper pending = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper applicable = new ReadOnlyBooleanWrapper();
    private final Runnable update;
    private boolean settingBack;

    /**
     * @param update what follows once the settings, or the run's, have become others; calls {@link #compare} too
     */
    PendingSettings(Settings settings, CurrentRun inWindow, ShownRun shown, Runnable update) {
        this.settings = settings;
        this.inWindow = inWindow;
        this.shown = shown;
        this.update = update;
        replaced = new ReplacedSettings(settings);
    }

    /** Compares the settings with those of the run, after either may have changed. */
    void compare() {
        Optional<Run> run = inWindow.get();
        pending.set(run.isPresent()
                && !run.get().plan().equals(settings.planProperty().get()));
        // The settings of what was opened are for the next run, not for the one that has given way to it.
        applicable.set(pending.get()
                && shown.isInWindow()
                && run.get().canBecome(settings.planProperty().get()));
    }

    /** Lets the run go on with the changed settings, where it can. */
    public void apply() {
        if (!settingBack && applicable.get() && settings.isValid()) {
            inWindow.get().orElseThrow().become(settings.planProperty().get());
            update.run();
        }
    }

    /** Brings the settings back to those of the run. */
    public void revert() {
        inWindow.get().map(Run::plan).ifPresent(this::replaceBy);
    }

    /** Brings back the settings that gave way to others. */
    public void bringBack() {
        replaced.takeBack().ifPresent(this::setBack);
    }

    /** Sets all settings; {@link #bringBack} brings back those that there are now. */
    public void replaceBy(RunSettings plan) {
        replaced.giveWayTo(plan);
        setBack(plan);
    }

    /** Makes a change that is not by hand; {@link #bringBack} brings back the settings that there are now. */
    public void replaceBy(Runnable change) {
        RunSettings before = settings.planProperty().get();
        settingBack = true;
        try {
            settings.give(change);
        } finally {
            settingBack = false;
        }
        replaced.gaveWay(before, settings.planProperty().get());
        update.run();
    }

    /** Sets the dial; {@link #bringBack} brings back the settings that there are now. */
    public void turnTo(FiniteGroup group) {
        replaceBy(() -> settings.network().groupProperty().set(group));
    }

    /** Sets all settings as they once were, after others were set by {@link #replaceBy}. */
    public void giveBack(RunSettings once) {
        if (replaced.planProperty().get().equals(Optional.of(once))) {
            bringBack();
        } else {
            replaceBy(once);
        }
    }

    /** Whether the user has changed the settings since they were set all at once. */
    public boolean areByHand() {
        return settings.isChangedByHand();
    }

    /** The settings as they are. */
    public RunSettings now() {
        return settings.planProperty().get();
    }

    /** Sets all settings. The forms are set one after the other; what the settings are in between is never a run's. */
    void setBack(RunSettings plan) {
        settingBack = true;
        try {
            settings.set(plan);
        } finally {
            settingBack = false;
        }
        update.run();
    }

    /** Forgets the settings that gave way. */
    void forgetReplaced() {
        replaced.forget();
    }

    /** Whether settings have changed that the run does not have. */
    public ReadOnlyBooleanProperty pendingProperty() {
        return pending.getReadOnlyProperty();
    }

    public boolean isPending() {
        return pending.get();
    }

    /** Whether the run could go on with the settings as they have changed. */
    public ReadOnlyBooleanProperty applicableProperty() {
        return applicable.getReadOnlyProperty();
    }

    /** The settings that {@link #bringBack} would bring back; empty where none are lost. */
    public ReadOnlyObjectProperty<Optional<RunSettings>> replacedProperty() {
        return replaced.planProperty();
    }
}
