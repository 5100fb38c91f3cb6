package org.whorl.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.whorl.figure.FilterBank;
import org.whorl.figure.FilterCharacter;
import org.whorl.figure.Numbers;
import org.whorl.figure.Tiles;
import org.whorl.group.CyclicGroup;
import org.whorl.group.FiniteGroup;
import org.whorl.network.Parameters;
import org.whorl.network.Trace;

/** What there is to say about a filter. */
public final class FilterInspection {
    private FilterInspection() {}

    /**
     * A filter, with one of its values.
     *
     * @param layer from 0
     * @param tile the filter, as numbered in the bank
     * @param row of the value, or −1
     * @param column of the value, or −1
     * @param limit at the end of the colour scale
     * @param trace of an image, from which follows how active the filter's code is
     */
    public static Inspection of(
            Parameters parameters,
            FilterBank bank,
            int layer,
            int tile,
            int row,
            int column,
            double limit,
            Optional<Trace> trace) {
        Tiles tiles = bank.tiles();
        FilterCharacter character = FilterCharacter.of(tiles, tile);
        return new Inspection(
                "layer " + (layer + 1) + " · " + bank.name(tile),
                tiles.tile(tile),
                tiles.channels(),
                tiles.width(),
                true,
                limit,
                row,
                column,
                facts(parameters, bank, layer, tile, character, trace),
                character.words() + orbitWords(bank),
                Optional.of(new FilterSelection(layer, bank.base(tile), bank.rotation(tile))));
    }

    private static List<Fact> facts(
            Parameters parameters,
            FilterBank bank,
            int layer,
            int tile,
            FilterCharacter character,
            Optional<Trace> trace) {
        float[] values = bank.tiles().tile(tile);
        double squares = 0;
        float min = values[0];
        float max = values[0];
        for (float v : values) {
            squares += (double) v * v;
            min = Math.min(min, v);
            max = Math.max(max, v);
        }
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("norm", String.format(Locale.ROOT, "%.3f", Math.sqrt(squares))));
        facts.add(new Fact("least, greatest", Numbers.signed(min) + ", " + Numbers.signed(max)));
        facts.add(
                bank.generator().hasMatrices()
                        ? new Fact("copy", bank.describe(bank.rotation(tile)))
                        : new Fact("turned by", CyclicGroup.format(bank.group().angle(bank.rotation(tile))) + "°"));
        float[] lambda = parameters.get("layer" + layer + "/lambda");
        float own = lambda[lambda.length == bank.baseFilters() ? bank.base(tile) : tile];
        facts.add(new Fact("threshold λ", Numbers.format(own)));
        facts.add(new Fact("λ · step", Numbers.format(own * parameters.spec().stepSize())));
        trace.filter(t -> fits(t, bank, layer))
                .ifPresent(t -> facts.add(new Fact("its code, active", percent(activeFraction(t, layer, tile)))));
        if (!Double.isNaN(character.orientation())) {
            facts.add(new Fact("runs at", Math.round(character.orientation()) % 180 + "°"));
        }
        facts.add(new Fact("coherence", String.format(Locale.ROOT, "%.2f", character.coherence())));
        return facts;
    }

    private static boolean fits(Trace trace, FilterBank bank, int layer) {
        return layer < trace.layers().size()
                && trace.geometry().filters() == bank.tiles().count();
    }

    /** The share of non-zeros in one map of a code. */
    public static double activeFraction(Trace trace, int layer, int map) {
        float[] code = trace.layers().get(layer).code();
        int size = trace.geometry().mapSize();
        int active = 0;
        for (int i = map * size; i < (map + 1) * size; i++) {
            active += code[i] != 0 ? 1 : 0;
        }
        return (double) active / size;
    }

    /** “18 %”; a decimal more where it is small. */
    public static String percent(double fraction) {
        return String.format(Locale.ROOT, fraction > 0 && fraction < 0.0995 ? "%.1f %%" : "%.0f %%", 100 * fraction);
    }

    private static String orbitWords(FilterBank bank) {
        FiniteGroup group = bank.group();
        if (bank.generator().hasMatrices()) {
            return " Its orbit is " + bank.describe() + ".";
        }
        return group.order() == 1
                ? ""
                : " Its orbit repeats it at " + group.order() + " angles, "
                        + CyclicGroup.format(group.generatorAngle()) + "° apart"
                        + (group.exactOnGrid() ? ", exactly." : ", interpolated between pixels.");
    }
}
