package org.whorl.ui.view.settings;

import java.util.ArrayList;
import java.util.List;

import org.whorl.group.CyclicGroup;
import org.whorl.group.FiniteGroup;
import org.whorl.group.Support;
import org.whorl.network.GeneratorKind;
import org.whorl.network.NetworkSpec;
import org.whorl.network.ParameterCount;

/**
 * What sharing filters along orbits saves.
 *
 * @param group the rotations
 * @param rows networks with banks of about the same size: without rotations, with C4, and this one, which comes last
 * @param support for people: on how many pixels all of their filters live
 */
public record Arithmetic(FiniteGroup group, List<Row> rows, String support) {
    /**
     * One network.
     *
     * @param name for people: “Baseline”, “C4 · 90°”
     * @param own whether it is the one that is set
     * @param count its learned numbers
     * @param filters in each layer
     */
    public record Row(String name, boolean own, ParameterCount count, int filters) {}

    public Arithmetic {
        rows = List.copyOf(rows);
    }

    /**
     * The arithmetic of a network.
     *
     * @param bank about how many filters each layer has, whatever the group
     */
    public static Arithmetic of(NetworkSpec spec, int bank) {
        List<Row> rows = new ArrayList<>();
        for (FiniteGroup other : List.of(CyclicGroup.TRIVIAL, new CyclicGroup(4))) {
            if (!other.equals(spec.group())) {
                NetworkSpec network =
                        spec.withGenerator(GeneratorKind.FIXED).withGroup(other).withFilters(bank);
                rows.add(new Row(name(other), false, ParameterCount.of(network), network.filters()));
            }
        }
        rows.add(new Row(name(spec.group()), true, ParameterCount.of(spec), spec.filters()));
        return new Arithmetic(spec.group(), rows, support(spec));
    }

    /** A disc holds fewer weights than its square: without a word the baseline would be another beside 45° than beside 90°. */
    private static String support(NetworkSpec spec) {
        int size = spec.geometry().kernelWidth();
        return spec.support() == Support.SQUARE
                ? ""
                : ", each on a disc: " + spec.support().pixels(size).length + " of its " + size * size + " pixels";
    }

    private static String name(FiniteGroup group) {
        return group.order() == 1
                ? "Baseline"
                : "C" + group.order() + " · " + CyclicGroup.format(group.generatorAngle()) + "°";
    }

    /** The network that is set. */
    public Row own() {
        return rows.get(rows.size() - 1);
    }

    /** The greatest number of parameters of all rows. */
    public int most() {
        return rows.stream().mapToInt(r -> r.count().total()).max().orElse(1);
    }

    /**
     * Why the others change with the dial too: each has as many filters as the network that is set, on the same part of the kernel's square.
     */
    public String basis() {
        int least = rows.stream().mapToInt(Row::filters).min().orElse(0);
        int most = rows.stream().mapToInt(Row::filters).max().orElse(0);
        return "compared at " + (least == most ? "" : least + " to ") + most + " filters a layer" + support;
    }

    /** Whether the pixel grid bears these rotations, for people. */
    public String exactness() {
        String angle = CyclicGroup.format(group.generatorAngle()) + "°";
        return group.exactOnGrid()
                ? angle + " is exact on the pixel grid"
                : "≈ " + angle + " is interpolated, not exact";
    }
}
