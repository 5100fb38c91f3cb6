package org.whorl.ui.model.symmetry;

import org.whorl.data.Dataset;
import org.whorl.network.Model;

/**
 * A network to be measured by angle.
 *
 * @param name for people: “bilinear”, “untrained”
 * @param model the network
 * @param images test images, of which the first ones are used
 * @param forErrors how many of them have their codes compared; 0 where only the accuracy is wanted
 * @param forAccuracy how many are classified; 0 where their classes are not the network's
 */
public record MeasuredNetwork(String name, Model model, Dataset images, int forErrors, int forAccuracy) {
    /** What a measurement depends on. */
    record Key(String parameters, Object spec, Object preparation, Dataset images, int forErrors, int forAccuracy) {
        @Override
        public boolean equals(Object other) {
            // A set of images is itself and no other: to compare its pixels would take longer than to measure.
            return other instanceof Key key
                    && images == key.images
                    && forErrors == key.forErrors
                    && forAccuracy == key.forAccuracy
                    && parameters.equals(key.parameters)
                    && spec.equals(key.spec)
                    && preparation == key.preparation;
        }

        @Override
        public int hashCode() {
            return parameters.hashCode();
        }
    }

    Key key() {
        return new Key(model.fingerprint(), model.spec(), model.preparation(), images, forErrors, forAccuracy);
    }

    /** Units of work at one angle: about the time of one classified image. */
    long work() {
        // To compare the codes of all layers takes about twelve times as long as to classify.
        return 12L * Math.min(forErrors, images.size()) + Math.min(forAccuracy, images.size());
    }
}
