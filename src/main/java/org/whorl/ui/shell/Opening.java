package org.whorl.ui.shell;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;

import org.whorl.data.DatasetInfo;
import org.whorl.data.Datasets;
import org.whorl.data.ImageShape;
import org.whorl.data.Preparation;
import org.whorl.data.Progress;
import org.whorl.data.TrainTest;
import org.whorl.data.Whitening;
import org.whorl.group.CyclicGroup;
import org.whorl.kernel.Kernels;
import org.whorl.network.Model;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Parameters;
import org.whorl.training.TrainingSteps;
import org.whorl.ui.lab.Lab;
import org.whorl.ui.lab.Shown;
import org.whorl.ui.run.DataShelf;
import org.whorl.ui.run.Gallery;
import org.whorl.ui.settings.DataChoice;
import org.whorl.ui.settings.DataPane;
import org.whorl.ui.settings.Settings;

/** Fills the window with life: looks for data sets, reads a trained model and images, all in the background. */
final class Opening {
    private static final long REPORT_NANOS = 200_000_000;

    /** Whether the first Start would still wait for the virtual machine to compile a step. */
    private static final AtomicBoolean COLD = new AtomicBoolean(true);

    private final Lab lab;
    private final Settings settings;
    private final DataShelf shelf;
    private final DataPane dataPane;
    private final StatusLine status;

    Opening(Lab lab, Settings settings, DataShelf shelf, DataPane dataPane, StatusLine status) {
        this.lab = lab;
        this.settings = settings;
        this.shelf = shelf;
        this.dataPane = dataPane;
        this.status = status;
    }

    /** Begins. FX thread only, as is everything that it shows. */
    void begin() {
        String data = settings.dataProperty().get().name();
        background(() -> {
            try {
                Gallery.opening(data).ifPresent(e -> Platform.runLater(() -> show(e)));
            } catch (IOException | RuntimeException e) {
                Platform.runLater(() -> status.complain(e.getMessage()));
            }
            loadData();
            List<DatasetInfo> infos = Datasets.list();
            String kernels = Kernels.best().name();
            Platform.runLater(() -> {
                dataPane.offer(infos);
                status.setKernels(kernels);
            });
            if (COLD.compareAndSet(true, false)) {
                TrainingSteps.warmUp(NetworkSpec.paper(new ImageShape(1, 28, 28), 10, CyclicGroup.ofAngle(60)));
            }
        });
        settings.dataProperty().addListener((o, old, now) -> background(this::loadData));
    }

    private static void background(Runnable work) {
        Thread thread = new Thread(work, "whorl-opening");
        thread.setDaemon(true);
        thread.start();
    }

    private void show(Gallery.Exhibit exhibit) {
        Model model = exhibit.model();
        lab.show(new Shown(
                exhibit.name(), model.parameters(), model.preparation(), model.classNames(), Optional.empty(), 1));
        status.say(Optional.of("Showing the trained model " + exhibit.name()));
    }

    private void loadData() {
        Platform.runLater(() -> {
            DataChoice choice = settings.dataProperty().get();
            long seed = settings.training().getValue().seed();
            dataPane.say("Reading " + choice.name() + " …", false);
            CompletableFuture<TrainTest> loading = shelf.get(choice, seed, telling(choice));
            loading.whenComplete((data, failure) -> Platform.runLater(() -> {
                if (!choice.equals(settings.dataProperty().get())) {
                    return;
                }
                if (failure == null) {
                    show(data);
                } else {
                    dataPane.say(words(failure), true);
                }
            }));
        });
    }

    /** Says how far the reading has come, a few times a second. */
    private Progress telling(DataChoice choice) {
        AtomicLong last = new AtomicLong();
        return (what, done, total) -> {
            long now = System.nanoTime();
            if (now - last.get() > REPORT_NANOS) {
                last.set(now);
                String share = total > 0 ? " " + 100 * done / total + " %" : "";
                Platform.runLater(() -> {
                    if (choice.equals(settings.dataProperty().get())) {
                        dataPane.say(what + share, false);
                    }
                });
            }
            return true;
        };
    }

    private static String words(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof OutOfMemoryError
                ? "There is not enough memory for these images."
                : String.valueOf(cause.getMessage());
    }

    private void show(TrainTest data) {
        dataPane.show(data);
        settings.fit(data.train().shape(), data.train().classNames().size());
        Shown shown = lab.getShown();
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
        background(() -> {
            try {
                Preparation preparation =
                        Preparation.fit(data.train(), Whitening.NONE, Preparation.DEFAULT_EPSILON, Progress.NONE);
                Shown untrained = new Shown(
                        "untrained, seed " + seed,
                        Parameters.initial(spec, seed),
                        preparation,
                        data.train().classNames(),
                        Optional.of(data),
                        1);
                Platform.runLater(() -> {
                    if (lab.getShown() == null) {
                        lab.show(untrained);
                    }
                });
            } catch (IOException e) {
                Platform.runLater(() -> status.complain(e.getMessage()));
            }
        });
    }
}
