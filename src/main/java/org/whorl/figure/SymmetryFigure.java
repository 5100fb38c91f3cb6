package org.whorl.figure;

import java.util.List;
import java.util.stream.IntStream;

import org.whorl.group.FiniteGroup;
import org.whorl.insight.SymmetryProfile;
import org.whorl.insight.SymmetryProfile.Angle;
import org.whorl.network.NetworkSpec;

/** How a network follows when images turn: the equivariance error of every layer, and the accuracy, as polar plots. */
public final class SymmetryFigure {
    private static final int MOST_MARKS = 36;

    private SymmetryFigure() {}

    /**
     * Both, side by side.
     *
     * @param words on what it was measured
     */
    public static Figure of(SymmetryProfile profile, NetworkSpec spec, String words) {
        List<Series> errors = IntStream.range(0, spec.layers())
                .mapToObj(l -> errors("layer " + (l + 1), SeriesStyle.of(l), profile, l))
                .toList();
        Series accuracy = accuracy("accuracy", SeriesStyle.FIRST, profile);
        PolarFigure left = new PolarFigure(
                "Equivariance error", words, errors, PolarFigure.limitFor(errors), false, elements(spec.group()), true);
        PolarFigure right =
                new PolarFigure("Accuracy", words, List.of(accuracy), 1, true, elements(spec.group()), false);
        return new RowFigure(
                "Equivariance error and accuracy by angle",
                words,
                List.of(
                        new RowFigure.Part("equivariance error", left),
                        new RowFigure.Part("accuracy of turned images", right)));
    }

    /** A layer's error against angle; only angles at which it was measured. */
    public static Series errors(String name, SeriesStyle style, SymmetryProfile profile, int layer) {
        List<Angle> angles =
                profile.angles().stream().filter(a -> layer < a.errors().size()).toList();
        return new Series(
                name,
                style,
                angles.stream().mapToDouble(Angle::degrees).toArray(),
                angles.stream().mapToDouble(a -> a.errors().get(layer)).toArray());
    }

    /** The accuracy against angle. */
    public static Series accuracy(String name, SeriesStyle style, SymmetryProfile profile) {
        return new Series(
                name,
                style,
                profile.angles().stream().mapToDouble(Angle::degrees).toArray(),
                profile.angles().stream().mapToDouble(Angle::accuracy).toArray());
    }

    /** The angles of a group that are marked: none where there is nothing to tell apart, or too much. */
    public static List<Double> elements(FiniteGroup group) {
        return group.order() == 1 || group.order() > MOST_MARKS
                ? List.of()
                : IntStream.range(0, group.order()).mapToObj(group::angle).toList();
    }
}
