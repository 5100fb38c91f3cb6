package org.whorl.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.whorl.data.Progress;
import org.whorl.data.TrainTest;
import org.whorl.network.Model;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Parameters;

/** What a session's thread does, from loading images to the last checkpoint. */
final class SessionWork implements Runnable {
    /** Between checkpoints within an epoch. */
    private static final double CHECKPOINT_SECONDS = 30;

    private final RunPlan plan;
    private final Wishes wishes;
    private final Publication publication;
    private final PatientDisk disk;
    private Optional<RunFolder> folder = Optional.empty();
    private RunRecord runRecord;
    private Trainer trainer;
    private StepCurves steps;
    private AngleSweep sweep;
    private long lastCheckpoint;
    private boolean begun;
    private boolean worked;

    SessionWork(RunPlan plan, Wishes wishes, Publication publication) {
        this.plan = plan;
        this.wishes = wishes;
        this.publication = publication;
        disk = new PatientDisk(wishes, publication);
    }

    @Override
    public void run() {
        try {
            prepare();
            publication.publish(trainer);
            while (!finished() && awaitWish()) {
                work();
            }
            finish();
        } catch (CancellationException e) {
            publication.enter(TrainingState.STOPPED, "stopped");
        } catch (IOException | RuntimeException | Error e) {
            publication.fail(e);
        } finally {
            if (sweep != null) {
                sweep.close();
            }
            if (trainer != null) {
                trainer.close();
            }
            folder.ifPresent(RunFolder::close);
        }
    }

    private void prepare() throws IOException {
        Progress progress = (what, done, total) -> {
            publication.say(total > 0 ? what + " " + Math.round(100.0 * done / total) + " %" : what);
            return !wishes.stopping();
        };
        TrainTest loaded = plan.source().load(progress);
        publication.loaded(loaded);
        publication.say("preparing images");
        PreparedData prepared = PreparedData.of(loaded, plan.settings(), progress);
        publication.prepared(prepared);
        prepared.releaseWhatReadingLeft();
        NetworkSpec spec = plan.network()
                .withInput(loaded.train().shape(), loaded.train().classNames().size());
        runRecord = new RunRecord(
                RunRecord.FORMAT,
                spec,
                plan.settings(),
                prepared.name(),
                prepared.checksum(),
                prepared.trainLabels().length,
                prepared.testLabels().length,
                plan.initial().map(Model::fingerprint).orElse("none"),
                plan.changes());
        boolean continues = plan.resume() && findCheckpoint();
        if (continues) {
            runRecord = runRecord.withChanges(folder.get().checkSame(runRecord));
        }
        trainer = new Trainer(spec, plan.settings(), runRecord.changes(), prepared);
        steps = new StepCurves(trainer.stepsPerEpoch());
        plan.initial().ifPresent(model -> begin(spec, model));
        sweep = new AngleSweep(spec, plan.settings(), prepared, trainer);
        if (continues) {
            begun = true;
            goOn();
        }
        lastCheckpoint = System.nanoTime();
    }

    /** Takes the folder of a run that is to go on; it begins anew where there is no checkpoint. */
    private boolean findCheckpoint() throws IOException {
        folder = place();
        if (folder.isEmpty() || !Files.isDirectory(folder.get().folder())) {
            return false;
        }
        folder.get().own();
        return folder.get().hasCheckpoint();
    }

    private void goOn() throws IOException {
        RunFolder run = folder.orElseThrow();
        Parameters first = trainer.parameters().copy();
        run.restore(trainer).forEach(publication.history()::add);
        publication.searched(trainer.angleStarts());
        steps = run.steps(trainer);
        publication.keptIn(run.folder());
        publication.publish(trainer);
        Model model = publication.model().orElseThrow();
        disk.keep(run.folder(), () -> {
            run.prepare(runRecord);
            run.derive(trainer, publication.history().epochsFrom(0), first, model);
            steps.write(run.folder());
        });
    }

    private Optional<RunFolder> place() throws IOException {
        return plan.place().isPresent()
                ? Optional.of(new RunFolder(plan.place().get().folder()))
                : Optional.empty();
    }

    /** Before the first step and no earlier: a network that nobody trains leaves no folder. */
    private void beginFolder() throws IOException {
        if (folder.isEmpty()) {
            folder = place();
        }
        if (folder.isPresent()) {
            folder.get().begin(runRecord, trainer.parameters());
            publication.keptIn(folder.get().folder());
        }
        begun = true;
    }

    private void begin(NetworkSpec spec, Model model) {
        if (!model.spec().equals(spec)) {
            throw new TrainingException("initial model: " + RunFolder.difference(spec, model.spec()));
        }
        trainer.parameters().copyFrom(model.parameters());
    }

    /** Waits until there is something to do; false when the session is to end. */
    private boolean awaitWish() {
        if (wishes.waiting()) {
            publication.publish(trainer);
            boolean begun = trainer.position().step() > 0;
            publication.enter(TrainingState.PAUSED, begun ? "paused" : "ready");
        }
        if (!wishes.awaitStep()) {
            return false;
        }
        publication.running();
        return true;
    }

    /** Whether there is nothing more to do, also by settings that somebody changed during the last step or test. */
    private boolean finished() throws IOException {
        if (trainer.finished()) {
            takeChange();
        }
        return trainer.finished();
    }

    private void work() throws IOException {
        if (search()) {
            return;
        }
        if (!trainer.atEndOfEpoch()) {
            takeChange();
            if (!begun) {
                beginFolder();
            }
            publication.say("training");
            Position before = trainer.position();
            // Who makes single steps will want to see what they did.
            trainer.wantChange(publication.takeChangeWanted() || wishes.waiting());
            StepMetrics metrics = trainer.step();
            publication.changed(trainer.lastChange());
            Position after = trainer.position();
            publication.speed().step((int) (after.images() - before.images()), after.seconds() - before.seconds());
            publication.history().add(metrics);
            steps.add(metrics);
        }
        worked = true;
        if (trainer.atEndOfEpoch()) {
            endEpoch();
        } else if ((System.nanoTime() - lastCheckpoint) / 1e9 > CHECKPOINT_SECONDS) {
            checkpoint();
        }
        if (publication.copyWanted() || wishes.waiting()) {
            publication.publish(trainer);
        }
    }

    /** A step of the search for an angle, before the steps that count; false where there is nothing to search. */
    private boolean search() throws IOException {
        if (sweep.finished()) {
            return false;
        }
        if (!begun) {
            beginFolder();
        }
        worked = true;
        boolean found = sweep.step(publication);
        if (found) {
            checkpoint();
        }
        if (found || publication.copyWanted() || wishes.waiting()) {
            publication.publish(trainer);
        }
        return true;
    }

    /** Between two steps, takes over settings that somebody wants changed, and records them before anything is done with them. */
    private void takeChange() throws IOException {
        Optional<LiveSettings> change = wishes.takeChange();
        if (change.isEmpty()) {
            return;
        }
        List<SettingsChange> before = trainer.settings().changes();
        trainer.change(change.get());
        runRecord = runRecord.withChanges(trainer.settings().changes());
        if (begun && folder.isPresent() && !before.equals(runRecord.changes())) {
            disk.keep(folder.get().folder(), () -> {
                folder.get().prepare(runRecord);
                folder.get().write(runRecord);
            });
        }
    }

    private void endEpoch() throws IOException {
        publication.say("testing");
        double trained = trainer.position().seconds();
        EpochMetrics metrics = trainer.endEpoch(done -> {
            if (wishes.stopping()) {
                // The steps are kept: a resumed run begins with this test.
                checkpointQuietly();
                return false;
            }
            return true;
        });
        publication.speed().epochEnd(metrics.seconds() - trained);
        if (folder.isPresent()) {
            // Before anybody hears of the epoch, since they may look into the history for it.
            disk.keep(folder.get().folder(), () -> {
                folder.get().prepare(runRecord);
                folder.get().keepFilters(trainer.parameters(), metrics.epoch());
            });
        }
        publication.history().add(metrics);
        publication.publish(trainer);
        keep(true);
    }

    private void checkpointQuietly() {
        try {
            checkpoint();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Within an epoch; the model stays that of the epoch before, unless there is none yet. */
    private void checkpoint() throws IOException {
        keep(folder.isPresent() && !folder.get().hasModel());
    }

    /**
     * Writes what the run needs to go on.
     *
     * @param model whether to write the model as well
     */
    private void keep(boolean model) throws IOException {
        if (folder.isPresent()) {
            if (model) {
                publication.publish(trainer);
            }
            disk.keep(folder.get().folder(), () -> {
                folder.get().prepare(runRecord);
                // The checkpoint first: all the rest follows from it.
                folder.get().checkpoint(trainer, publication.history().epochsFrom(0), steps);
                if (model || !folder.get().hasModel()) {
                    folder.get().writeModel(publication.model().orElseThrow());
                }
            });
        }
        lastCheckpoint = System.nanoTime();
    }

    private void finish() throws IOException {
        boolean finished = trainer.finished();
        if (!finished) {
            takeChange();
        }
        publication.publish(trainer);
        // A finished run has kept everything at the end of its last epoch, and one that goes on has made it again
        // before its first step.
        if (!finished && worked && begun) {
            keep(true);
        }
        if (finished) {
            publication.enter(TrainingState.FINISHED, "finished");
        } else {
            publication.enter(TrainingState.STOPPED, "stopped");
        }
    }
}
