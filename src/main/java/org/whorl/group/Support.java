package org.whorl.group;

import java.util.stream.IntStream;

/** Where filters live. */
public enum Support {
    /** The whole square of the kernel: what the paper has. A rotation other than by quarter turns loses its corners. */
    SQUARE,
    /** The disc inscribed in it, the pixels whose centre is within half a side of the kernel's centre, which every rotation maps into itself. */
    DISC;

    /** The support that is usual for a group: the disc where the square does not turn into itself. */
    public static Support usualFor(FiniteGroup group) {
        return group.exactOnGrid() ? SQUARE : DISC;
    }

    /** Whether the pixel of this number, row by row, is of the support of a square of this side. */
    public boolean holds(int size, int pixel) {
        double centre = (size - 1) / 2.0;
        return this == SQUARE || Math.hypot(pixel / size - centre, pixel % size - centre) <= size / 2.0;
    }

    /** The pixels of the support, ascending. */
    public int[] pixels(int size) {
        return IntStream.range(0, size * size).filter(i -> holds(size, i)).toArray();
    }

    /** The pixels outside the support, ascending. */
    public int[] outside(int size) {
        return IntStream.range(0, size * size).filter(i -> !holds(size, i)).toArray();
    }
}
