package org.whorl.figure;

import org.whorl.group.FiniteGroup;
import org.whorl.group.Interpolation;
import org.whorl.group.OrbitMap;
import org.whorl.kernel.Geometry;
import org.whorl.network.Copies;
import org.whorl.network.GeneratorKind;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Parameters;

/**
 * All filters of a layer: the orbits of its base filters.
 *
 * @param tiles the filters, rotation-major: filter k = r·B + b
 * @param copies what the filters of an orbit are to each other
 * @param baseFilters B
 */
public record FilterBank(Tiles tiles, Copies copies, int baseFilters) {
    /** The bank as the network uses it. */
    public static FilterBank of(Parameters parameters, int layer) {
        return of(parameters, layer, orbits(parameters.spec(), parameters.spec().interpolation()));
    }

    /** The bank from orbits made before, for who draws many. */
    public static FilterBank of(Parameters parameters, int layer, OrbitMap orbits) {
        NetworkSpec spec = parameters.spec();
        if (layer < 0 || layer >= spec.layers()) {
            throw new IllegalArgumentException("layer: expected 1 to " + spec.layers() + ", found " + (layer + 1));
        }
        Geometry g = spec.geometry();
        float[] bank = new float[g.filters() * g.filterSize()];
        parameters.expand(layer, orbits, bank);
        return new FilterBank(
                new Tiles(bank, g.filters(), g.channels(), g.kernelHeight(), g.kernelWidth(), spec.support()),
                Copies.of(parameters, layer),
                spec.baseFilters());
    }

    /** The rotations of a network's filters, under an interpolation of choice; those by a learned angle are bicubic. */
    public static OrbitMap orbits(NetworkSpec spec, Interpolation interpolation) {
        return spec.generator() == GeneratorKind.FIXED
                ? spec.withInterpolation(interpolation).orbitMap()
                : spec.orbitMap();
    }

    /** The group that the copies are numbered by. */
    public FiniteGroup group() {
        return copies.group();
    }

    /** The index k of a filter in the bank. */
    public int index(int base, int rotation) {
        return rotation * baseFilters + base;
    }

    public int base(int index) {
        return index % baseFilters;
    }

    public int rotation(int index) {
        return index / baseFilters;
    }

    /** “base 4 · 60°”, counting from 1. */
    public String name(int index) {
        return "base " + (base(index) + 1) + " · " + describe(rotation(index));
    }

    /** The orbits in words. */
    public String describe() {
        return copies.describe();
    }

    /** A copy in words: “60°”, “A²w”. */
    public String describe(int element) {
        return copies.describe(element);
    }
}
