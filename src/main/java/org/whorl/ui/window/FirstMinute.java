package org.whorl.ui.window;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.MenuItem;

import org.whorl.training.TrainingSettings;
import org.whorl.ui.experiment.Experiment;
import org.whorl.ui.experiment.Experiments;
import org.whorl.ui.experiment.ExperimentsCard;
import org.whorl.ui.model.run.RunController;
import org.whorl.ui.model.settings.RunSettings;
import org.whorl.ui.model.settings.Settings;

/** What a new user finds, and can find again in the menu of lessons: experiments to begin with. */
final class FirstMinute {
    private final RunController runs;
    private final Settings settings;
    private final Views views;
    private List<Experiment> experiments = List.of();

    /**
     * Reads the experiments.
     *
     * @param complain told what is wrong with their files
     */
    FirstMinute(Models models, Views views, Consumer<String> complain) {
        runs = models.runs();
        settings = models.settings();
        this.views = views;
        try {
            experiments = Experiments.builtIn();
        } catch (IOException e) {
            complain.accept(e.getMessage());
        }
    }

    /** Sets the first experiment and offers the others, until something trains. */
    void welcome() {
        if (experiments.isEmpty()) {
            return;
        }
        experiments.get(0).plan().ifPresent(this::set);
        ExperimentsCard card = new ExperimentsCard(
                experiments, this::begin, () -> views.training().setWelcome(null));
        views.training().setWelcome(card);
        runs.presentProperty().addListener((o, was, is) -> dismiss());
    }

    /** Takes the offer away; it stays in the menu. */
    void dismiss() {
        views.training().setWelcome(null);
    }

    /** An item for each, for a menu. */
    List<MenuItem> items() {
        return experiments.stream().map(this::item).toList();
    }

    private MenuItem item(Experiment experiment) {
        MenuItem item = new MenuItem("Experiment: " + experiment.title());
        item.setMnemonicParsing(false);
        item.setOnAction(e -> begin(experiment));
        return item;
    }

    private void set(RunSettings plan) {
        // Threads are the machine's, not the experiment's: they change no bit.
        int threads = settings.training().getValue().threads();
        settings.set(plan);
        settings.training().text(TrainingSettings.THREADS).set(Integer.toString(threads));
    }

    /** Sets the experiment of a title, without training; false where there is none. */
    boolean set(String title) {
        Optional<Experiment> found = named(title);
        found.flatMap(Experiment::plan).ifPresent(plan -> {
            runs.pause();
            set(plan);
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

    private Optional<Experiment> named(String title) {
        return experiments.stream().filter(each -> each.title().equals(title)).findFirst();
    }

    private void begin(Experiment experiment) {
        views.select(experiment.view());
        experiment.plan().ifPresent(plan -> {
            runs.pause();
            set(plan);
            runs.start();
        });
    }
}
