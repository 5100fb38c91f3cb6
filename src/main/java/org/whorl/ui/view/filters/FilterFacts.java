package org.whorl.ui.view.filters;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.whorl.figure.FilterBank;
import org.whorl.figure.Numbers;
import org.whorl.group.CyclicGroup;
import org.whorl.network.Parameters;
import org.whorl.training.StepChange;
import org.whorl.ui.model.Fact;

/** The numbers that are said of one filter, or of a gradient or update that is shown in its place. */
final class FilterFacts {
    private FilterFacts() {}

    /**
     * The numbers.
     *
     * @param bank what is shown
     * @param tile which of its pictures
     * @param layer from 0
     * @param now the network's parameters as they are
     * @param change what the last step did, where known
     */
    static List<Fact> of(FilterBank bank, int tile, int layer, Parameters now, Optional<StepChange> change) {
        FilterStatistics s = FilterStatistics.of(bank.tiles().tile(tile));
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("norm", Numbers.format(s.norm())));
        facts.add(new Fact("mean", Numbers.signed(s.mean())));
        facts.add(new Fact("standard deviation", Numbers.format(s.deviation())));
        List<String> ends = Numbers.alike(s.least(), s.greatest());
        facts.add(new Fact("least", ends.get(0)));
        facts.add(new Fact("greatest", ends.get(1)));
        facts.add(bank.copies().angle(bank.rotation(tile)).stream()
                .mapToObj(angle -> new Fact("turned by", CyclicGroup.format(angle) + "°"))
                .findFirst()
                .orElse(new Fact("copy", bank.describe(bank.rotation(tile)))));
        change.filter(c -> c.update().spec().equals(now.spec()))
                .ifPresent(c -> facts.addAll(changes(c, layer, bank.base(tile), now)));
        return facts;
    }

    /** How strongly the last step's gradient pulled at a base filter, and how far it moved. */
    private static List<Fact> changes(StepChange change, int layer, int base, Parameters now) {
        int size = now.spec().geometry().filterSize();
        double gradient = norm(change.gradient().filters(layer), base * size, size);
        double update = norm(change.update().filters(layer), base * size, size);
        double weight = norm(now.filters(layer), base * size, size);
        return List.of(
                new Fact("gradient norm", Numbers.format(gradient)),
                new Fact("update : weight", Numbers.format(weight > 0 ? update / weight : 0)));
    }

    private static double norm(float[] values, int from, int count) {
        return FilterStatistics.of(Arrays.copyOfRange(values, from, from + count))
                .norm();
    }
}
