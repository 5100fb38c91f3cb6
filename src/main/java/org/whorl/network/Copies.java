package org.whorl.network;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.whorl.group.CyclicGroup;
import org.whorl.group.FiniteGroup;
import org.whorl.group.GeneratorAngle;

/**
 * The copies of a layer's base filters, in words for people and as angles: rotations by 360°/N, by multiples of an angle that was learned
 * and need not be a part of a circle, or the powers of a matrix.
 *
 * @param kind what makes them
 * @param group their number and, where angles are fixed, their angles
 * @param learned degrees, 0 to 360; empty where no angle is learned, or not yet
 */
public record Copies(GeneratorKind kind, FiniteGroup group, OptionalDouble learned) {
    /** Two angles of which two decimals say the same, and many copies say the same as well. */
    private static final double CLOSED = 1e-3;

    private static final String[] DIGITS = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};

    /** What is known of a network before it has parameters. */
    public static Copies of(NetworkSpec spec) {
        return new Copies(spec.generator(), spec.group(), OptionalDouble.empty());
    }

    /** A layer's, counted from 0. */
    public static Copies of(Parameters parameters, int layer) {
        NetworkSpec spec = parameters.spec();
        List<Double> angles = parameters.generatorAngles();
        return angles.isEmpty()
                ? of(spec)
                : new Copies(
                        spec.generator(),
                        spec.group(),
                        OptionalDouble.of(angles.get(Math.min(layer, angles.size() - 1))));
    }

    /** Those of all layers in words; where layers have angles of their own, each one's. */
    public static String describe(Parameters parameters) {
        List<Double> angles = parameters.generatorAngles();
        return angles.size() < 2
                ? of(parameters, 0).describe()
                : IntStream.range(0, angles.size())
                        .mapToObj(l -> CyclicGroup.format(angles.get(l)) + "°"
                                + (of(parameters, l).closes() ? "" : " (closes no circle)"))
                        .collect(Collectors.joining(
                                ", ",
                                parameters.spec().group().order()
                                        + " rotations, each beyond the one before by an angle that its layer learned: ",
                                ""));
    }

    /** Whether each is a rotation of the base filter, rather than its product with a matrix. */
    public boolean areRotations() {
        return !kind.hasMatrices();
    }

    /** Whether the last copy leads back to the first, so that they are a group's; for matrices what is meant to be. */
    public boolean closes() {
        return learned.isEmpty()
                || Math.abs(learned.getAsDouble() - GeneratorAngle.nearestClosed(learned.getAsDouble(), group.order()))
                        <= CLOSED;
    }

    /** By how much each copy is turned more than the one before, in degrees; empty for matrices and before an angle is learned. */
    public OptionalDouble angle() {
        return kind.learnsAngle()
                ? learned
                : areRotations() ? OptionalDouble.of(group.generatorAngle()) : OptionalDouble.empty();
    }

    /** By how much a copy is turned, in degrees, 0 to 360; empty where {@link #angle()} is. */
    public OptionalDouble angle(int copy) {
        return learned.isPresent()
                ? OptionalDouble.of(wrapped(copy * learned.getAsDouble()))
                : angle().isPresent() ? OptionalDouble.of(group.angle(copy)) : OptionalDouble.empty();
    }

    private static double wrapped(double degrees) {
        double rest = degrees - 360 * Math.floor(degrees / 360);
        // 3 · 120.00001° is a whole turn to a reader.
        return 360 - rest <= CLOSED ? 0 : rest;
    }

    /** The least turn that takes copies to copies, in degrees: the group's where they close, and else the angle between them. */
    public double step() {
        return closes() ? group.generatorAngle() : learned.getAsDouble();
    }

    /** How many places a code's orbit moves on where the input turns by so many {@link #step steps}. */
    public int places(int steps) {
        if (learned.isEmpty() || !closes()) {
            return steps;
        }
        // θ = k · 360°/N, so that one step is 1/k places, modulo N.
        int order = group.order();
        int k = Math.floorMod(GeneratorAngle.nearestTurns(learned.getAsDouble(), order), order);
        int place = 0;
        while (place * k % order != Math.floorMod(steps, order)) {
            place++;
        }
        return place;
    }

    /** Whether a turn takes the copies to each other, all of them: by a multiple of 360°/N where they close, by none but 0 else. */
    public boolean isElement(double degrees) {
        double turns = degrees / (closes() ? group.generatorAngle() : 360);
        return areRotations() && Math.abs(turns - Math.rint(turns)) < 1e-9;
    }

    /**
     * “C4: 4 rotations of 90°”, “4 rotations, each a learned 48.07° beyond the one before: 4 such turns close no circle”, “4 copies by the
     * powers of a matrix A”.
     */
    public String describe() {
        return switch (kind) {
            case FIXED -> group.describe();
            case LEARNED, LEARNED_BY_LAYER ->
                group.order() + " rotations"
                        + (learned.isEmpty()
                                ? " by multiples of an angle that is learned"
                                        + (kind == GeneratorKind.LEARNED ? "" : " for each layer")
                                : ", each a learned " + CyclicGroup.format(learned.getAsDouble())
                                        + "° beyond the one before: " + group.order() + " such turns close "
                                        + (closes() ? "the circle (" + group.symbol() + ")" : "no circle"));
            case MATRIX -> group.order() + " copies by the powers of a matrix A";
            case CYCLIC ->
                group.order() + " copies by the powers of a learned matrix A, A" + power(group.order()) + " = I";
            case MATRIX_BY_FILTER -> group.order() + " copies by the powers of each filter's own matrix A";
        };
    }

    private static String power(int exponent) {
        StringBuilder power = new StringBuilder();
        Integer.toString(exponent).chars().forEach(digit -> power.append(DIGITS[digit - '0']));
        return power.toString();
    }

    /** One of the copies in words: “60°”, “A²w”, and while an angle is not known “3θ”. */
    public String describe(int copy) {
        OptionalDouble angle = angle(copy);
        if (angle.isPresent()) {
            return learned.isPresent() ? CyclicGroup.format(angle.getAsDouble()) + "°" : group.describe(copy);
        }
        if (areRotations()) {
            return copy == 0 ? "0°" : (copy == 1 ? "" : copy) + "θ";
        }
        return (copy == 0 ? "" : "A" + (copy > 1 ? power(copy) : "")) + "w";
    }
}
