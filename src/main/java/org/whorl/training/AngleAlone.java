package org.whorl.training;

import java.util.Optional;

import org.whorl.network.NetworkSettings;
import org.whorl.network.NetworkSpec;

/**
 * The search for the angle of a network that is to classify: by matching pursuit with few filters of its own, of which only the angle is
 * taken over. What a class looks like does not tell an angle sooner than what the images look like, and costs as much training from each
 * start.
 */
final class AngleAlone implements AngleSearch {
    private static final int BASE_FILTERS = 3;

    private final Trainer target;
    private final Trainer few;
    private final PursuitSweep sweep;
    private boolean closed;

    /** For a trainer before its first step, of which the filters stay as they are. */
    AngleAlone(NetworkSpec spec, TrainingSettings settings, PreparedData data, Trainer target) {
        this.target = target;
        NetworkSpec small = spec.with(NetworkSettings.BASE_FILTERS, Math.min(BASE_FILTERS, spec.baseFilters()));
        few = new Trainer(small, settings, data);
        sweep = new PursuitSweep(small, settings, data, few);
    }

    @Override
    public boolean finished() {
        return target.position().step() > 0 || !target.angleStarts().isEmpty();
    }

    @Override
    public boolean step(Publication publication) {
        if (!sweep.step(publication)) {
            return false;
        }
        target.parameters().setGeneratorAngle(few.parameters().generatorAngles().get(0));
        few.angleStarts().forEach(start -> target.add(start, Optional.empty()));
        close();
        return true;
    }

    @Override
    public void close() {
        if (!closed) {
            sweep.close();
            few.close();
            closed = true;
        }
    }
}
