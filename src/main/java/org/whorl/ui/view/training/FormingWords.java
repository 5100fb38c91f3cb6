package org.whorl.ui.view.training;

import java.util.Locale;

import org.whorl.network.Copies;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Parameters;
import org.whorl.network.WeightTying;

/**
 * What is said of banks that form.
 *
 * @param drawn the network's parameters
 * @param preview whether no network has these filters yet
 */
record FormingWords(Parameters drawn, boolean preview) {
    private static final String PREVIEW = "a preview";

    private NetworkSpec spec() {
        return drawn.spec();
    }

    /** Over a bank. */
    String label(int layer) {
        boolean all = spec().tying() == WeightTying.TIED && spec().layers() > 1;
        return (all ? "all layers" : "layer " + (layer + 1)) + " · " + spec().baseFilters() + " × "
                + spec().group().symbol();
    }

    /** What a screen reader says of a bank. */
    String bank(int layer) {
        return "The filters of layer " + (layer + 1) + ", " + spec().baseFilters() + " orbits of "
                + spec().group().order() + ", an orbit after the other; arrow keys move, Enter selects";
    }

    /** What a screen reader says of so many banks. */
    String banks(int count) {
        return (count == 1 ? "A filter bank: " : "The filter banks of " + count + " layers: ") + spec().baseFilters()
                + " base filters each, " + Copies.describe(drawn) + marked(", ");
    }

    /**
     * Below the banks: how they are arranged, and over what the one colour scale is stretched.
     *
     * @param columns filters in a row
     */
    String scale(boolean oneLayer, int columns, double limit) {
        return String.format(
                Locale.ROOT,
                "%s%s%sone scale −%.2f … %.2f",
                preview ? PREVIEW + " · " : "",
                rows(columns),
                oneLayer ? "" : "every layer · ",
                limit,
                limit);
    }

    private String rows(int columns) {
        int order = spec().group().order();
        if (order == 1) {
            return "";
        }
        int orbits = columns / order;
        return orbits == 0
                ? "one orbit in " + order / columns + " rows · "
                : (orbits == 1 ? "one orbit" : orbits + " orbits") + " a row · ";
    }

    /** That it is a preview, after something; empty where it is none. */
    String marked(String separator) {
        return preview ? separator + PREVIEW : "";
    }
}
