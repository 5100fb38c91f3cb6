package org.whorl.ui.view.compare;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.whorl.figure.Layout;
import org.whorl.figure.Scaling;
import org.whorl.figure.Series;
import org.whorl.training.EpochMetrics;
import org.whorl.ui.model.symmetry.SymmetryMeasurements;

/** Which networks are compared, what is looked at, and what is known of them; without a screen. FX thread only. */
final class CompareModel {
    private final Contenders contenders;
    private final Accuracies accuracies;
    private final ObjectProperty<Integer> layer = new SimpleObjectProperty<>(0);
    private final ObjectProperty<Layout> layout = new SimpleObjectProperty<>(Layout.ORBIT);
    private final ObjectProperty<Scaling> scaling = new SimpleObjectProperty<>(Scaling.BANK);
    private final ObjectProperty<Quantity> quantity = new SimpleObjectProperty<>(Quantity.TEST_ACCURACY);

    CompareModel(Contenders contenders, SymmetryMeasurements measuring, MeasuringImages images) {
        this.contenders = contenders;
        accuracies = new Accuracies(contenders, measuring, images);
        contenders.changesProperty().addListener(o -> {
            if (!contenders.all().isEmpty()) {
                layer.set(Math.min(layer.get(), contenders.layers() - 1));
            }
        });
    }

    /** Who is compared. */
    Contenders contenders() {
        return contenders;
    }

    /** How well they know turned images. */
    Accuracies accuracies() {
        return accuracies;
    }

    /** The layer whose filters are shown, from 0. */
    ObjectProperty<Integer> layerProperty() {
        return layer;
    }

    ObjectProperty<Layout> layoutProperty() {
        return layout;
    }

    ObjectProperty<Scaling> scalingProperty() {
        return scaling;
    }

    /** Which curve is drawn. */
    ObjectProperty<Quantity> quantityProperty() {
        return quantity;
    }

    /** The curves of all networks that have some. */
    List<Series> curves() {
        List<Series> curves = new ArrayList<>();
        for (int slot : contenders.read()) {
            List<EpochMetrics> epochs = contenders.at(slot).orElseThrow().epochs();
            if (!epochs.isEmpty()) {
                curves.add(new Series(
                        contenders.name(slot),
                        Contenders.style(slot),
                        epochs.stream().mapToDouble(EpochMetrics::epoch).toArray(),
                        epochs.stream().mapToDouble(quantity.get()::of).toArray()));
            }
        }
        return curves;
    }
}
