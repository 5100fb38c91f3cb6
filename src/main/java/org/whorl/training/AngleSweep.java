package org.whorl.training;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.whorl.network.NetworkSpec;
import org.whorl.network.Parameters;

/**
 * The search for an angle by training a little: some steps from each start, from the same filters and with the same batches.
 * The trainer that is searched for has the parameters of the best start so far. A start that was not finished is begun again when a run
 * is resumed, which makes the same bits.
 */
final class AngleSweep implements AngleSearch {
    private final NetworkSpec spec;
    private final TrainingSettings settings;
    private final PreparedData data;
    private final Trainer target;
    private final Parameters beginning;
    private final List<Double> starts;
    private Trainer trainer;
    private double loss;

    /** For a trainer before its first step; its parameters are those that every start begins from, but for the angle. */
    AngleSweep(NetworkSpec spec, TrainingSettings settings, PreparedData data, Trainer target) {
        this.spec = spec;
        this.settings = settings;
        this.data = data;
        this.target = target;
        beginning = target.parameters().copy();
        starts = settings.get(TrainingSettings.START_ANGLES).degrees();
    }

    @Override
    public boolean finished() {
        return !spec.generator().learnsAngle()
                || starts.size() < 2
                || target.position().step() > 0
                || target.angleStarts().size() >= starts.size();
    }

    /** One step of the start at hand, of which it tells; whether that is finished by it. */
    @Override
    public boolean step(Publication publication) {
        int number = target.angleStarts().size();
        int steps = settings.get(TrainingSettings.START_STEPS);
        if (trainer == null) {
            trainer = new Trainer(spec, settings, List.of(), data, steps);
            trainer.parameters().copyFrom(beginning);
            trainer.parameters().setGeneratorAngle(starts.get(number));
            loss = 0;
        }
        if (trainer.atEndOfEpoch()) {
            trainer.skipTest();
        }
        StepMetrics metrics = trainer.step();
        double angle = trainer.parameters().generatorAngles().get(0);
        publication.tracks().searched(starts.get(number), angle, metrics.loss());
        int counted = Math.max(1, steps / 4);
        loss += metrics.step() > steps - counted ? metrics.loss() / counted : 0;
        if (metrics.step() < steps) {
            publication.say(activity());
            return false;
        }
        AngleStart found = new AngleStart(starts.get(number), angle, loss);
        boolean best = target.angleStarts().stream().allMatch(earlier -> earlier.loss() > found.loss());
        target.add(found, best ? Optional.of(trainer.parameters()) : Optional.empty());
        close();
        publication.searched(target.angleStarts());
        return true;
    }

    private String activity() {
        int number = target.angleStarts().size();
        return String.format(
                Locale.ROOT,
                "angle %d of %d: from %.1f° at %.1f°, step %d of %d",
                number + 1,
                starts.size(),
                starts.get(number),
                trainer.parameters().generatorAngles().get(0),
                trainer.position().step(),
                settings.get(TrainingSettings.START_STEPS));
    }

    @Override
    public void close() {
        if (trainer != null) {
            trainer.close();
            trainer = null;
        }
    }
}
