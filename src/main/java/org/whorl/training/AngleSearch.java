package org.whorl.training;

import org.whorl.network.NetworkSpec;

/**
 * The search for the valley in which an angle is learned, before the steps that count. Whatever way it goes, it leaves with the trainer
 * what came of each start, and the parameters to go on with.
 */
interface AngleSearch extends AutoCloseable {
    /** The search for a trainer; none where no angle is searched, or the first step is made. */
    static AngleSearch of(NetworkSpec spec, TrainingSettings settings, PreparedData data, Trainer target) {
        return searches(spec, settings) && target.position().step() == 0
                ? new PursuitSearch(spec, settings, data, target)
                : new NoSearch();
    }

    /** Whether an angle is searched: not where there is but one to begin with. */
    static boolean searches(NetworkSpec spec, TrainingSettings settings) {
        return spec.generator().learnsAngle()
                && settings.get(TrainingSettings.START_ANGLES).degrees().size() > 1;
    }

    /** Whether nothing is left to do; a run of which the steps have begun has been here before. */
    boolean finished();

    /** A little of the search, of which it tells; whether something was found that is worth keeping. */
    boolean step(Publication publication);

    @Override
    void close();
}
