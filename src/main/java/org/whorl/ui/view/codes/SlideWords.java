package org.whorl.ui.view.codes;

import java.util.Optional;

import org.whorl.group.CyclicGroup;
import org.whorl.group.FiniteGroup;
import org.whorl.insight.MovedMap;
import org.whorl.insight.OrbitShift;
import org.whorl.network.Copies;
import org.whorl.network.NetworkSpec;
import org.whorl.ui.model.input.Codes;

/** What turning the input does to the maps of a layer, in a sentence: what to try, and then what came of it. */
final class SlideWords {
    private SlideWords() {}

    /** Where the most active map of one base filter has gone; empty where the image is not turned by a whole step of the group. */
    static Optional<MovedMap> moved(Codes codes, int layer, int base) {
        NetworkSpec spec = codes.shown().spec();
        Copies copies = Copies.of(codes.shown().parameters(), layer);
        boolean whole = slides(spec, copies)
                && codes.degrees() % 360 != 0
                && isWhole(codes.degrees() / copies.step())
                && base < spec.baseFilters();
        return whole
                ? MovedMap.of(
                        spec,
                        codes.upright().layers().get(layer).code(),
                        codes.trace().layers().get(layer).code(),
                        base,
                        codes.degrees())
                : Optional.empty();
    }

    /** The same in a sentence that goes on after that on the layer: where this filter does otherwise than most, it says so. */
    static String of(MovedMap moved, Codes codes, int layer, int base) {
        Copies copies = Copies.of(codes.shown().parameters(), layer);
        int order = codes.shown().spec().group().order();
        int expected = expected(codes, copies);
        boolean exception =
                found(codes, layer) == expected && Math.floorMod(moved.to() - moved.from(), order) != expected;
        String from = copies.describe(moved.from());
        String filter = " Base " + (base + 1);
        if (exception && moved.from() == moved.to()) {
            return filter + " is an exception: its most active map was at " + from + ", and its like still is.";
        }
        return filter + (exception ? " is an exception: its" : "’s") + " most active map was at " + from
                + " (dashed); its like is now at " + copies.describe(moved.to()) + ".";
    }

    private static int expected(Codes codes, Copies copies) {
        int steps = (int) Math.round(codes.degrees() / copies.step());
        return Math.floorMod(copies.places(steps), codes.shown().spec().group().order());
    }

    private static int found(Codes codes, int layer) {
        return OrbitShift.of(
                codes.shown().spec(),
                codes.upright().layers().get(layer).code(),
                codes.trace().layers().get(layer).code(),
                codes.degrees());
    }

    private static boolean slides(NetworkSpec spec, Copies copies) {
        return spec.group().order() > 1
                && spec.group() instanceof CyclicGroup
                && copies.areRotations()
                && spec.geometry().codeHeight() == spec.geometry().codeWidth()
                && copies.closes();
    }

    private static boolean isWhole(double steps) {
        return Math.abs(steps - Math.rint(steps)) <= 1e-9;
    }

    /**
     * A sentence.
     *
     * @param layer from 0
     */
    static String of(Codes codes, int layer) {
        NetworkSpec spec = codes.shown().spec();
        FiniteGroup group = spec.group();
        if (group.order() == 1) {
            return "Each map is one filter’s; none of them is another one turned.";
        }
        Copies copies = Copies.of(codes.shown().parameters(), layer);
        boolean turned = group instanceof CyclicGroup && copies.areRotations();
        String what = turned ? "rotations" : "copies";
        String grid = "Rows are base filters, columns their " + what + ".";
        double step = copies.step();
        if (!slides(spec, copies)) {
            return grid;
        }
        double degrees = codes.degrees();
        String angle = CyclicGroup.format(degrees) + "°";
        if (degrees % 360 == 0) {
            return grid + " Turn the input by " + CyclicGroup.format(step) + "°: where does the activity go?";
        }
        double steps = degrees / step;
        if (!isWhole(steps)) {
            return grid + " " + angle + " lies between two of them.";
        }
        int expected = expected(codes, copies);
        int found = found(codes, layer);
        String where = "Turned by " + angle + ": layer " + (layer + 1) + "’s activity has ";
        String moved = "moved " + expected + " column" + (expected == 1 ? "" : "s");
        return found == expected
                ? where + moved + "."
                : where + "not " + moved + ", as it would have in an equivariant layer.";
    }
}
