package org.whorl.network;

import org.whorl.group.CyclicGroup;
import org.whorl.group.Interpolation;

/** Where the angle of a network's rotations comes from. */
public enum GeneratorKind {
    /** The group says it: 360°/N. */
    FIXED,
    /** It is learned, one for all layers. */
    LEARNED,
    /** It is learned, one for each layer. */
    LEARNED_BY_LAYER;

    /** Refuses a network of which the angle cannot be learned. */
    void check(NetworkSpec spec) {
        if (this == FIXED) {
            return;
        }
        NetworkSpec.check(
                spec.group() instanceof CyclicGroup && spec.group().order() > 1,
                "generator",
                "rotations, of order 2 or more, for an angle that is learned",
                spec.group().describe());
        NetworkSpec.check(
                spec.interpolation() == Interpolation.BICUBIC,
                "interpolation",
                "bicubic for an angle that is learned",
                spec.interpolation());
        NetworkSpec.check(
                this == LEARNED || spec.tying() == WeightTying.UNTIED,
                "generator",
                "filters of its own in each layer for an angle of its own",
                spec.tying());
    }
}
