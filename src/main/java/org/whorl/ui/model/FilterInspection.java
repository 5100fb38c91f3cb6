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
import org.whorl.group.Support;
import org.whorl.network.GeneratorKind;
import org.whorl.network.Parameters;
import org.whorl.network.Trace;

/** What there is to say about a filter. */
public final class FilterInspection {
    /** A share that is worth a line. */
    private static final double UNEVEN = 0.02;

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
        float min = values[0];
        float max = values[0];
        for (float v : values) {
            min = Math.min(min, v);
            max = Math.max(max, v);
        }
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("norm", String.format(Locale.ROOT, "%.3f", Math.sqrt(energy(values)))));
        facts.add(new Fact("least, greatest", String.join(", ", Numbers.alike(min, max))));
        facts.add(bank.copies().angle(bank.rotation(tile)).stream()
                .mapToObj(angle -> new Fact("turned by", CyclicGroup.format(angle) + "°"))
                .findFirst()
                .orElse(new Fact("copy", bank.describe(bank.rotation(tile)))));
        facts.addAll(uneven(bank, tile));
        float[] lambda = parameters.get("layer" + layer + "/lambda");
        float own = lambda[lambda.length == bank.baseFilters() ? bank.base(tile) : tile];
        facts.add(new Fact("threshold λ", Numbers.format(own)));
        facts.add(new Fact("λ · step", Numbers.format(own * parameters.spec().stepSize())));
        // Its place is kept before there is an image.
        facts.add(new Fact(
                "its code, active",
                trace.filter(t -> fits(t, bank, layer))
                        .map(t -> percent(activeFraction(t, layer, tile)))
                        .orElse("–")));
        if (!Double.isNaN(character.orientation())) {
            facts.add(new Fact("runs at", Math.round(character.orientation()) % 180 + "°"));
        }
        facts.add(new Fact("coherence", String.format(Locale.ROOT, "%.2f", character.coherence())));
        return facts;
    }

    /** How far interpolation leaves the copies of one filter unequal, and how much of it lies where a turn loses it; only where that matters. */
    private static List<Fact> uneven(FilterBank bank, int tile) {
        Tiles tiles = bank.tiles();
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int r = 0; r < bank.group().order(); r++) {
            double norm = Math.sqrt(energy(tiles.tile(bank.index(bank.base(tile), r))));
            least = Math.min(least, norm);
            most = Math.max(most, norm);
        }
        List<Fact> facts = new ArrayList<>();
        if (most - least > UNEVEN * most) {
            facts.add(new Fact("copies’ norms", String.format(Locale.ROOT, "%.2f … %.2f", least, most)));
        }
        if (tiles.height() == tiles.width() && !bank.group().exactOnGrid()) {
            float[] values = tiles.tile(tile);
            int area = tiles.height() * tiles.width();
            double corners = 0;
            for (int pixel : Support.DISC.outside(tiles.height())) {
                for (int plane = 0; plane < values.length; plane += area) {
                    corners += (double) values[plane + pixel] * values[plane + pixel];
                }
            }
            double share = corners / energy(values);
            if (share > UNEVEN) {
                facts.add(new Fact("in the corners", percent(share) + " of its energy"));
            }
        }
        return facts;
    }

    private static double energy(float[] values) {
        double squares = 0;
        for (float v : values) {
            squares += (double) v * v;
        }
        return squares;
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
        if (bank.copies().kind() != GeneratorKind.FIXED) {
            return " Its orbit is " + bank.describe() + ".";
        }
        return group.order() == 1
                ? ""
                : " Its orbit repeats it at " + group.order() + " angles, "
                        + CyclicGroup.format(group.generatorAngle()) + "° apart"
                        + (group.exactOnGrid() ? ", exactly." : ", interpolated between pixels.");
    }
}
