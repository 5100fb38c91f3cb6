package org.whorl.training.pursuit;

import java.util.stream.IntStream;

import org.whorl.group.Support;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Shrinkage;

/**
 * The filters of a pursuit.
 *
 * @param order N, copies of a base filter
 * @param base B, base filters
 * @param channels C
 * @param side pixels
 * @param support where filters live
 * @param signed whether a code may be negative
 */
record BankShape(int order, int base, int channels, int side, Support support, boolean signed) {
    static BankShape of(NetworkSpec spec) {
        return new BankShape(
                spec.group().order(),
                spec.baseFilters(),
                spec.input().channels(),
                spec.geometry().kernelHeight(),
                spec.support(),
                spec.shrinkage() == Shrinkage.SOFT);
    }

    /** The same with other copies of each base filter. */
    BankShape withOrder(int copies) {
        return new BankShape(copies, base, channels, side, support, signed);
    }

    /** K. */
    int filters() {
        return order * base;
    }

    int area() {
        return side * side;
    }

    /** Values of a filter. */
    int size() {
        return channels * area();
    }

    int[] pixels() {
        return support == Support.SQUARE ? IntStream.range(0, area()).toArray() : support.pixels(side);
    }
}
