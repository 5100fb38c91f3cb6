package org.whorl.ui.model.run;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.whorl.network.Parameters;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.ShownNetwork;

/** The angle that the network that is shown has learned, or just tries. Needs no screen. FX thread only. */
public final class LearnedAngle {
    /**
     * It.
     *
     * @param degrees in [0, 360); the first layer's where each has its own
     * @param layers each layer's, where each has its own, else that one alone
     * @param order copies of a filter
     * @param trying whether it is one of several starts, which may come to nothing
     * @param waits whether the search that tries it does not go on now
     */
    public record State(double degrees, List<Double> layers, int order, boolean trying, boolean waits) {}

    private final LabState lab;
    private final RunController runs;
    private final ReadOnlyObjectWrapper<Optional<State>> state = new ReadOnlyObjectWrapper<>(Optional.empty());

    public LearnedAngle(LabState lab, RunController runs) {
        this.lab = lab;
        this.runs = runs;
        lab.shownProperty().addListener(o -> state.set(now()));
        runs.changesProperty().addListener(o -> state.set(now()));
        runs.activeProperty().addListener(o -> state.set(now()));
        state.set(now());
    }

    /** Empty where none is learned, and before the first step of a run that will learn one. */
    public ReadOnlyObjectProperty<Optional<State>> stateProperty() {
        return state.getReadOnlyProperty();
    }

    private Optional<State> now() {
        ShownNetwork shown = lab.getShown();
        Parameters parameters = shown == null ? null : shown.parameters();
        if (parameters == null || parameters.generatorAngles().isEmpty()) {
            return Optional.empty();
        }
        List<Double> angles = parameters.generatorAngles();
        int order = shown.spec().group().order();
        State learned = new State(angles.get(0), angles, order, false, false);
        if (!runs.shown().isInWindow()) {
            return Optional.of(learned);
        }
        return runs.shown().angleProgress().map(search -> {
            if (!search.isSearching()) {
                return learned;
            }
            double tried = search.leading().last().angle();
            return new State(tried, List.of(tried), order, true, !runs.isActive());
        });
    }
}
