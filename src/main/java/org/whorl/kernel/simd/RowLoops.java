package org.whorl.kernel.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Loops over rows of numbers of any length: products, sums. Bounds are for the caller to check. */
final class RowLoops {
    private static final VectorSpecies<Float> SPECIES = VectorWidth.SPECIES;
    private static final int LANES = SPECIES.length();

    private RowLoops() {}

    /** The sum of products, a lane at a time over whole vectors, then in double precision. */
    static float dot(float[] a, int aAt, float[] b, int bAt, int length, float[] lanes) {
        int whole = SPECIES.loopBound(length);
        dotLanes(a, aAt, b, bAt, whole, lanes);
        double sum = total(lanes);
        for (int i = whole; i < length; i++) {
            sum += (double) a[aAt + i] * b[bAt + i];
        }
        return (float) sum;
    }

    /** The sum of products in each lane, over whole vectors. */
    static void dotLanes(float[] a, int aAt, float[] b, int bAt, int length, float[] lanes) {
        FloatVector even = FloatVector.zero(SPECIES);
        FloatVector odd = FloatVector.zero(SPECIES);
        int i = 0;
        for (; i + LANES < length; i += 2 * LANES) {
            even = FloatVector.fromArray(SPECIES, a, aAt + i).fma(FloatVector.fromArray(SPECIES, b, bAt + i), even);
            odd = FloatVector.fromArray(SPECIES, a, aAt + i + LANES)
                    .fma(FloatVector.fromArray(SPECIES, b, bAt + i + LANES), odd);
        }
        if (i < length) {
            even = FloatVector.fromArray(SPECIES, a, aAt + i).fma(FloatVector.fromArray(SPECIES, b, bAt + i), even);
        }
        even.add(odd).intoArray(lanes, 0);
    }

    static void addScaled(float scale, float[] from, int fromAt, float[] to, int toAt, int length) {
        FloatVector s = FloatVector.broadcast(SPECIES, scale);
        int i = 0;
        for (; i + LANES <= length; i += LANES) {
            FloatVector.fromArray(SPECIES, from, fromAt + i)
                    .fma(s, FloatVector.fromArray(SPECIES, to, toAt + i))
                    .intoArray(to, toAt + i);
        }
        for (; i < length; i++) {
            to[toAt + i] = Math.fma(scale, from[fromAt + i], to[toAt + i]);
        }
    }

    /** One row of an image: the sum over a kernel's columns of their shifted sums, each where its mask is 1, by whole vectors. */
    static void gatherRow(
            float[] sums, int from, int step, int columns, float[] masks, int maskStride, float[] out, int outAt) {
        for (int x = 0; x < maskStride; x += LANES) {
            FloatVector total = FloatVector.zero(SPECIES);
            for (int j = 0; j < columns; j++) {
                FloatVector part = FloatVector.fromArray(SPECIES, sums, from + x + j * step);
                total = part.fma(FloatVector.fromArray(SPECIES, masks, j * maskStride + x), total);
            }
            total.intoArray(out, outAt + x);
        }
    }

    /** The sum of the lanes, four at a time: one would wait for itself. */
    static double total(float[] lanes) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (int i = 0; i + 3 < lanes.length; i += 4) {
            a += lanes[i];
            b += lanes[i + 1];
            c += lanes[i + 2];
            d += lanes[i + 3];
        }
        for (int i = lanes.length / 4 * 4; i < lanes.length; i++) {
            a += lanes[i];
        }
        return a + b + (c + d);
    }
}
