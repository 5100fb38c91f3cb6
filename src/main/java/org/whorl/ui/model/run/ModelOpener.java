package org.whorl.ui.model.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.whorl.data.Progress;
import org.whorl.data.TrainTest;
import org.whorl.data.set.Datasets;
import org.whorl.network.Model;
import org.whorl.network.ModelFile;
import org.whorl.training.EpochMetrics;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.ShownNetwork;
import org.whorl.ui.model.data.Gallery;
import org.whorl.ui.model.data.SelectedDataset;
import org.whorl.ui.task.BackgroundJob;

/**
 * Opens a network in the background and shows it everywhere; a run in the window gives way to it. Of several that are asked for, the last
 * one counts. Needs no screen. FX thread only.
 */
public final class ModelOpener {
    /**
     * What a place holds.
     *
     * @param epochs what was measured while it was trained; none where nothing is known, or the run says it
     * @param own the set that the model was trained on, where that comes with Whorl and is not the chosen one
     */
    private record Found(
            ModelSource origin,
            Model model,
            Optional<SavedRun> run,
            List<EpochMetrics> epochs,
            Optional<TrainTest> own) {}

    private final LabState lab;
    private final RunController runs;
    private final SelectedDataset chosen;
    private final Consumer<Optional<String>> say;
    private final Consumer<String> complain;
    private final BackgroundJob<Found> reading;
    private final OwnSettings own;
    private Optional<ModelSource> last = Optional.empty();

    /**
     * Nothing is opened yet.
     *
     * @param say told what is being done, and then what is shown
     * @param complain told in one line why there is no such network; nothing where that is no longer so
     * @param lacking whether a set's images are not on this machine
     * @param fx runs what is to run on the FX thread
     */
    public ModelOpener(
            LabState lab,
            RunController runs,
            SelectedDataset chosen,
            Consumer<Optional<String>> say,
            Consumer<String> complain,
            Predicate<String> lacking,
            Executor fx) {
        this.lab = lab;
        this.runs = runs;
        this.chosen = chosen;
        this.say = say;
        this.complain = complain;
        reading = new BackgroundJob<>("whorl-reading", fx);
        own = new OwnSettings(runs.changed(), lacking);
    }

    /** What was shown once, with the run that it belonged to, so that it can be shown again. */
    public static final class Seen {
        private final Optional<ShownNetwork> network;
        private final ShownRun.Sight sight;
        private final Optional<ModelSource> origin;

        private Seen(Optional<ShownNetwork> network, ShownRun.Sight sight, Optional<ModelSource> origin) {
            this.network = network;
            this.sight = sight;
            this.origin = origin;
        }
    }

    /** What is shown now. */
    public Seen seen() {
        return new Seen(Optional.ofNullable(lab.getShown()), runs.shown().sight(), last);
    }

    /** Shows what was shown once in place of what was opened since; a run waits as it is. */
    public void showAgain(Seen before) {
        reading.forget();
        complain.accept("");
        runs.showAgain(before.sight);
        last = before.origin;
        boolean same = before.network
                .filter(network -> lab.getShown() != null
                        && network.parameters() == lab.getShown().parameters())
                .isPresent();
        if (!runs.shown().isInWindow() && !same) {
            before.network.ifPresent(network -> lab.show(network.withVersion(lab.nextVersion())));
        }
        say.accept(before.network.map(network -> "Showing " + network.title() + " again"));
    }

    /** What was opened last; empty where nothing was. */
    public Optional<ModelSource> last() {
        return last;
    }

    /** Opens a network; one that is shown already is not read again. The settings become its own, unless the user has made others. */
    public void open(ModelSource origin) {
        open(origin, () -> {}, complain);
    }

    /**
     * Opens a network.
     *
     * @param then what follows once it is shown, unless another was opened in between
     * @param failed told in one line why there is no such network, unless another was opened in between
     */
    public void open(ModelSource origin, Runnable then, Consumer<String> failed) {
        open(origin, false, then, failed);
    }

    /** The same with the settings of the network, whatever was set: {@link PendingSettings#bringBack} brings that back. */
    public void openWithSettings(ModelSource origin, Runnable then, Consumer<String> failed) {
        open(origin, true, then, failed);
    }

    private void open(ModelSource origin, boolean settings, Runnable then, Consumer<String> failed) {
        complain.accept("");
        if (isShowing(origin)) {
            reading.forget();
            say.accept(Optional.of("Showing " + origin.words() + own.take(lab.getShown(), settings)));
            then.run();
            return;
        }
        String words = "Reading " + origin.words() + " …";
        Optional<String> set = chosen.stateProperty().get().data().map(TrainTest::name);
        say.accept(Optional.of(words));
        reading.replace(
                words,
                report -> read(origin, set),
                found -> {
                    show(found, settings);
                    then.run();
                },
                problem -> {
                    say.accept(Optional.empty());
                    failed.accept(problem);
                });
    }

    /** Says in one line what is wrong. */
    public void complain(String problem) {
        complain.accept(problem);
    }

    /** Whether a model of the gallery is what is shown; nothing was opened yet where it came up by itself. */
    public boolean isShowing(ModelSource origin) {
        return origin.kind() == ModelSource.Kind.GALLERY
                && !runs.shown().isInWindow()
                && last.map(origin::equals).orElse(true)
                && lab.getShown() != null
                && lab.getShown().title().equals(origin.name());
    }

    private static Found read(ModelSource origin, Optional<String> chosen) throws IOException {
        Optional<SavedRun> run = origin.kind() == ModelSource.Kind.RUN
                ? Optional.of(SavedRun.read(Path.of(origin.place())))
                : Optional.empty();
        Model model =
                switch (origin.kind()) {
                    case GALLERY -> Gallery.read(origin.place()).model();
                    case FILE -> ModelFile.read(Path.of(origin.place()));
                    case RUN -> run.orElseThrow().model();
                };
        List<EpochMetrics> epochs =
                origin.kind() == ModelSource.Kind.GALLERY ? Gallery.epochs(origin.place()) : List.of();
        return new Found(origin, model, run, epochs, own(model, chosen));
    }

    /** The model's own images: a digit is what a network of digits is to be shown, whatever is chosen for the next run. */
    private static Optional<TrainTest> own(Model model, Optional<String> chosen) throws IOException {
        Optional<String> name = Optional.ofNullable(model.provenance().get("data"))
                .map(String::valueOf)
                .filter(set -> chosen.filter(set::equals).isEmpty())
                .filter(set -> Datasets.list().stream()
                        .anyMatch(info -> info.builtIn() && info.name().equals(set.split(":")[0])));
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(Datasets.load(name.get(), Optional.empty(), 1, Progress.NONE));
    }

    private void show(Found found, boolean settings) {
        Model model = found.model();
        found.run()
                .ifPresentOrElse(
                        runs::giveWayTo,
                        () -> runs.giveWayTo(found.epochs(), model.spec().objective()));
        ShownNetwork before = lab.getShown();
        Optional<TrainTest> images = found.own()
                .or(() -> chosen.stateProperty().get().data())
                .or(() -> before == null ? Optional.empty() : before.data())
                .filter(d -> d.test().shape().equals(model.spec().input()));
        lab.show(new ShownNetwork(
                found.origin().name(),
                model.parameters(),
                model.preparation(),
                model.classNames(),
                images,
                model.provenance(),
                before == null ? 1 : before.version() + 1));
        last = Optional.of(found.origin());
        // A run has set its own when the one in the window gave way to it.
        String after = found.run().map(run -> epochs(run.epochs())).orElseGet(() -> own.take(lab.getShown(), settings));
        say.accept(Optional.of("Showing " + found.origin().words() + after));
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
