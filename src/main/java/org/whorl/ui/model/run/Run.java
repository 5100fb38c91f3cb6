package org.whorl.ui.model.run;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.whorl.group.Generator;
import org.whorl.network.Model;
import org.whorl.training.EpochTest;
import org.whorl.training.LiveSettings;
import org.whorl.training.RunPlace;
import org.whorl.training.RunPlan;
import org.whorl.training.StepChange;
import org.whorl.training.TrainingSession;
import org.whorl.training.TrainingSnapshot;
import org.whorl.training.TrainingState;
import org.whorl.ui.model.ShownNetwork;
import org.whorl.ui.model.data.DatasetCache;
import org.whorl.ui.model.settings.RunSettings;

/** One run: its session, and what has been seen of it so far. FX thread only. */
final class Run {
    private RunSettings plan;
    private final TrainingSession session;
    private final Curves curves;
    private final Optional<Path> known;
    private final int firstEpoch;
    private TrainingSnapshot latest;
    private Optional<Model> model = Optional.empty();
    private boolean wanted;

    /**
     * A run that is about to begin.
     *
     * @param runs the folder of all runs, where it gets one of its own with its first step; empty to leave nothing on disk
     * @param generator the matrix that makes copies, where its network has one
     */
    Run(RunSettings plan, Optional<Path> runs, Optional<Generator> generator, DatasetCache shelf) {
        this.plan = plan;
        curves = new Curves();
        known = Optional.empty();
        firstEpoch = 0;
        session = session(plan, runs.map(all -> () -> Folders.forRun(all, plan)), generator, false, shelf);
        latest = session.snapshot();
    }

    /** A run that goes on from its checkpoint. */
    Run(ResumePlan kept, DatasetCache shelf) {
        plan = kept.plan();
        curves = kept.kept().curves();
        known = Optional.of(kept.kept().folder());
        firstEpoch = kept.from().epoch();
        session = session(kept.begun(), known.map(folder -> () -> folder), Optional.empty(), true, shelf);
        if (!kept.settings().equals(kept.last())) {
            session.change(kept.settings());
        }
        latest = session.snapshot();
    }

    private static TrainingSession session(
            RunSettings begun,
            Optional<RunPlace> place,
            Optional<Generator> generator,
            boolean resume,
            DatasetCache shelf) {
        return new TrainingSession(new RunPlan(
                begun.network(),
                begun.training(),
                progress ->
                        begun.limited(shelf.load(begun.data(), begun.training().seed(), progress)),
                Optional.empty(),
                generator,
                List.of(),
                place,
                resume));
    }

    /** Whether it has learned for an epoch in this window. */
    boolean hasLearned() {
        return latest.epoch() > firstEpoch;
    }

    /** Looks at the session. Returns whether anything has changed since the last look. */
    boolean look() {
        TrainingSnapshot before = latest;
        latest = session.snapshot();
        boolean grown = curves.take(session.history(), latest.stepsPerEpoch());
        curves.mark(latest.settings(), latest.stepsPerEpoch(), latest.step());
        return grown
                || before.state() != latest.state()
                || before.step() != latest.step()
                || !before.activity().equals(latest.activity())
                || before.parameters().isPresent() != latest.parameters().isPresent();
    }

    /** What the views show of it; empty before the network exists. */
    Optional<ShownNetwork> shown(long version) {
        if (model.isEmpty()) {
            model = session.model();
        }
        return latest.parameters()
                .flatMap(parameters -> model.map(m -> new ShownNetwork(
                        name(), parameters, m.preparation(), m.classNames(), session.data(), provenance(m), version)));
    }

    /** Where the parameters of now came from; the model was made at the beginning. */
    private Map<String, Object> provenance(Model model) {
        Map<String, Object> now = new LinkedHashMap<>(model.provenance());
        now.put("epochs", latest.epoch());
        now.remove("testLoss");
        now.remove("testAccuracy");
        return now;
    }

    /** As it is now; empty before the network exists. */
    Optional<RunMoment> now() {
        return session.model()
                .map(now -> new RunMoment(name(), now, session.history().epochsFrom(0)));
    }

    /** What the last test found, image by image. */
    Optional<EpochTest> latestTest() {
        return session.latestTest();
    }

    /** Whether a plan is this run's but for settings that can change while it goes on. */
    boolean canBecome(RunSettings next) {
        LiveSettings live = LiveSettings.of(next.training(), next.network());
        return !isOver()
                && next.data().equals(plan.data())
                && live.in(plan.training()).equals(next.training())
                && live.in(plan.network()).equals(next.network());
    }

    /** Goes on by a plan that it {@linkplain #canBecome can become}. */
    void become(RunSettings next) {
        session.change(LiveSettings.of(next.training(), next.network()));
        plan = next;
    }

    void start() {
        wanted = true;
        session.start();
    }

    void step() {
        session.step();
    }

    void pause() {
        wanted = false;
        session.pause();
    }

    void stop() {
        wanted = false;
        session.stop();
    }

    /** Ends it in the background; its folder stays. */
    void end() {
        Thread closing = new Thread(session::close, "whorl-closing");
        closing.start();
    }

    boolean hasEnded() {
        return session.hasEnded();
    }

    /** Ends it, and waits until its checkpoint is written. */
    void endNow() {
        session.close();
    }

    /** Whether it trains, or will as soon as it is prepared. */
    boolean isActive() {
        return wanted && !isOver();
    }

    /** Whether it can make no more steps. */
    boolean isOver() {
        return switch (latest.state()) {
            case FINISHED, STOPPED, FAILED -> true;
            case PREPARING, PAUSED, RUNNING, WAITING -> false;
        };
    }

    /** Whether it has made all its steps. */
    boolean isFinished() {
        return latest.state() == TrainingState.FINISHED;
    }

    /** For people: the name of its folder, or of what it is where it has none. */
    String name() {
        return folder().map(f -> f.getFileName().toString())
                .orElseGet(
                        () -> plan.data().name() + ", " + plan.network().group().symbol());
    }

    RunSettings plan() {
        return plan;
    }

    /** Where it is kept; empty before its first step, and where it leaves nothing on disk. */
    Optional<Path> folder() {
        return session.folder().or(() -> known);
    }

    boolean isIn(Path place) {
        Path wanted = place.toAbsolutePath().normalize();
        return folder().map(own -> own.toAbsolutePath().normalize().equals(wanted))
                .orElse(false);
    }

    Curves curves() {
        return curves;
    }

    /** What a recent step did; asks the next one to leave that behind. */
    Optional<StepChange> lastChange() {
        return session.lastChange();
    }

    /** How its angle is learned; empty of all where it is not. */
    AngleProgress angleProgress() {
        return new AngleProgress(session.angleStarts(), session.angleSearch(), session.anglePath());
    }

    TrainingSnapshot latest() {
        return latest;
    }
}
