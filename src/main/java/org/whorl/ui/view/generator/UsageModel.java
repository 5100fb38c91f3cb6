package org.whorl.ui.view.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.whorl.data.Dataset;
import org.whorl.figure.BarsFigure;
import org.whorl.figure.Numbers;
import org.whorl.group.FiniteGroup;
import org.whorl.insight.CopyUsage;
import org.whorl.network.Copies;
import org.whorl.network.Model;
import org.whorl.training.TrainingSnapshot;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.ShownNetwork;
import org.whorl.ui.model.run.RunController;
import org.whorl.ui.task.BackgroundJob;

/** How much each copy of the filters is used by the network that is shown. Needs no screen. FX thread only. */
final class UsageModel {
    private static final int IMAGES = 100;

    private final LabState lab;
    private final RunController runs;
    private final BackgroundJob<CopyUsage> measuring;
    private final ReadOnlyObjectWrapper<Optional<BarsFigure>> figure = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private List<Object> measured = List.of();

    UsageModel(LabState lab, RunController runs, Executor fx) {
        this.lab = lab;
        this.runs = runs;
        measuring = new BackgroundJob<>("whorl-usage", fx);
    }

    /** Bars, one a copy; empty where there are no images or no copies. */
    ReadOnlyObjectProperty<Optional<BarsFigure>> figureProperty() {
        return figure.getReadOnlyProperty();
    }

    /** What stands in the place of bars: that they are being measured, or what went wrong. */
    ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Measures again where the network has become another: after each epoch, and when training pauses. */
    void measure() {
        ShownNetwork shown = lab.getShown();
        if (shown == null || shown.data().isEmpty()) {
            figure.set(Optional.empty());
            state.set("");
            return;
        }
        List<Object> now = List.of(
                shown.title(),
                shown.spec(),
                runs.snapshotProperty().get().map(TrainingSnapshot::epoch).orElse(0),
                runs.isActive() ? 0 : shown.version());
        if (now.equals(measured)) {
            return;
        }
        measured = now;
        state.set("Being measured on test images …");
        Dataset images = shown.data().get().test();
        Dataset few = images.first(Math.min(IMAGES, images.size()));
        Model model = new Model(shown.parameters(), shown.preparation(), shown.classNames(), Map.of());
        measuring.follow(
                report -> CopyUsage.of(model, few, report),
                usage -> {
                    state.set("");
                    figure.set(Optional.of(figure(shown, usage)));
                },
                problem -> {
                    state.set("It could not be measured: " + problem);
                    figure.set(Optional.empty());
                });
    }

    private static BarsFigure figure(ShownNetwork shown, CopyUsage usage) {
        double most = 1e-12;
        List<Double> shares = usage.shares().get(usage.shares().size() - 1);
        for (double share : shares) {
            most = Math.max(most, share);
        }
        List<BarsFigure.Bar> bars = new ArrayList<>();
        for (int r = 0; r < shares.size(); r++) {
            double share = shares.get(r);
            bars.add(new BarsFigure.Bar(
                    name(shown, r), share / most, Double.NaN, String.format(Locale.ROOT, "%.1f %%", 100 * share)));
        }
        return new BarsFigure(
                "Usage by copy",
                String.format(
                        Locale.ROOT,
                        "How much of the last layer’s code comes from each copy of the filters, over %d test images. It is"
                                + " spread as evenly as if %.2f of the %d copies were used alike and the others never.",
                        usage.images(),
                        usage.copiesInUse(usage.shares().size() - 1),
                        shares.size()),
                bars,
                List.of(),
                false);
    }

    /** What a copy is: by how much it is turned. */
    private static String name(ShownNetwork shown, int copy) {
        FiniteGroup group = shown.spec().group();
        List<Double> angles = shown.parameters().generatorAngles();
        if (angles.size() == 1) {
            return Numbers.degrees(copy * angles.get(0) % 360);
        }
        return angles.isEmpty() ? Copies.of(shown.spec()).describe(copy) : "copy " + (copy + 1);
    }
}
