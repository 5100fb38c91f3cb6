package org.whorl.network;

import org.whorl.group.Support;
import org.whorl.network.ParameterLayout.Kind;

/**
 * How many learned numbers a network has, and where.
 *
 * @param filters in the base filters of all layers, on their support
 * @param lambda thresholds of all layers, also where they are fixed (0 learned then, but still part of the model)
 * @param norm batch-norm scales and shifts
 * @param head weights and biases of the head
 * @param generator what orbit maps have of their own: learned angles; matrices on their support, also where these were learned from pairs
 *     before and are fixed
 */
public record ParameterCount(int filters, int lambda, int norm, int head, int generator) {
    /** The same of orbit maps that have nothing of their own. */
    public ParameterCount(int filters, int lambda, int norm, int head) {
        this(filters, lambda, norm, head, 0);
    }

    /** Counts a network's parameters. */
    public static ParameterCount of(NetworkSpec spec) {
        int filters = 0;
        int lambda = 0;
        int norm = 0;
        int head = 0;
        int generator = 0;
        for (ParameterLayout.Entry entry : new ParameterLayout(spec).entries()) {
            if (entry.kind() == Kind.FILTERS) {
                filters += spec.support() == Support.SQUARE
                        ? entry.length()
                        : entry.length()
                                / area(entry)
                                * spec.support().pixels(entry.shape().get(2)).length;
            } else if (entry.kind() == Kind.THRESHOLDS) {
                lambda += entry.length();
            } else if (entry.kind() == Kind.GENERATOR) {
                generator += spec.orbitMap().counted();
            } else if (entry.kind().ofHead()) {
                head += entry.length();
            } else if (entry.learned()) {
                norm += entry.length();
            }
        }
        return new ParameterCount(filters, lambda, norm, head, generator);
    }

    private static int area(ParameterLayout.Entry entry) {
        return entry.shape().get(2) * entry.shape().get(3);
    }

    public int total() {
        return filters + lambda + norm + head + generator;
    }
}
