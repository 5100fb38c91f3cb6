package org.whorl.insight;

import java.util.ArrayList;
import java.util.List;

import org.whorl.group.OrbitMap;
import org.whorl.kernel.Geometry;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Parameters;

/**
 * How long the copies of filters are: the root mean square, over a layer's base filters, of a copy's norm, the base filters' own being 1.
 *
 * @param layers the norm of each copy, for every layer from the first to the last
 */
public record CopyNorms(List<List<Double>> layers) {
    public CopyNorms {
        layers = layers.stream().map(List::copyOf).toList();
    }

    /** Measures every layer of a network. */
    public static CopyNorms of(Parameters parameters) {
        NetworkSpec spec = parameters.spec();
        Geometry g = spec.geometry();
        OrbitMap orbits = spec.orbitMap();
        float[] bank = new float[g.filters() * g.filterSize()];
        int copy = bank.length / orbits.order();
        List<List<Double>> layers = new ArrayList<>();
        for (int l = 0; l < spec.layers(); l++) {
            parameters.expand(l, orbits, bank);
            double own = norm(bank, 0, copy);
            List<Double> norms = new ArrayList<>();
            for (int r = 0; r < orbits.order(); r++) {
                norms.add(own == 0 ? 0 : norm(bank, r * copy, copy) / own);
            }
            layers.add(norms);
        }
        return new CopyNorms(layers);
    }

    private static double norm(float[] values, int from, int count) {
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += (double) values[i] * values[i];
        }
        return Math.sqrt(sum);
    }
}
