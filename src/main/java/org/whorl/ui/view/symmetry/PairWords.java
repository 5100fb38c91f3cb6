package org.whorl.ui.view.symmetry;

import java.util.Locale;

import org.whorl.group.CyclicGroup;
import org.whorl.group.FiniteGroup;
import org.whorl.network.Copies;
import org.whorl.ui.model.input.Codes;

/** What the comparison of codes shows, in sentences. */
final class PairWords {
    /** Less than this is rounding. */
    private static final double ROUNDING = 1e-5;

    private PairWords() {}

    /** What f and g are. */
    static String symbols(Codes codes, TurnedCode pair) {
        String f = "f: the network up to layer " + (pair.layer() + 1);
        return upright(codes)
                ? f + ". Turn the input, and see what becomes of it."
                : f + ". g: a turn by " + angle(codes) + ". Does it matter which comes first?";
    }

    /** The four captions: what is done, in order. */
    static String before() {
        return "f(x): the code of the upright input";
    }

    static String answer(Codes codes) {
        return "f(g·x): the input turned by " + angle(codes) + ", then its code";
    }

    static String turned(Codes codes, TurnedCode pair) {
        return "g·f(x): the code before, its maps turned by " + angle(codes) + moved(codes, pair);
    }

    static String difference() {
        return "f(g·x) − g·f(x)";
    }

    private static Copies copies(Codes codes, TurnedCode pair) {
        return Copies.of(codes.shown().parameters(), pair.layer());
    }

    private static String moved(Codes codes, TurnedCode pair) {
        Copies copies = copies(codes, pair);
        FiniteGroup group = copies.group();
        double steps = codes.degrees() / copies.step();
        if (group.order() == 1 || upright(codes)) {
            return "";
        }
        if (Math.abs(steps - Math.rint(steps)) > 1e-9) {
            return String.format(Locale.ROOT, " and moved %.2f places", steps);
        }
        return " and moved " + places(copies, steps);
    }

    private static String places(Copies copies, double steps) {
        long places = (long) Math.floorMod(
                copies.places((int) Math.round(steps)), copies.group().order());
        return places + (places == 1 ? " place" : " places");
    }

    private static boolean upright(Codes codes) {
        return codes.degrees() % 360 == 0;
    }

    private static String angle(Codes codes) {
        return CyclicGroup.format(codes.degrees()) + "°";
    }

    /** What is to be seen, by the numbers. */
    static String verdict(Codes codes, TurnedCode pair) {
        Copies copies = copies(codes, pair);
        FiniteGroup group = copies.group();
        double steps = codes.degrees() / copies.step();
        String angle = angle(codes);
        String layer = "layer " + (pair.layer() + 1);
        boolean same = pair.error() < ROUNDING;
        String size = same
                ? "the two are the same but for rounding"
                : String.format(Locale.ROOT, "the two differ by %.3g %% of the code’s norm", 100 * pair.error());
        if (upright(codes)) {
            return "The input is upright. Turn it, and every map turns along: in " + layer + ", " + size + ".";
        }
        if (!copies.areRotations()) {
            return "The copies are made by matrices, which need not turn them; the orbits are shifted as if each were turned"
                    + " by " + CyclicGroup.format(copies.step()) + "° more: in " + layer + ", " + size + ".";
        }
        if (group.order() == 1) {
            return "Without rotated filters no map takes over from another when the input turns by " + angle + ": in "
                    + layer + ", " + size + ".";
        }
        if (!copies.closes()) {
            return "The orbit closes no circle, so that one copy has no other to follow when the input turns by "
                    + angle + ": in " + layer + ", " + size + ".";
        }
        if (Math.abs(steps - Math.rint(steps)) > 1e-9) {
            return group.symbol() + " has no rotation by " + angle + ", so the orbits are shifted by a fraction: in "
                    + layer + ", " + size + ".";
        }
        String move = "turns and moves " + places(copies, steps) + " along its orbit";
        return same
                ? "Turned by " + angle + ", every map " + move + ": in " + layer + ", " + size + "."
                : "In an equivariant layer every map " + move + " when the input turns by " + angle
                        + ", and nothing else. Here, in " + layer + ", " + size + ".";
    }
}
