package org.whorl.ui.codes;

import org.whorl.group.CyclicGroup;
import org.whorl.network.Trace;
import org.whorl.ui.lab.Shown;

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
 */
public record Codes(
        Shown shown, CodeInput input, double degrees, float[] turned, float[] prepared, Trace trace, Trace upright) {
    /** How the input and the dial stood. */
    public record Turn(double degrees, CyclicGroup group) {}

    public Turn turn() {
        return new Turn(degrees, shown.spec().group());
    }
}
