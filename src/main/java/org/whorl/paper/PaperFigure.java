package org.whorl.paper;

import java.util.List;
import java.util.Locale;

import org.whorl.figure.Figure;
import org.whorl.figure.FilterBank;
import org.whorl.figure.FilterBankFigure;
import org.whorl.figure.Layout;
import org.whorl.figure.Palette;
import org.whorl.figure.Scaling;
import org.whorl.group.Support;
import org.whorl.insight.RotationPairs;
import org.whorl.network.Model;

/**
 * One of the paper's Figures 1–4: a filter bank of a network that was trained on CIFAR-10 without whitening. Those of R60 are made twice,
 * on the paper's square and on the disc, which a rotation by 60° maps into itself.
 *
 * @param number the paper's
 * @param order of the network's group
 * @param network its name in the paper
 * @param last whether it shows the last layer; otherwise the first
 * @param support where the filters live
 */
public record PaperFigure(int number, int order, String network, boolean last, Support support) {
    /** The four figures, two of them twice. */
    public static final List<PaperFigure> ALL = List.of(
            new PaperFigure(1, 6, "R60-CNN", true, Support.SQUARE),
            new PaperFigure(1, 6, "R60-CNN on the disc", true, Support.DISC),
            new PaperFigure(2, 1, "baseline", false, Support.SQUARE),
            new PaperFigure(3, 4, "R90-CNN", false, Support.SQUARE),
            new PaperFigure(4, 6, "R60-CNN", false, Support.SQUARE),
            new PaperFigure(4, 6, "R60-CNN on the disc", false, Support.DISC));

    /** The training behind it. */
    public Experiment experiment(boolean quick) {
        return Tables.figure(order, support, quick);
    }

    /** The layer that it shows, from 0. */
    public int layer(Model model) {
        return last ? model.spec().layers() - 1 : 0;
    }

    /** The picture, in the paper's square grid or as orbits in columns. */
    public Figure picture(Model model, Layout layout) {
        return FilterBankFigure.of(bank(model), title(), layout, Scaling.FILTER, Palette.BLUE_ORANGE);
    }

    private String title() {
        return "Figure " + number + ", " + (last ? "last" : "first") + " layer of " + network;
    }

    private FilterBank bank(Model model) {
        return FilterBank.of(model.parameters(), layer(model));
    }

    /** How many pairs of the whole bank are turns of one another. */
    public RotationPairs pairs(Model model) {
        FilterBank bank = bank(model);
        return RotationPairs.of(
                bank.tiles().values(),
                bank.tiles().count(),
                bank.tiles().channels(),
                bank.tiles().width());
    }

    /** The same among the learned filters alone, one of each orbit. */
    public RotationPairs learnedPairs(Model model) {
        FilterBank bank = bank(model);
        return RotationPairs.of(
                bank.tiles().values(),
                bank.baseFilters(),
                bank.tiles().channels(),
                bank.tiles().width());
    }

    /** How filters and their copies stand in a layout, as a sentence after the caption's; empty where filters have no copies. */
    public String arrangement(FilterBank bank, Layout layout) {
        if (order == 1) {
            return "";
        }
        int base = bank.baseFilters();
        return layout == Layout.ORBIT
                ? String.format(
                        Locale.ROOT,
                        " A learned filter and its %d copies stand side by side, each turned by %s more than the one at its"
                                + " left, counter-clockwise.",
                        order - 1,
                        bank.describe(1))
                : String.format(
                        Locale.ROOT,
                        " Read row by row: first the %d learned filters, then the same %1$d turned by %s%s, so that a filter"
                                + " and its next copy are %1$d places apart.",
                        base,
                        bank.describe(1),
                        order == 2 ? "" : ", then by " + bank.describe(2) + (order == 3 ? "" : " and so on"));
    }

    /** The sentences under the picture, with their numbers. */
    public String caption(Model model) {
        RotationPairs all = pairs(model);
        RotationPairs learned = learnedPairs(model);
        String group = order == 1
                ? ""
                : String.format(
                        Locale.ROOT,
                        "; the group alone makes %,d. Among the %d learned filters it is %,d of %,d",
                        learned.filters() * order * (order - 1) / 2,
                        learned.filters(),
                        learned.pairs(),
                        learned.all());
        return String.format(
                Locale.ROOT,
                "Figure %d. The %s layer of %s, trained on CIFAR-10 without whitening: %d filters from %d learned ones. Of"
                        + " %,d pairs %,d are turns of one another (correlation ≥ %s at a multiple of 15°)%s.",
                number,
                last ? "last" : "first",
                order == 1 ? "the baseline" : network,
                all.filters(),
                learned.filters(),
                all.all(),
                all.pairs(),
                RotationPairs.CORRELATION,
                group);
    }
}
