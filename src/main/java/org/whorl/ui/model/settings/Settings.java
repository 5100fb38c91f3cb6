package org.whorl.ui.model.settings;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.whorl.data.ImageShape;
import org.whorl.network.NetworkSpec;
import org.whorl.training.TrainingSettings;

/** All that the left side of the window sets for the next run. */
public final class Settings {
    private final ObjectProperty<DataChoice> data = new SimpleObjectProperty<>(DataChoice.DIGITS);
    private final ObjectProperty<Path> runsFolder;
    private final LimitForm limit = new LimitForm();
    private final NetworkForm network = new NetworkForm();
    private final TrainingForm training = new TrainingForm();
    private final ObjectBinding<RunSettings> plan = Bindings.createObjectBinding(
            () -> new RunSettings(data.get(), limit.getValue(), network.getValue(), training.getValue()),
            data,
            limit.valueProperty(),
            network.valueProperty(),
            training.valueProperty());

    private final ObjectBinding<Optional<Problem>> problem = Bindings.createObjectBinding(
            this::firstProblem, network.problemProperty(), training.problemProperty(), limit.problemProperty());

    /** What was set last, not by hand. */
    private RunSettings given;

    /**
     * The first settings.
     *
     * @param runsFolder where runs are kept
     */
    public Settings(Path runsFolder) {
        this.runsFolder = new SimpleObjectProperty<>(runsFolder);
        network.valueProperty().addListener((o, was, is) -> learnGenerator(was, is));
        given = plan.get();
    }

    /** A generator that is learned by reconstruction is trained as is usual for it, like by the command. */
    private void learnGenerator(NetworkSpec was, NetworkSpec is) {
        boolean learns = learnsByReconstruction(is);
        if (learns == learnsByReconstruction(was)) {
            return;
        }
        if (learns) {
            training.useRatesFor(is);
        } else {
            training.giveRatesBack();
        }
    }

    private static boolean learnsByReconstruction(NetworkSpec network) {
        return network.generator().learnsOne() && network.objective().classify() == 0;
    }

    /** Where runs are kept, a folder for each. */
    public ObjectProperty<Path> runsFolderProperty() {
        return runsFolder;
    }

    public ObjectProperty<DataChoice> dataProperty() {
        return data;
    }

    /** How many training images to use. */
    public LimitForm limit() {
        return limit;
    }

    public NetworkForm network() {
        return network;
    }

    public TrainingForm training() {
        return training;
    }

    /** The plan of the last valid settings. */
    public ObjectBinding<RunSettings> planProperty() {
        return plan;
    }

    /** Whether every field as it stands is valid. */
    public boolean isValid() {
        return problem.get().isEmpty();
    }

    /** The first problem of all fields. */
    public ObjectBinding<Optional<Problem>> problemProperty() {
        return problem;
    }

    private Optional<Problem> firstProblem() {
        return network.problemProperty()
                .get()
                .or(() -> training.problemProperty().get())
                .or(() -> limit.problemProperty().get());
    }

    /** Sets every field to what a plan says. */
    public void set(RunSettings to) {
        give(() -> {
            data.set(to.data());
            limit.set(to.limit());
            network.set(to.network());
            training.set(to.training());
        });
    }

    /** Makes a change that is not by hand: what comes of it is not the user's own work. */
    public void give(Runnable change) {
        change.run();
        given = plan.get();
    }

    /** Whether the user has changed them since they were set all at once; another seed or more threads are no other settings. */
    public boolean isChangedByHand() {
        return !alike(given).equals(alike(plan.get()));
    }

    private static RunSettings alike(RunSettings settings) {
        TrainingSettings training = settings.training()
                .with(values -> values.with(TrainingSettings.SEED, 1L).with(TrainingSettings.THREADS, 1));
        return new RunSettings(settings.data(), settings.limit(), settings.network(), training);
    }

    /** The loaded data decide the shape of the input and the number of classes. */
    public void fit(ImageShape shape, int classes) {
        boolean own = isChangedByHand();
        network.setInput(shape, classes);
        if (!own) {
            given = plan.get();
        }
    }
}
