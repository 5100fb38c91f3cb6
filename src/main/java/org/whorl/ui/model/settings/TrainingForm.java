package org.whorl.ui.model.settings;

import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;

import org.whorl.data.Augmentation;
import org.whorl.data.Whitening;
import org.whorl.training.Schedule;
import org.whorl.training.Start;
import org.whorl.training.StartAngles;
import org.whorl.training.TrainingSettings;

/** The fields of {@link TrainingSettings}. */
public final class TrainingForm extends Form<TrainingSettings> {
    private static final int SEEDS = 10_000;

    private final SecureRandom seeds = new SecureRandom();
    private final StringProperty epochs = text();
    private final StringProperty batch = text();
    private final StringProperty learningRate = text();
    private final ObjectProperty<Schedule> schedule = new SimpleObjectProperty<>();
    private final StringProperty clip = text();
    private final ObjectProperty<Whitening> whitening = new SimpleObjectProperty<>();
    private final Map<Augmentation, BooleanProperty> augmentation = new EnumMap<>(Augmentation.class);
    private final StringProperty epsilon = text();
    private final StringProperty seed = text();
    private final StringProperty threads = text();
    private final StringProperty testEvery = text();
    private final ObjectProperty<Start> start = new SimpleObjectProperty<>();
    private final StringProperty startAngles = text();
    private final StringProperty startSteps = text();
    private final StringProperty angleRate = text();
    private final StringProperty closure = text();
    private final BooleanProperty snap = new SimpleBooleanProperty(true);

    /** {@link TrainingSettings#DEFAULT}, on as many threads as this machine has processors, at most 8. */
    public TrainingForm() {
        watch(epochs, batch, learningRate, schedule, clip, whitening, epsilon, seed, threads, testEvery, start);
        watch(startAngles, startSteps, angleRate, closure, snap);
        for (Augmentation each : Augmentation.values()) {
            augmentation.put(each, new SimpleBooleanProperty());
            watch(augmentation.get(each));
        }
        set(TrainingSettings.DEFAULT);
        threads.set(
                Integer.toString(Math.max(1, Math.min(8, Runtime.getRuntime().availableProcessors()))));
    }

    @Override
    TrainingSettings build() {
        return TrainingSettings.DEFAULT
                .with(TrainingSettings.EPOCHS, whole("epochs", epochs))
                .with(TrainingSettings.BATCH, whole("batch", batch))
                .with(TrainingSettings.LEARNING_RATE, number("lr", learningRate))
                .with(TrainingSettings.SCHEDULE, schedule.get())
                .with(TrainingSettings.CLIP, number("clip", clip))
                .with(TrainingSettings.WHITENING, whitening.get())
                .with(
                        TrainingSettings.AUGMENTATION,
                        augmentation.keySet().stream()
                                .filter(each -> augmentation.get(each).get())
                                .collect(Collectors.toSet()))
                .with(TrainingSettings.SEED, wholeLong("seed", seed))
                .with(TrainingSettings.THREADS, whole("threads", threads))
                .with(TrainingSettings.TEST_EVERY, whole("test-every", testEvery))
                .with(TrainingSettings.EPSILON, number("epsilon", epsilon))
                .with(TrainingSettings.START, start.get())
                .with(TrainingSettings.START_ANGLES, angles())
                .with(TrainingSettings.START_STEPS, whole("start-steps", startSteps))
                .with(TrainingSettings.ANGLE_RATE, number("angle-rate", angleRate))
                .with(TrainingSettings.CLOSURE, number("closure", closure))
                .with(TrainingSettings.NO_SNAP, !snap.get());
    }

    private StartAngles angles() {
        try {
            return StartAngles.parse(startAngles.get().strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("start-angles: " + e.getMessage(), e);
        }
    }

    @Override
    void show(TrainingSettings from) {
        epochs.set(Integer.toString(from.epochs()));
        batch.set(Integer.toString(from.batch()));
        learningRate.set(format(from.learningRate()));
        schedule.set(from.schedule());
        clip.set(format(from.clip()));
        whitening.set(from.whitening());
        epsilon.set(format(from.epsilon()));
        augmentation.forEach((each, chosen) -> chosen.set(from.augmentation().contains(each)));
        seed.set(Long.toString(from.seed()));
        threads.set(Integer.toString(from.threads()));
        start.set(from.start());
        testEvery.set(Integer.toString(from.testEvery()));
        startAngles.set(from.get(TrainingSettings.START_ANGLES).words());
        startSteps.set(Integer.toString(from.get(TrainingSettings.START_STEPS)));
        angleRate.set(format(from.get(TrainingSettings.ANGLE_RATE)));
        closure.set(format(from.get(TrainingSettings.CLOSURE)));
        snap.set(!from.get(TrainingSettings.NO_SNAP));
    }

    public StringProperty epochsProperty() {
        return epochs;
    }

    public StringProperty batchProperty() {
        return batch;
    }

    public StringProperty learningRateProperty() {
        return learningRate;
    }

    public ObjectProperty<Schedule> scheduleProperty() {
        return schedule;
    }

    public StringProperty clipProperty() {
        return clip;
    }

    public ObjectProperty<Whitening> whiteningProperty() {
        return whitening;
    }

    /** Whether training images are changed in this way. */
    public BooleanProperty augmentationProperty(Augmentation kind) {
        return augmentation.get(kind);
    }

    public StringProperty epsilonProperty() {
        return epsilon;
    }

    public StringProperty seedProperty() {
        return seed;
    }

    /** Sets a new seed. */
    public void drawSeed() {
        seed.set(Integer.toString(1 + seeds.nextInt(SEEDS)));
    }

    public StringProperty threadsProperty() {
        return threads;
    }

    /** What the filters are before training. */
    public ObjectProperty<Start> startProperty() {
        return start;
    }

    /** Epochs from one test to the next. */
    public StringProperty testEveryProperty() {
        return testEvery;
    }

    /** From which angles a learned one is searched: how many, or the angles themselves. */
    public StringProperty startAnglesProperty() {
        return startAngles;
    }

    /** Steps from each of these. */
    public StringProperty startStepsProperty() {
        return startSteps;
    }

    /** Adam's, in radians, for a learned angle. */
    public StringProperty angleRateProperty() {
        return angleRate;
    }

    /** What an open orbit costs late in the training. */
    public StringProperty closureProperty() {
        return closure;
    }

    /** Whether an angle near one at which the orbit closes becomes that, late. */
    public BooleanProperty snapProperty() {
        return snap;
    }
}
