package org.whorl.ui.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;

import org.whorl.data.TrainTest;
import org.whorl.network.Model;
import org.whorl.network.ModelFile;
import org.whorl.training.EpochMetrics;
import org.whorl.ui.lab.Lab;
import org.whorl.ui.lab.Shown;
import org.whorl.ui.run.ChosenData;
import org.whorl.ui.run.Gallery;
import org.whorl.ui.run.KeptRun;
import org.whorl.ui.run.Runs;

/** Opens a network in the background and shows it everywhere; a run in the window gives way to it. FX thread only. */
final class ModelOpening {
    /** What a place holds. */
    private record Found(Origin origin, Model model, Optional<KeptRun> run) {}

    private final Lab lab;
    private final Runs runs;
    private final ChosenData chosen;
    private final StatusLine status;
    private Optional<Origin> last = Optional.empty();
    private long request;

    ModelOpening(Lab lab, Runs runs, ChosenData chosen, StatusLine status) {
        this.lab = lab;
        this.runs = runs;
        this.chosen = chosen;
        this.status = status;
    }

    /** What was opened last; empty where nothing was. */
    Optional<Origin> last() {
        return last;
    }

    /** Opens a network; one that is shown already is not read again. */
    void open(Origin origin) {
        open(origin, () -> {}, status::complain);
    }

    /**
     * Opens a network.
     *
     * @param then what follows once it is shown, unless another was opened in between
     * @param complain told in one line why there is no such network
     */
    void open(Origin origin, Runnable then, Consumer<String> complain) {
        long mine = ++request;
        status.complain("");
        if (origin.kind() == Origin.Kind.GALLERY
                && !runs.isShown()
                && lab.getShown() != null
                && lab.getShown().title().equals(origin.name())) {
            then.run();
            return;
        }
        status.say(Optional.of("Reading " + origin.words() + " …"));
        Thread reading = new Thread(
                () -> {
                    try {
                        Found found = read(origin);
                        Platform.runLater(() -> {
                            if (mine == request) {
                                show(found);
                                then.run();
                            }
                        });
                    } catch (IOException | RuntimeException e) {
                        Platform.runLater(() -> {
                            status.say(Optional.empty());
                            complain.accept(String.valueOf(e.getMessage()));
                        });
                    }
                },
                "whorl-reading");
        reading.setDaemon(true);
        reading.start();
    }

    private static Found read(Origin origin) throws IOException {
        return switch (origin.kind()) {
            case GALLERY -> new Found(origin, Gallery.read(origin.place()).model(), Optional.empty());
            case FILE -> new Found(origin, ModelFile.read(Path.of(origin.place())), Optional.empty());
            case RUN -> {
                KeptRun run = KeptRun.read(Path.of(origin.place()));
                yield new Found(origin, run.model(), Optional.of(run));
            }
        };
    }

    private void show(Found found) {
        found.run().ifPresentOrElse(runs::giveWayTo, runs::giveWay);
        Model model = found.model();
        Shown before = lab.getShown();
        Optional<TrainTest> images = chosen.stateProperty()
                .get()
                .data()
                .or(() -> before == null ? Optional.empty() : before.data())
                .filter(d -> d.test().shape().equals(model.spec().input()));
        lab.show(new Shown(
                found.origin().name(),
                model.parameters(),
                model.preparation(),
                model.classNames(),
                images,
                model.provenance(),
                before == null ? 1 : before.version() + 1));
        last = Optional.of(found.origin());
        status.say(Optional.of("Showing " + found.origin().words()
                + found.run().map(run -> epochs(run.epochs())).orElse("")));
    }

    private static String epochs(List<EpochMetrics> epochs) {
        int count = epochs.size();
        if (count == 0) {
            return "";
        }
        double accuracy = epochs.get(count - 1).testAccuracy();
        return " · " + count + (count == 1 ? " epoch" : " epochs")
                + (Double.isNaN(accuracy)
                        ? ""
                        : String.format(Locale.ROOT, " · test accuracy %.1f %%", 100 * accuracy));
    }
}
