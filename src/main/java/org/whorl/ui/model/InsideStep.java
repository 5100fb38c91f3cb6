package org.whorl.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.whorl.network.NetworkSpec;
import org.whorl.network.Normalization;
import org.whorl.network.Unfolding;

/**
 * How far “step inside” has come: what has just been computed.
 *
 * @param layer from 0
 * @param stage of that layer
 */
public record InsideStep(int layer, Stage stage) {
    /** What a layer computes, in the order in which it does. */
    public enum Stage {
        /** r = x − W v. */
        RESIDUAL("residual"),
        /** a = Wᵀ r. */
        CORRELATION("correlation"),
        /** p = v + α·a. */
        PRE_THRESHOLD("pre-threshold"),
        /** u = S(p, α·λ). */
        CODE("code"),
        /** w = u + β (u − the code before); with FISTA, and not in the last layer. */
        MOMENTUM("momentum"),
        /** The next layer's v = BatchNorm(w); not in the last layer, and not in networks without norms, where v = w. */
        NORM("norm");

        private final String label;

        Stage(String label) {
            this.label = label;
        }

        /** The name for people. */
        public String label() {
            return label;
        }
    }

    /** The very first step. */
    public static final InsideStep FIRST = new InsideStep(0, Stage.RESIDUAL);

    /** What a layer of this network computes. */
    public static List<Stage> stages(NetworkSpec spec, int layer) {
        List<Stage> stages = new ArrayList<>(List.of(Stage.values()));
        if (layer == spec.layers() - 1) {
            stages.removeAll(List.of(Stage.MOMENTUM, Stage.NORM));
            return stages;
        }
        if (spec.unfolding() != Unfolding.FISTA) {
            stages.remove(Stage.MOMENTUM);
        }
        if (spec.norm() == Normalization.NONE) {
            stages.remove(Stage.NORM);
        }
        return stages;
    }

    /** Whether a network computes this. */
    public boolean existsIn(NetworkSpec spec) {
        return layer < spec.layers() && stages(spec, layer).contains(stage);
    }

    /** What comes next; empty after the last code. */
    public Optional<InsideStep> next(NetworkSpec spec) {
        List<Stage> stages = stages(spec, layer);
        int at = stages.indexOf(stage);
        if (at + 1 < stages.size()) {
            return Optional.of(new InsideStep(layer, stages.get(at + 1)));
        }
        return layer + 1 < spec.layers() ? Optional.of(new InsideStep(layer + 1, Stage.RESIDUAL)) : Optional.empty();
    }

    /** What came before; empty before the first residual. */
    public Optional<InsideStep> previous(NetworkSpec spec) {
        List<Stage> stages = stages(spec, layer);
        int at = stages.indexOf(stage);
        if (at > 0) {
            return Optional.of(new InsideStep(layer, stages.get(at - 1)));
        }
        if (layer == 0) {
            return Optional.empty();
        }
        List<Stage> before = stages(spec, layer - 1);
        return Optional.of(new InsideStep(layer - 1, before.get(before.size() - 1)));
    }
}
