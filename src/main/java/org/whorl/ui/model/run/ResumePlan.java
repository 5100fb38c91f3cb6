package org.whorl.ui.model.run;

import java.util.Optional;

import org.whorl.training.LiveSettings;
import org.whorl.training.ResumePoint;
import org.whorl.training.RunRecord;
import org.whorl.training.SettingsHistory;
import org.whorl.ui.model.settings.RunSettings;

/**
 * How a kept run goes on from its checkpoint.
 *
 * @param kept the run
 * @param from how far it has come
 * @param begun the settings that it was begun with
 * @param last the settings of its last step
 * @param epochs that it is to have in all, more than it has
 */
record ResumePlan(SavedRun kept, ResumePoint from, RunSettings begun, LiveSettings last, int epochs) {
    /**
     * How a run goes on; empty where it cannot, since its folder has no checkpoint or does not say how it was begun, or since it was begun
     * with a model, which would have to be at hand.
     *
     * @param begun the settings that it was begun with
     * @param wantedEpochs how many there are to be in all; as many again where a run has them all
     */
    static Optional<ResumePlan> of(SavedRun kept, RunSettings begun, int wantedEpochs) {
        Optional<RunRecord> record =
                kept.begun().filter(r -> r.initial() == null || r.initial().equals("none"));
        if (record.isEmpty() || kept.checkpoint().isEmpty()) {
            return Optional.empty();
        }
        ResumePoint from = kept.checkpoint().get();
        LiveSettings first = LiveSettings.of(begun.training(), begun.network());
        LiveSettings last = new SettingsHistory(first, record.get().changes()).after(Integer.MAX_VALUE);
        int planned = wantedEpochs == first.epochs() ? last.epochs() : wantedEpochs;
        int epochs = planned > from.epoch() ? planned : from.epoch() + first.epochs();
        return Optional.of(new ResumePlan(kept, from, begun, last, epochs));
    }

    /** Whether it was stopped before it had all its epochs, and goes on as if it never was. */
    boolean isUnfinished() {
        return from.epoch() < last.epochs() && epochs == last.epochs();
    }

    /** The settings with which it goes on. */
    RunSettings plan() {
        LiveSettings next = settings();
        return new RunSettings(begun.data(), begun.limit(), next.in(begun.network()), next.in(begun.training()));
    }

    LiveSettings settings() {
        return new LiveSettings(
                epochs, last.learningRate(), last.schedule(), last.clip(), last.threshold(), last.stepSize());
    }

    /** What is offered: “Go on training”. */
    String words() {
        return isUnfinished() ? "Go on training" : more(epochs - from.epoch());
    }

    /** “Go on for 10 more epochs”. */
    static String more(int epochs) {
        return "Go on for " + epochs + (epochs == 1 ? " more epoch" : " more epochs");
    }
}
