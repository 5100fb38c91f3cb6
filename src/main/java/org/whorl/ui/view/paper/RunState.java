package org.whorl.ui.view.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.whorl.paper.Experiment;
import org.whorl.paper.Table;
import org.whorl.paper.Watch;
import org.whorl.training.TrainingSnapshot;
import org.whorl.training.TrainingState;
import org.whorl.ui.control.Pace;

/**
 * How far a part of a table that is being run has come.
 *
 * @param table of which it is
 * @param wanted the trainings to make
 * @param moment the latest; empty before the first
 * @param stopping whether it was asked to stop and writes its checkpoint
 */
public record RunState(Table table, Set<Experiment> wanted, Optional<Watch.Moment> moment, boolean stopping) {
    /** How much of the training that is under way is done, 0 to 1. */
    public double share() {
        return moment.map(m -> {
                    TrainingSnapshot now = m.snapshot();
                    long steps = (long) now.stepsPerEpoch() * now.epochs();
                    return steps == 0 ? 0 : Math.min(1.0, (double) now.step() / steps);
                })
                .orElse(0.0);
    }

    /** Whether a run of this training is under way. */
    public boolean runs(Experiment experiment) {
        return moment.map(m -> m.experiment().equals(experiment)).orElse(false);
    }

    /** “mnist-c4, seed 1 · run 1 of 3 · epoch 2 of 6 · 1,180 images/s · 14 s left”. */
    public String words() {
        if (stopping) {
            return "Stopping, after a checkpoint to go on from …";
        }
        if (moment.isEmpty()) {
            return "Beginning …";
        }
        Watch.Moment m = moment.get();
        TrainingSnapshot now = m.snapshot();
        List<String> words = new ArrayList<>();
        words.add(m.experiment().name() + ", seed " + m.seed());
        if (m.runs() > 1) {
            words.add("run " + (m.run() + 1) + " of " + m.runs());
        }
        if (now.state() == TrainingState.RUNNING) {
            words.add("epoch " + Math.min(now.epoch() + 1, now.epochs()) + " of " + now.epochs());
            if (now.imagesPerSecond() > 0) {
                words.add(String.format(Locale.ROOT, "%,.0f images/s", now.imagesPerSecond()));
            }
            if (Double.isFinite(m.secondsLeft())) {
                words.add(Pace.duration(m.secondsLeft()) + " left");
            }
        } else {
            words.add(now.state() == TrainingState.FINISHED ? "measuring" : now.activity());
        }
        return String.join(" · ", words);
    }
}
