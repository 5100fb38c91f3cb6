package org.whorl.ui.view.data;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.IntToDoubleFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;

import org.whorl.data.Dataset;
import org.whorl.data.TrainTest;
import org.whorl.data.whitening.Preparation;
import org.whorl.data.whitening.Whitening;
import org.whorl.training.TrainingSettings;
import org.whorl.ui.model.settings.Settings;
import org.whorl.ui.task.BackgroundJob;

/** Fits the whitening that the settings ask for, and applies it to samples. Needs no screen. FX thread only. */
final class WhiteningModel {
    /** Operations that take about a second: images · dimensions² for the covariance, and some more dimensions³. */
    private static final double QUICK = 1e10;

    private static final double EIGENVECTORS = 10;

    /**
     * How it stands.
     *
     * @param fitted the whitening, where one is fitted to the set that is shown
     * @param words what is being done, or what went wrong; empty for neither
     * @param share how far it has come, 0 to 1; −1 where that is not known
     * @param running whether it is being fitted
     * @param problem whether it went wrong
     */
    record State(Optional<Preparation> fitted, String words, double share, boolean running, boolean problem) {
        static final State NONE = new State(Optional.empty(), "", -1, false, false);
    }

    /**
     * Samples before and after.
     *
     * @param before turned as the slider says, in [0, 1]
     * @param after the same, whitened
     */
    record Pair(Dataset set, int[] numbers, float[] before, float[] after) {}

    private final Settings settings;
    private final DataModel model;
    private final BackgroundJob<Preparation> fitting;
    private final BackgroundJob<Pair> applying;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NONE);
    private final ReadOnlyObjectWrapper<Optional<Pair>> pair = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Preparation> fitted = Optional.empty();

    WhiteningModel(Settings settings, DataModel model, Executor fx) {
        this.settings = settings;
        this.model = model;
        fitting = new BackgroundJob<>("whorl-whitening", fx);
        fitting.stateProperty().addListener((o, was, is) -> show(is));
        applying = new BackgroundJob<>("whorl-whitened", fx);
        model.dataProperty().addListener(o -> forget());
        settings.limit().valueProperty().addListener(o -> forget());
    }

    private void forget() {
        fitting.forget();
        applying.forget();
        fitted = Optional.empty();
        state.set(State.NONE);
        pair.set(Optional.empty());
    }

    /** ε as it is typed; the next run's too. */
    StringProperty epsilonProperty() {
        return settings.training().text(TrainingSettings.EPSILON);
    }

    /** The last valid ε. */
    double epsilon() {
        return settings.training().getValue().epsilon();
    }

    /** Whether and how the next run whitens. */
    ObjectProperty<Whitening> inTrainingProperty() {
        return settings.training().choice(TrainingSettings.WHITENING);
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The first samples of the classes that are shown; empty before a whitening is fitted. */
    ReadOnlyObjectProperty<Optional<Pair>> pairProperty() {
        return pair.getReadOnlyProperty();
    }

    /** Whether what is fitted is what ε now asks for. */
    boolean isCurrent() {
        return state.get().fitted().filter(p -> p.epsilon() == epsilon()).isPresent();
    }

    /** Whether fitting takes about a second at most, so that it need not be asked for. */
    boolean isQuick() {
        double dimensions =
                model.images().map(set -> set.shape().size()).orElse(0).doubleValue();
        return dimensions * dimensions * (images() + EIGENVECTORS * dimensions) < QUICK;
    }

    /** Fits where that is quick and ε has changed. */
    void follow() {
        if (isQuick() && !isCurrent() && state.get().words().isEmpty()) {
            fit();
        }
    }

    /** How many training images it is fitted to. */
    int images() {
        return model.dataProperty()
                .get()
                .map(this::limited)
                .map(t -> t.train().size())
                .orElse(0);
    }

    private TrainTest limited(TrainTest all) {
        return settings.planProperty().get().limited(all);
    }

    /** Fits to the training images that the next run would use, or finds it among those that were kept. */
    void fit() {
        Optional<TrainTest> data = model.dataProperty().get();
        if (data.isEmpty() || state.get().running()) {
            return;
        }
        double epsilon = epsilon();
        Dataset train = limited(data.get()).train();
        fitting.replace(
                "looking for a kept whitening",
                report -> Preparation.fit(train, Whitening.TRAIN, epsilon, report),
                found -> fitted = Optional.of(found));
    }

    private void show(BackgroundJob.State now) {
        state.set(new State(
                fitted, now.line(), now.share(), now.running(), !now.problem().isEmpty()));
    }

    /** Stops fitting; the eigenvectors, once begun, are finished first. */
    void cancel() {
        fitting.cancel();
    }

    /** Whitens the samples that are shown, in the background. */
    void apply() {
        Optional<Dataset> images = model.images();
        if (fitted.isEmpty() || images.isEmpty()) {
            pair.set(Optional.empty());
            return;
        }
        Dataset set = images.get();
        int[] numbers = model.firsts();
        IntToDoubleFunction degrees = model.angles();
        Preparation whitening = fitted.get();
        applying.follow(
                report -> whiten(whitening, set, numbers, degrees),
                made -> {
                    if (model.images().filter(now -> now == made.set()).isPresent()) {
                        pair.set(Optional.of(made));
                    }
                },
                why -> state.set(new State(fitted, "could not whiten the samples: " + why, -1, false, true)));
    }

    private static Pair whiten(Preparation whitening, Dataset set, int[] numbers, IntToDoubleFunction degrees) {
        float[] before = DataModel.turned(set, numbers, degrees);
        float[] after = new float[before.length];
        int size = set.shape().size();
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] >= 0) {
                whitening.apply(before, i * size, after, i * size);
            }
        }
        return new Pair(set, numbers, before, after);
    }
}
