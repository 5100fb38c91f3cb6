package org.whorl.training;

import org.whorl.network.NetworkSettings;
import org.whorl.network.NetworkSpec;
import org.whorl.network.ParameterLayout;
import org.whorl.network.Parameters;

/**
 * The search for an angle by matching pursuit. Where filters are to reconstruct images alone, training goes on with those that were found
 * as well. Where they are to classify, the search has few filters of its own, of which only the angle is taken over: what a class looks
 * like does not tell an angle sooner than what the images look like, and costs as much training from each start.
 */
final class PursuitSearch implements AngleSearch {
    private static final int BASE_FILTERS = 3;

    private final Trainer target;
    private final int starts;
    private final boolean filters;
    private final PursuitSweep sweep;

    /** For a trainer before its first step, of which the filters are not looked at. */
    PursuitSearch(NetworkSpec spec, TrainingSettings settings, PreparedData data, Trainer target) {
        this.target = target;
        starts = settings.get(TrainingSettings.START_ANGLES).degrees().size();
        filters = spec.objective().classify() == 0;
        NetworkSpec searched =
                filters ? spec : spec.with(NetworkSettings.BASE_FILTERS, Math.min(BASE_FILTERS, spec.baseFilters()));
        sweep = new PursuitSweep(searched, settings, data);
    }

    @Override
    public boolean finished() {
        return target.angleStarts().size() >= starts;
    }

    @Override
    public boolean step(Publication publication) {
        if (!sweep.step(publication)) {
            return false;
        }
        PursuitSweep.Found found = sweep.found();
        Parameters parameters = target.parameters();
        parameters.setGeneratorAngle(found.angle());
        if (filters) {
            for (ParameterLayout.Entry entry : parameters.layout().entries()) {
                if (entry.kind() == ParameterLayout.Kind.FILTERS) {
                    parameters.set(entry.name(), found.baseFilters());
                }
            }
            parameters.normalizeFilters();
        }
        target.setAngleStarts(found.starts());
        return true;
    }

    @Override
    public void close() {
        sweep.close();
    }
}
