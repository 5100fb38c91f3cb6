package org.whorl.ui.window;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.MenuItem;

import org.whorl.training.TrainingSettings;
import org.whorl.training.TrainingSnapshot;
import org.whorl.training.TrainingState;
import org.whorl.ui.experiment.Experiments;
import org.whorl.ui.experiment.ExperimentsCard;
import org.whorl.ui.experiment.ExperimentsLine;
import org.whorl.ui.experiment.GuidedExperiment;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.ShownNetwork;
import org.whorl.ui.model.input.InputModel;
import org.whorl.ui.model.run.ModelOpener;
import org.whorl.ui.model.run.ModelSource;
import org.whorl.ui.model.run.RunController;
import org.whorl.ui.model.settings.RunSettings;
import org.whorl.ui.model.settings.Settings;
import org.whorl.ui.window.state.WindowState;

/** What a new user finds, and can find again in the menu of lessons: experiments to begin with. */
final class FirstMinute {
    private final RunController runs;
    private final Settings settings;
    private final InputModel input;
    private final Views views;
    private final ModelOpener opening;
    private final Runnable lesson;
    private final LabState lab;
    private final ObservableBooleanValue dark;
    private final StringBinding words;
    /** Whether they are to be there next time. */
    private boolean offered;
    /** Whether the card or its line stands above Training. */
    private boolean standing;
    /** Whether it stands there after a whole run, until another view is opened. */
    private boolean outlived;

    private List<GuidedExperiment> experiments = List.of();

    /**
     * Reads the experiments.
     *
     * @param opening shows the network that an experiment looks at
     * @param lesson begins the first lesson
     * @param complain told what is wrong with their files
     */
    FirstMinute(Models models, Views views, ModelOpener opening, Runnable lesson, Consumer<String> complain) {
        this.opening = opening;
        this.lesson = lesson;
        lab = models.lab();
        dark = lab.darkProperty();
        runs = models.runs();
        settings = models.settings();
        input = models.codes();
        words = Bindings.createStringBinding(
                () -> words(lab.getShown(), settings.planProperty().get()),
                lab.shownProperty(),
                settings.planProperty());
        this.views = views;
        try {
            experiments = Experiments.builtIn();
        } catch (IOException e) {
            complain.accept(e.getMessage());
        }
        runs.presentProperty().addListener(o -> fold());
        // Whoever opens another network wants to see that.
        lab.shownProperty().addListener((o, was, is) -> {
            if (was != null && is != null && !was.title().equals(is.title())) {
                fold();
            }
        });
        runs.snapshotProperty().addListener((o, was, is) -> {
            if (isFinished(is) && !isFinished(was)) {
                offered = false;
                outlived = true;
            }
        });
        // What vanished in front of the user would move everything that he looks at.
        views.getSelectionModel().selectedItemProperty().addListener(o -> {
            if (outlived) {
                dismiss();
            }
        });
    }

    /** Sets the first experiment and offers them all the first time; offers them again where none has been taken since. */
    void welcome(Optional<WindowState> lastTime) {
        if (!experiments.isEmpty() && lastTime.isEmpty()) {
            experiments.get(0).plan().ifPresent(this::set);
        }
        if (lastTime.map(WindowState::begins).orElse(true)) {
            offer();
        }
    }

    /** Offers the experiments above Training: a card before a run, a line beside one or another network, nothing any more after a whole one. */
    private void offer() {
        if (!experiments.isEmpty()) {
            offered = true;
            showCard();
        }
    }

    private static boolean isFinished(Optional<TrainingSnapshot> run) {
        return run.filter(s -> s.state() == TrainingState.FINISHED).isPresent();
    }

    /** What can be seen wherever the window ends, and is so: another network may have been opened. */
    private static String words(ShownNetwork shown, RunSettings next) {
        boolean leaves = shown != null
                && !shown.namesClasses()
                && shown.trainedOn().filter("leaves"::equals).isPresent()
                && next.data().name().equals("leaves")
                && !next.network().objective().classifies();
        return leaves
                ? "Around the dial is a filter that a network found by itself in pictures of overlapping leaves, and its"
                        + " rotations. Press Start to watch such filters form, or choose:"
                : "Press Start to train a network as it is set on the left, or choose:";
    }

    /** Whether they are still offered, so that they are next time. */
    boolean isOffered() {
        return offered;
    }

    /** Brings the card back, for whoever asks for it. */
    void showAgain() {
        if (experiments.isEmpty()) {
            return;
        }
        views.begin(Views.TRAINING);
        showCard();
    }

    private void showCard() {
        standing = true;
        outlived = false;
        views.training().setWelcome(new ExperimentsCard(experiments, words, this::begin, lesson, this::dismiss, dark));
    }

    private void fold() {
        if (standing) {
            views.training().setWelcome(new ExperimentsLine(experiments.size(), this::showCard, this::dismiss));
        }
    }

    /** Takes the offer away; it stays in the menu of lessons and in the list of words and keys. */
    void dismiss() {
        offered = false;
        standing = false;
        outlived = false;
        views.training().setWelcome(null);
    }

    /** An item for each, for a menu, and one for all. */
    List<MenuItem> items() {
        if (experiments.isEmpty()) {
            return List.of();
        }
        MenuItem all = new MenuItem("Begin here: all of them, with pictures");
        all.setId("begin-here");
        all.setOnAction(e -> showAgain());
        return Stream.concat(Stream.of(all), experiments.stream().map(this::item))
                .toList();
    }

    private MenuItem item(GuidedExperiment experiment) {
        MenuItem item = new MenuItem(experiment.title());
        item.setMnemonicParsing(false);
        item.setOnAction(e -> begin(experiment));
        return item;
    }

    private void set(RunSettings plan) {
        settings.set(onThisMachine(plan));
    }

    /** Threads are the machine's, not the experiment's: they change no bit. */
    private RunSettings onThisMachine(RunSettings plan) {
        int threads = settings.training().getValue().threads();
        return new RunSettings(
                plan.data(), plan.limit(), plan.network(), plan.training().with(TrainingSettings.THREADS, threads));
    }

    /** Sets the experiment of a title, without training; false where there is none. */
    boolean set(String title) {
        Optional<GuidedExperiment> found = named(title);
        found.flatMap(GuidedExperiment::plan).ifPresent(plan -> {
            runs.pause();
            runs.changed().replaceBy(() -> set(plan));
        });
        return found.isPresent();
    }

    /** Begins the experiment in which an angle is found. */
    void findAngle() {
        experiments.stream()
                .filter(each -> Views.GENERATOR.equals(each.view()))
                .findFirst()
                .ifPresent(this::begin);
    }

    private Optional<GuidedExperiment> named(String title) {
        return experiments.stream().filter(each -> each.title().equals(title)).findFirst();
    }

    private void begin(GuidedExperiment experiment) {
        views.begin(experiment.view());
        // Its first words speak of an upright image.
        input.degreesProperty().set(0);
        if (experiment.model() != null) {
            opening.open(new ModelSource(ModelSource.Kind.GALLERY, experiment.model()));
        }
        experiment.plan().ifPresent(plan -> {
            runs.train(onThisMachine(plan), "The experiment “" + experiment.title() + "” is set.");
            fold();
        });
    }
}
