package org.whorl.ui.model.run;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.whorl.ui.model.settings.RunSettings;
import org.whorl.ui.model.settings.Settings;

/** The settings that the user made and that gave way to those of a run or a model, until a run is begun. FX thread only. */
final class ReplacedSettings {
    private final Settings settings;
    private final ReadOnlyObjectWrapper<Optional<RunSettings>> plan = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<RunSettings> lent = Optional.empty();

    ReplacedSettings(Settings settings) {
        this.settings = settings;
    }

    /** Keeps the settings of now, since these will take their place. */
    void giveWayTo(RunSettings next) {
        gaveWay(settings.planProperty().get(), next);
    }

    /** Keeps the settings of before, since others have taken their place. */
    void gaveWay(RunSettings now, RunSettings next) {
        // One run after another may be looked at: what came from the one before is not the user's own.
        boolean own = !lent.equals(Optional.of(now));
        if (own && !now.equals(next)) {
            plan.set(Optional.of(now));
        }
        lent = Optional.of(next);
    }

    /** The settings that come back; empty where none are lost. */
    Optional<RunSettings> takeBack() {
        Optional<RunSettings> back = plan.get();
        forget();
        return back;
    }

    /** Forgets them. */
    void forget() {
        plan.set(Optional.empty());
        lent = Optional.empty();
    }

    ReadOnlyObjectProperty<Optional<RunSettings>> planProperty() {
        return plan.getReadOnlyProperty();
    }
}
