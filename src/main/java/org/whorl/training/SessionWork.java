package org.whorl.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.whorl.data.Progress;
import org.whorl.data.TrainTest;
import org.whorl.group.Generator;
import org.whorl.network.GeneratorKind;
import org.whorl.network.Model;
import org.whorl.network.NetworkSpec;

/** What a session's thread does, from loading images to the last checkpoint. */
final class SessionWork implements Runnable {
    private final RunPlan plan;
    private final SessionRequests requests;
    private final Publication publication;
    private final RunKeeper keeper;
    private Trainer trainer;
    private AngleSearch search;
    private boolean worked;

    SessionWork(RunPlan plan, SessionRequests requests, Publication publication) {
        this.plan = plan;
        this.requests = requests;
        this.publication = publication;
        keeper = new RunKeeper(plan.place(), publication, new PatientDisk(requests, publication));
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
            if (search != null) {
                search.close();
            }
            if (trainer != null) {
                trainer.close();
            }
            keeper.close();
        }
    }

    private void prepare() throws IOException {
        Progress progress = (what, done, total) -> {
            publication.say(total > 0 ? what + " " + Math.round(100.0 * done / total) + " %" : what);
            return !requests.stopping();
        };
        TrainTest loaded = plan.source().load(progress);
        publication.loaded(loaded);
        publication.say("preparing images");
        PreparedData prepared = PreparedData.of(loaded, plan.settings(), progress);
        publication.prepared(prepared);
        prepared.releaseWhatReadingLeft();
        NetworkSpec spec = plan.network()
                .withInput(loaded.train().shape(), loaded.train().classNames().size());
        RunRecord description = new RunRecord(
                RunRecord.FORMAT,
                spec,
                plan.settings(),
                prepared.name(),
                prepared.checksum(),
                prepared.trainLabels().length,
                prepared.testLabels().length,
                plan.initial().map(Model::fingerprint).orElse(RunRecord.NONE),
                plan.generator().map(Generator::fingerprint).orElse(RunRecord.NONE),
                plan.changes());
        boolean continues = keeper.of(description, plan.resume());
        trainer = new Trainer(spec, plan.settings(), keeper.description().changes(), prepared);
        keeper.steps(new StepCurves(trainer.stepsPerEpoch()));
        plan.initial().ifPresent(model -> begin(spec, model));
        if (spec.generator() == GeneratorKind.MATRIX) {
            takeGenerator(continues);
        }
        if (continues) {
            keeper.goOn(trainer);
        }
        search = AngleSearch.of(spec, plan.settings(), prepared, trainer);
    }

    private void begin(NetworkSpec spec, Model model) {
        if (!model.spec().equals(spec)) {
            throw new TrainingException("initial model: " + RunFolder.difference(spec, model.spec()));
        }
        trainer.parameters().copyFrom(model.parameters());
    }

    private void takeGenerator(boolean continues) {
        if (plan.generator().isPresent()) {
            trainer.parameters().setGenerator(plan.generator().get());
        } else if (plan.initial().isEmpty() && !continues) {
            throw new TrainingException("generator: expected a matrix that makes the copies of filters, found none;"
                    + " give one by whorl train --generator A.npz");
        }
    }

    /** Waits until there is something to do; false when the session is to end. */
    private boolean awaitWish() {
        if (requests.waiting()) {
            publication.publish(trainer);
            boolean begun = trainer.position().step() > 0;
            publication.enter(TrainingState.PAUSED, begun ? "paused" : "ready");
        }
        if (!requests.awaitStep()) {
            return false;
        }
        publication.running();
        return true;
    }

    /** Whether there is nothing more to do, also by settings that were changed during the last step or test. */
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
            keeper.begin(trainer);
            publication.say("training");
            Position before = trainer.position();
            // Who makes single steps will want to see what they did.
            trainer.wantChange(publication.takeChangeWanted() || requests.waiting());
            StepMetrics metrics = trainer.step();
            publication.changed(trainer.lastChange());
            List<Double> angles = trainer.parameters().generatorAngles();
            if (!angles.isEmpty()) {
                publication.tracks().trained(angles.get(0), metrics.loss());
            }
            Position after = trainer.position();
            publication.speed().step((int) (after.images() - before.images()), after.seconds() - before.seconds());
            publication.history().add(metrics);
            keeper.add(metrics);
        }
        worked = true;
        if (trainer.atEndOfEpoch()) {
            endEpoch();
        } else if (keeper.isDue()) {
            keeper.checkpoint(trainer);
        }
        if (publication.copyWanted() || requests.waiting()) {
            publication.publish(trainer);
        }
    }

    /** A step of the search for an angle, before the steps that count; false where there is nothing to search. */
    private boolean search() throws IOException {
        if (search.finished()) {
            return false;
        }
        keeper.begin(trainer);
        worked = true;
        boolean found = search.step(publication);
        if (found) {
            keeper.checkpoint(trainer);
        }
        if (found || publication.copyWanted() || requests.waiting()) {
            publication.publish(trainer);
        }
        return true;
    }

    /** Between two steps, takes over settings that are to change, and records them before anything is done with them. */
    private void takeChange() throws IOException {
        Optional<LiveSettings> change = requests.takeChange();
        if (change.isEmpty()) {
            return;
        }
        trainer.change(change.get());
        keeper.changed(trainer.settings().changes());
    }

    private void endEpoch() throws IOException {
        publication.say("testing");
        double trained = trainer.position().seconds();
        EpochMetrics metrics = trainer.endEpoch(done -> {
            if (requests.stopping()) {
                // The steps are kept: a resumed run begins with this test.
                checkpointQuietly();
                return false;
            }
            return true;
        });
        publication.speed().epochEnd(metrics.seconds() - trained);
        // Before anybody hears of the epoch, since they may look into the history for it.
        keeper.filters(trainer, metrics.epoch());
        publication.history().add(metrics);
        publication.publish(trainer);
        keeper.keep(trainer, true);
    }

    private void checkpointQuietly() {
        try {
            keeper.checkpoint(trainer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void finish() throws IOException {
        boolean finished = trainer.finished();
        if (!finished) {
            takeChange();
        }
        publication.publish(trainer);
        // A finished run has kept everything at the end of its last epoch, and one that goes on has made it again
        // before its first step.
        if (!finished && worked && keeper.hasBegun()) {
            keeper.keep(trainer, true);
        }
        if (finished) {
            publication.enter(TrainingState.FINISHED, "finished");
        } else {
            publication.enter(TrainingState.STOPPED, "stopped");
        }
    }
}
