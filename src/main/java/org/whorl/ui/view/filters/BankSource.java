package org.whorl.ui.view.filters;

import java.util.Arrays;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.whorl.figure.FilterBank;
import org.whorl.group.Interpolation;
import org.whorl.group.OrbitMap;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Parameters;
import org.whorl.training.StepChange;
import org.whorl.ui.model.LabState;

/** Of which bank the pictures are: the network's as it is, as it was after an epoch, or what a step did to it. FX thread only. */
final class BankSource {
    private final LabState lab;
    private final HistoryModel history;
    private final ObjectProperty<FilterQuantity> picturing = new SimpleObjectProperty<>(FilterQuantity.FILTERS);
    private final OrbitMap[] orbits = new OrbitMap[Interpolation.values().length];
    private NetworkSpec orbitsOf;

    BankSource(LabState lab, HistoryModel history) {
        this.lab = lab;
        this.history = history;
    }

    /** What is shown of every filter. */
    ObjectProperty<FilterQuantity> picturingProperty() {
        return picturing;
    }

    /** The layer that is shown, from 0: the selected filter's. */
    int layer() {
        return lab.selectionProperty().get().layer();
    }

    /** Whether the filters are shown in the group that the dial tries. */
    boolean isTried() {
        return picturing.get() == FilterQuantity.FILTERS
                && lab.triedParameters().isPresent();
    }

    /** Whether the filters are shown as they are now. */
    boolean isNow() {
        return picturing.get() == FilterQuantity.FILTERS
                && !isTried()
                && history.frameProperty().get().isEmpty();
    }

    /** The bank that is shown; empty before there is a network, or where no step has said yet what it changed. */
    Optional<FilterBank> bank() {
        return parameters()
                .map(p -> FilterBank.of(p, layer(), orbits(p.spec(), p.spec().interpolation())));
    }

    /** Whose filters are shown: the network's, as they are or were, or what a step did to them. */
    private Optional<Parameters> parameters() {
        if (lab.getShown() == null) {
            return Optional.empty();
        }
        if (isTried()) {
            return lab.triedParameters();
        }
        NetworkSpec spec = lab.getShown().spec();
        Optional<Parameters> chosen =
                switch (picturing.get()) {
                    case FILTERS ->
                        Optional.of(history.frameProperty()
                                .get()
                                .map(HistoryModel.Frame::parameters)
                                .filter(p -> p.spec().equals(spec))
                                .orElse(lab.getShown().parameters()));
                    case GRADIENT -> lab.changeProperty().get().map(StepChange::gradient);
                    case UPDATE -> lab.changeProperty().get().map(StepChange::update);
                };
        return chosen.filter(p -> p.spec().equals(spec));
    }

    /** In a few words, what is shown: “layer 1 · gradient at step 12”, “layer 1 · after epoch 3”. */
    String subject() {
        String layer = "layer " + (layer() + 1);
        if (picturing.get() == FilterQuantity.FILTERS) {
            String group = lab.triedParameters()
                    .map(p -> " in " + p.spec().group().symbol() + ", a preview")
                    .orElse("");
            return layer
                    + group
                    + history.frameProperty()
                            .get()
                            .map(f -> " · after epoch " + f.epoch())
                            .orElse("");
        }
        return layer + " · " + picturing.get().label()
                + lab.changeProperty().get().map(c -> " at step " + c.step()).orElse("");
    }

    /** Rotations are the dearest part of a bank and depend on the specification only. */
    OrbitMap orbits(NetworkSpec spec, Interpolation interpolation) {
        if (!spec.equals(orbitsOf)) {
            Arrays.fill(orbits, null);
            orbitsOf = spec;
        }
        int i = interpolation.ordinal();
        if (orbits[i] == null) {
            orbits[i] = FilterBank.orbits(spec, interpolation);
        }
        return orbits[i];
    }
}
