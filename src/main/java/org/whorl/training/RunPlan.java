package org.whorl.training;

import java.util.List;
import java.util.Optional;

import org.whorl.group.Generator;
import org.whorl.network.Model;
import org.whorl.network.NetworkSpec;

/**
 * What a session is to do.
 *
 * @param network but for input shape and number of classes, which the data decide
 * @param settings how to train
 * @param source loads the data, on the session's thread
 * @param initial a model of the same network, where to begin; random parameters where there is none
 * @param generator the matrix that makes copies, where the network has one that is given; the initial model's where there is none
 * @param changes of settings to be made on the way, as another run recorded them; a run that is resumed has its own
 * @param place where the run is kept; none for a run that leaves nothing on disk
 * @param resume whether to continue from the checkpoint in the place's folder, where it has one
 */
public record RunPlan(
        NetworkSpec network,
        TrainingSettings settings,
        DataSource source,
        Optional<Model> initial,
        Optional<Generator> generator,
        List<SettingsChange> changes,
        Optional<RunPlace> place,
        boolean resume) {
    public RunPlan {
        changes = List.copyOf(changes);
    }

    /** The same without a matrix that makes copies. */
    public RunPlan(
            NetworkSpec network,
            TrainingSettings settings,
            DataSource source,
            Optional<Model> initial,
            List<SettingsChange> changes,
            Optional<RunPlace> place,
            boolean resume) {
        this(network, settings, source, initial, Optional.empty(), changes, place, resume);
    }
}
