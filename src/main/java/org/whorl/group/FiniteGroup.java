package org.whorl.group;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * A finite group of maps of the plane that keep a point: rotations by multiples of 360°/N, and for dihedral groups mirror images of these.
 * Its elements are numbered from 0, the identity; the rotations come first, by angle.
 *
 * <p>In files a group is told by its fields: {@code order} for a cyclic one, {@code rotations} for a dihedral one.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({@JsonSubTypes.Type(CyclicGroup.class), @JsonSubTypes.Type(DihedralGroup.class)})
public sealed interface FiniteGroup permits CyclicGroup, DihedralGroup {
    /** The number of elements, and so of an orbit's filters. */
    int order();

    /** The number of rotations, N. */
    int rotations();

    /** The angle of the generating rotation in degrees, 360/N. */
    default double generatorAngle() {
        return 360.0 / rotations();
    }

    /** The angle of an element's rotation in degrees, in [0, 360). */
    default double angle(int element) {
        return Math.floorMod(element, rotations()) * 360.0 / rotations();
    }

    /** Whether an element exchanges left and right before it rotates. */
    boolean mirrored(int element);

    /** The element that does what {@code first} and then {@code second} do. */
    int compose(int second, int first);

    /** The element that undoes another. */
    default int inverse(int element) {
        for (int other = 0; other < order(); other++) {
            if (compose(other, element) == 0) {
                return other;
            }
        }
        throw new IllegalStateException("group: " + this + " has no inverse of " + element);
    }

    /** What an element does to a square picture. */
    default Rotation transform(int element, int size, Interpolation interpolation) {
        return mirrored(element)
                ? Rotation.ofMirrored(size, angle(element), interpolation)
                : Rotation.of(size, angle(element), interpolation);
    }

    /** Whether every element maps a square pixel grid onto itself: only multiples of 90° do. */
    default boolean exactOnGrid() {
        return 4 % rotations() == 0;
    }

    /** The group of the same kind with another number of rotations. */
    FiniteGroup withRotations(int rotations);

    /** The most rotations that a group of this kind has here. */
    int mostRotations();

    /**
     * The group of the same kind that an angle generates; where that has too many elements, the largest there is.
     *
     * @param degrees divides 360
     */
    default FiniteGroup withAngle(int degrees) {
        return withRotations(Math.min(CyclicGroup.ofAngle(degrees).rotations(), mostRotations()));
    }

    /** Its usual symbol: C6, D4. */
    String symbol();

    /** The group in words, for people: “C6: 6 rotations of 60°”. */
    String describe();

    /** An element in words: “60°”, “60° mirrored”. */
    default String describe(int element) {
        return CyclicGroup.format(angle(element)) + "°" + (mirrored(element) ? " mirrored" : "");
    }
}
