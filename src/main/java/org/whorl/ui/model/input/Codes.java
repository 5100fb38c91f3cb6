package org.whorl.ui.model.input;

import java.util.Optional;

import org.whorl.group.FiniteGroup;
import org.whorl.network.Trace;
import org.whorl.ui.model.ShownNetwork;

/**
 * What the network made of an image.
 *
 * @param shown the network
 * @param input the image, upright
 * @param degrees by which it was turned, counter-clockwise
 * @param turned the turned image, values in [0, 1]
 * @param prepared the turned image as the network saw it
 * @param trace of the turned image
 * @param upright of the image as it was
 * @param tried what its layers make of the turned image in another group, which the dial tries; empty for none
 */
public record Codes(
        ShownNetwork shown,
        CodeInput input,
        double degrees,
        float[] turned,
        float[] prepared,
        Trace trace,
        Trace upright,
        Optional<Tried> tried) {
    /**
     * The network's base filters in another group.
     *
     * @param shown the regrouped network, without a head
     * @param trace of the turned image
     * @param upright of the image as it was
     */
    public record Tried(ShownNetwork shown, Trace trace, Trace upright) {}

    /** In the network's own group. */
    public Codes(
            ShownNetwork shown,
            CodeInput input,
            double degrees,
            float[] turned,
            float[] prepared,
            Trace trace,
            Trace upright) {
        this(shown, input, degrees, turned, prepared, trace, upright, Optional.empty());
    }

    /** As they are to be looked at: in the group that the dial tries, where it tries one. Class scores then belong to no trained network. */
    public Codes asTried() {
        return tried.map(t -> new Codes(t.shown(), input, degrees, turned, prepared, t.trace(), t.upright()))
                .orElse(this);
    }

    /** How the input and the dial stood. */
    public record Turn(double degrees, FiniteGroup group) {}

    public Turn turn() {
        return new Turn(degrees, asTried().shown().spec().group());
    }
}
