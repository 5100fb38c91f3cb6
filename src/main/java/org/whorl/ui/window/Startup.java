package org.whorl.ui.window;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;

import org.whorl.data.ImageShape;
import org.whorl.data.TrainTest;
import org.whorl.data.whitening.Preparation;
import org.whorl.data.whitening.Whitening;
import org.whorl.group.CyclicGroup;
import org.whorl.kernel.Kernels;
import org.whorl.network.Model;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Parameters;
import org.whorl.training.TrainingSteps;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.ShownNetwork;
import org.whorl.ui.model.data.Gallery;
import org.whorl.ui.model.data.SelectedDataset;
import org.whorl.ui.model.data.SetsModel;
import org.whorl.ui.model.settings.Settings;
import org.whorl.ui.task.BackgroundJob;

/** Fills the window with life: looks for data sets, reads a trained model and images, all in the background. */
final class Startup {
    /** Whether the first Start would still wait for the virtual machine to compile a step. */
    private static final AtomicBoolean COLD = new AtomicBoolean(true);

    private final BackgroundJob<Void> beginning = new BackgroundJob<>("whorl-opening", Platform::runLater);
    private final BackgroundJob<ShownNetwork> preparing = new BackgroundJob<>("whorl-untrained", Platform::runLater);
    private final LabState lab;
    private final Settings settings;
    private final SelectedDataset chosen;
    private final SetsModel sets;
    private final StatusLine status;

    Startup(LabState lab, Settings settings, SelectedDataset chosen, SetsModel sets, StatusLine status) {
        this.lab = lab;
        this.settings = settings;
        this.chosen = chosen;
        this.sets = sets;
        this.status = status;
    }

    /** Begins. FX thread only, as is everything that it shows. */
    void begin() {
        String data = settings.dataProperty().get().name();
        beginning.replace(
                "",
                report -> {
                    find(data, report);
                    return null;
                },
                nothing -> {},
                status::complain);
        chosen.stateProperty().addListener((o, old, now) -> now.data().ifPresent(this::show));
    }

    private void find(String data, BackgroundJob.Report report) {
        try {
            Gallery.opening(data).ifPresent(e -> report.tell(() -> show(e)));
        } catch (IOException | RuntimeException e) {
            report.tell(() -> status.complain(e.getMessage()));
        }
        report.tell(() -> {
            chosen.read();
            sets.refresh();
        });
        String kernels = Kernels.best().name();
        report.tell(() -> status.setKernels(kernels));
        if (COLD.compareAndSet(true, false)) {
            TrainingSteps.warmUp(NetworkSpec.usual(new ImageShape(1, 28, 28), 10, CyclicGroup.ofAngle(60)));
        }
    }

    /** Unless a person was faster and has opened something, or begun a run. */
    private void show(Gallery.Exhibit exhibit) {
        if (lab.getShown() != null) {
            return;
        }
        Model model = exhibit.model();
        lab.show(new ShownNetwork(
                exhibit.name(),
                model.parameters(),
                model.preparation(),
                model.classNames(),
                Optional.empty(),
                model.provenance(),
                1));
        status.say(Optional.of("Showing the trained model " + exhibit.name()));
    }

    private void show(TrainTest data) {
        settings.fit(data.train().shape(), data.train().classNames().size());
        ShownNetwork shown = lab.getShown();
        if (shown == null) {
            showUntrained(data);
        } else if (shown.data().isEmpty()
                && shown.spec().input().equals(data.train().shape())) {
            lab.show(shown.withData(data, shown.version() + 1));
        }
    }

    /** Where no trained model came with Whorl: the network as it is before the first step. */
    private void showUntrained(TrainTest data) {
        NetworkSpec spec = settings.network().getValue();
        long seed = settings.training().getValue().seed();
        preparing.replace(
                "",
                report -> new ShownNetwork(
                        "untrained, seed " + seed,
                        Parameters.initial(spec, seed),
                        Preparation.fit(data.train(), Whitening.NONE, Preparation.DEFAULT_EPSILON, report),
                        data.train().classNames(),
                        Optional.of(data),
                        Map.of("training", Map.of("seed", seed)),
                        1),
                untrained -> {
                    if (lab.getShown() == null) {
                        lab.show(untrained);
                    }
                },
                status::complain);
    }
}
