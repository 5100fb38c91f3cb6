package org.whorl.training;

import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.whorl.data.TrainTest;
import org.whorl.file.FileProblem;
import org.whorl.file.PlainText;
import org.whorl.network.Model;
import org.whorl.network.Parameters;

/** What a session lets others see: written by its thread, read by any. */
final class Publication {
    private final RunPlan plan;
    private final MetricsHistory history = new MetricsHistory();
    private final Speed speed = new Speed();

    private volatile TrainingState state = TrainingState.PREPARING;
    private volatile String activity = "loading images";
    private volatile Optional<String> failure = Optional.empty();
    private volatile Throwable cause;
    private volatile Optional<TrainTest> data = Optional.empty();
    private volatile PreparedData prepared;
    private final AngleTracks tracks = new AngleTracks();
    private volatile List<AngleStart> angleStarts = List.of();
    private volatile Published published;
    private volatile Optional<EpochTest> latestTest = Optional.empty();
    private volatile boolean copyWanted = true;
    private volatile Optional<StepChange> lastChange = Optional.empty();
    private volatile boolean changeWanted;
    private volatile Optional<Path> folder = Optional.empty();

    /** The trainer's state as it was after a step. */
    private record Published(Position position, int stepsPerEpoch, SettingsHistory settings, Parameters parameters) {}

    Publication(RunPlan plan) {
        this.plan = plan;
    }

    MetricsHistory history() {
        return history;
    }

    Speed speed() {
        return speed;
    }

    void say(String words) {
        activity = words;
    }

    void enter(TrainingState next, String words) {
        state = next;
        activity = words;
    }

    String activity() {
        return activity;
    }

    /** The run waits for its disk. */
    void trouble(String line) {
        enter(TrainingState.WAITING, line);
    }

    /** The disk is there again. */
    void troubleOver(String words) {
        enter(TrainingState.RUNNING, words);
    }

    void running() {
        state = TrainingState.RUNNING;
    }

    void fail(Throwable e) {
        cause = e;
        failure = Optional.of(describe(e));
        enter(TrainingState.FAILED, "failed");
    }

    private static String describe(Throwable e) {
        if (e instanceof OutOfMemoryError) {
            return "memory: expected enough for this network and batch, found too little; choose a smaller batch, or start"
                    + " Java with a larger -Xmx";
        }
        if (e instanceof UncheckedIOException wrapped) {
            return describe(wrapped.getCause());
        }
        if (e instanceof FileSystemException problem) {
            return FileProblem.describe(problem);
        }
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : PlainText.line(message.replaceAll("\\s+", " "));
    }

    Optional<Throwable> cause() {
        return Optional.ofNullable(cause);
    }

    void loaded(TrainTest images) {
        data = Optional.of(images);
    }

    Optional<TrainTest> data() {
        return data;
    }

    void keptIn(Path runFolder) {
        folder = Optional.of(runFolder);
    }

    /** What came of the angles that were begun from. */
    void searched(List<AngleStart> starts) {
        angleStarts = List.copyOf(starts);
    }

    List<AngleStart> angleStarts() {
        return angleStarts;
    }

    /** How the angle goes that is learned. */
    AngleTracks tracks() {
        return tracks;
    }

    Optional<Path> folder() {
        return folder;
    }

    void prepared(PreparedData images) {
        prepared = images;
    }

    Optional<EpochTest> latestTest() {
        return latestTest;
    }

    /** What a step did, as far as known; the next one is to say it again. */
    Optional<StepChange> lastChange() {
        changeWanted = true;
        return lastChange;
    }

    /** Whether a caller has asked what steps do since this was last asked. */
    boolean takeChangeWanted() {
        boolean wanted = changeWanted;
        changeWanted = false;
        return wanted;
    }

    void changed(Optional<StepChange> change) {
        lastChange = change;
    }

    /** Whether a caller has looked since the last copy of the parameters was made. */
    boolean copyWanted() {
        return copyWanted;
    }

    void publish(Trainer trainer) {
        copyWanted = false;
        latestTest = trainer.latestTest();
        published = new Published(
                trainer.position(),
                trainer.stepsPerEpoch(),
                trainer.settings(),
                trainer.parameters().copy());
    }

    TrainingSnapshot snapshot() {
        Published p = published;
        copyWanted = true;
        if (p == null) {
            SettingsHistory settings = new SettingsHistory(LiveSettings.of(plan.settings(), plan.network()), List.of());
            return new TrainingSnapshot(
                    state,
                    activity,
                    0,
                    0,
                    0,
                    plan.settings().epochs(),
                    0,
                    Double.NaN,
                    List.of(),
                    settings,
                    Optional.empty(),
                    failure);
        }
        int step = p.position().step();
        int epoch = p.position().epoch();
        int epochs = p.settings().after(step).epochs();
        return new TrainingSnapshot(
                state,
                activity,
                step,
                p.stepsPerEpoch(),
                epoch,
                epochs,
                speed.imagesPerSecond(),
                speed.secondsFor(Math.max(0, (long) p.stepsPerEpoch() * epochs - step), Math.max(0, epochs - epoch)),
                p.position().activeFractions(),
                p.settings(),
                Optional.of(p.parameters()),
                failure);
    }

    Optional<Model> model() {
        Published p = published;
        PreparedData images = prepared;
        if (p == null || images == null) {
            return Optional.empty();
        }
        Map<String, Object> provenance = new LinkedHashMap<>();
        provenance.put("data", images.name());
        provenance.put("dataChecksum", images.checksum());
        provenance.put("trainImages", images.trainLabels().length);
        provenance.put("testImages", images.testLabels().length);
        provenance.put("training", plan.settings());
        List<SettingsChange> changes = p.settings().changes().stream()
                .filter(c -> c.step() < p.position().step())
                .toList();
        if (!changes.isEmpty()) {
            provenance.put("changes", changes);
        }
        plan.generator().ifPresent(matrix -> provenance.put("generatorFingerprint", matrix.fingerprint()));
        plan.initial().ifPresent(model -> provenance.put("initialModel", ancestor(model)));
        if (!angleStarts.isEmpty()) {
            provenance.put("angleStarts", angleStarts);
        }
        provenance.put("epochs", p.position().epoch());
        provenance.put("steps", p.position().step());
        history.epochsFrom(0).stream()
                .filter(epoch -> Double.isFinite(epoch.testLoss()))
                .reduce((earlier, later) -> later)
                .ifPresent(tested -> {
                    provenance.put("testLoss", tested.testLoss());
                    if (!Double.isNaN(tested.testAccuracy())) {
                        provenance.put("testAccuracy", tested.testAccuracy());
                    }
                    if (tested.step() != p.position().step()) {
                        // The scores are those of the model as it was then.
                        provenance.put("testStep", tested.step());
                    }
                });
        return Optional.of(new Model(p.parameters(), images.preparation(), images.classNames(), provenance));
    }

    /** What an initial model says of itself; of the one before it, only which it was, or each would hold all that came before. */
    private static Map<String, Object> ancestor(Model model) {
        Map<String, Object> about = new LinkedHashMap<>(model.provenance());
        if (about.get("initialModel") instanceof Map<?, ?> earlier) {
            about.put("initialModel", String.valueOf(earlier.get("fingerprint")));
        }
        about.put("fingerprint", model.fingerprint());
        return about;
    }
}
