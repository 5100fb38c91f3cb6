// Written by mvn -Ptiles: the description to change is TileSource, among the tests.
package org.whorl.kernel.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** 16 sums, 4 shared operands and a broadcast one: fits 32 vector registers. */
final class MapTile4x4 extends MapTile {
    private static final VectorSpecies<Float> SPECIES = VectorWidth.SPECIES;
    private static final int LANES = SPECIES.length();

    // Nothing here is split off into methods: the compiler inlines those of the Vector API beyond its limit on a
    // method's size, but not ours, and a sum that is handed to a method that is not inlined lives on the heap.

    MapTile4x4() {
        super(4, 4);
    }

    @Override
    void analyze(
            float[] in,
            int at,
            int[] offsets,
            float[] weights,
            int weightsAt,
            float[] out,
            int outAt,
            int filter,
            int last,
            int stride) {
        FloatVector a00 = FloatVector.zero(SPECIES);
        FloatVector a01 = FloatVector.zero(SPECIES);
        FloatVector a02 = FloatVector.zero(SPECIES);
        FloatVector a03 = FloatVector.zero(SPECIES);
        FloatVector a10 = FloatVector.zero(SPECIES);
        FloatVector a11 = FloatVector.zero(SPECIES);
        FloatVector a12 = FloatVector.zero(SPECIES);
        FloatVector a13 = FloatVector.zero(SPECIES);
        FloatVector a20 = FloatVector.zero(SPECIES);
        FloatVector a21 = FloatVector.zero(SPECIES);
        FloatVector a22 = FloatVector.zero(SPECIES);
        FloatVector a23 = FloatVector.zero(SPECIES);
        FloatVector a30 = FloatVector.zero(SPECIES);
        FloatVector a31 = FloatVector.zero(SPECIES);
        FloatVector a32 = FloatVector.zero(SPECIES);
        FloatVector a33 = FloatVector.zero(SPECIES);
        for (int tap = 0; tap < offsets.length; tap++) {
            int from = at + offsets[tap];
            int w = weightsAt + 4 * tap;
            FloatVector x0 = FloatVector.fromArray(SPECIES, in, from);
            FloatVector x1 = FloatVector.fromArray(SPECIES, in, from + LANES);
            FloatVector x2 = FloatVector.fromArray(SPECIES, in, from + 2 * LANES);
            FloatVector x3 = FloatVector.fromArray(SPECIES, in, from + 3 * LANES);
            FloatVector w0 = FloatVector.broadcast(SPECIES, weights[w]);
            a00 = x0.fma(w0, a00);
            a01 = x1.fma(w0, a01);
            a02 = x2.fma(w0, a02);
            a03 = x3.fma(w0, a03);
            FloatVector w1 = FloatVector.broadcast(SPECIES, weights[w + 1]);
            a10 = x0.fma(w1, a10);
            a11 = x1.fma(w1, a11);
            a12 = x2.fma(w1, a12);
            a13 = x3.fma(w1, a13);
            FloatVector w2 = FloatVector.broadcast(SPECIES, weights[w + 2]);
            a20 = x0.fma(w2, a20);
            a21 = x1.fma(w2, a21);
            a22 = x2.fma(w2, a22);
            a23 = x3.fma(w2, a23);
            FloatVector w3 = FloatVector.broadcast(SPECIES, weights[w + 3]);
            a30 = x0.fma(w3, a30);
            a31 = x1.fma(w3, a31);
            a32 = x2.fma(w3, a32);
            a33 = x3.fma(w3, a33);
        }
        int out0 = outAt + filter * stride;
        a00.intoArray(out, out0);
        a01.intoArray(out, out0 + LANES);
        a02.intoArray(out, out0 + 2 * LANES);
        a03.intoArray(out, out0 + 3 * LANES);
        int out1 = outAt + Math.min(filter + 1, last) * stride;
        a10.intoArray(out, out1);
        a11.intoArray(out, out1 + LANES);
        a12.intoArray(out, out1 + 2 * LANES);
        a13.intoArray(out, out1 + 3 * LANES);
        int out2 = outAt + Math.min(filter + 2, last) * stride;
        a20.intoArray(out, out2);
        a21.intoArray(out, out2 + LANES);
        a22.intoArray(out, out2 + 2 * LANES);
        a23.intoArray(out, out2 + 3 * LANES);
        int out3 = outAt + Math.min(filter + 3, last) * stride;
        a30.intoArray(out, out3);
        a31.intoArray(out, out3 + LANES);
        a32.intoArray(out, out3 + 2 * LANES);
        a33.intoArray(out, out3 + 3 * LANES);
    }

    @Override
    void synthesize(
            float[] code,
            int at,
            int stride,
            int count,
            float[] weights,
            int weightsAt,
            float[] out,
            int outAt,
            int[] offsets,
            int tap) {
        FloatVector a00 = FloatVector.zero(SPECIES);
        FloatVector a01 = FloatVector.zero(SPECIES);
        FloatVector a02 = FloatVector.zero(SPECIES);
        FloatVector a03 = FloatVector.zero(SPECIES);
        FloatVector a10 = FloatVector.zero(SPECIES);
        FloatVector a11 = FloatVector.zero(SPECIES);
        FloatVector a12 = FloatVector.zero(SPECIES);
        FloatVector a13 = FloatVector.zero(SPECIES);
        FloatVector a20 = FloatVector.zero(SPECIES);
        FloatVector a21 = FloatVector.zero(SPECIES);
        FloatVector a22 = FloatVector.zero(SPECIES);
        FloatVector a23 = FloatVector.zero(SPECIES);
        FloatVector a30 = FloatVector.zero(SPECIES);
        FloatVector a31 = FloatVector.zero(SPECIES);
        FloatVector a32 = FloatVector.zero(SPECIES);
        FloatVector a33 = FloatVector.zero(SPECIES);
        for (int k = 0; k < count; k++) {
            int from = at + k * stride;
            int w = weightsAt + 4 * k;
            FloatVector z0 = FloatVector.fromArray(SPECIES, code, from);
            FloatVector z1 = FloatVector.fromArray(SPECIES, code, from + LANES);
            FloatVector z2 = FloatVector.fromArray(SPECIES, code, from + 2 * LANES);
            FloatVector z3 = FloatVector.fromArray(SPECIES, code, from + 3 * LANES);
            FloatVector w0 = FloatVector.broadcast(SPECIES, weights[w]);
            a00 = z0.fma(w0, a00);
            a01 = z1.fma(w0, a01);
            a02 = z2.fma(w0, a02);
            a03 = z3.fma(w0, a03);
            FloatVector w1 = FloatVector.broadcast(SPECIES, weights[w + 1]);
            a10 = z0.fma(w1, a10);
            a11 = z1.fma(w1, a11);
            a12 = z2.fma(w1, a12);
            a13 = z3.fma(w1, a13);
            FloatVector w2 = FloatVector.broadcast(SPECIES, weights[w + 2]);
            a20 = z0.fma(w2, a20);
            a21 = z1.fma(w2, a21);
            a22 = z2.fma(w2, a22);
            a23 = z3.fma(w2, a23);
            FloatVector w3 = FloatVector.broadcast(SPECIES, weights[w + 3]);
            a30 = z0.fma(w3, a30);
            a31 = z1.fma(w3, a31);
            a32 = z2.fma(w3, a32);
            a33 = z3.fma(w3, a33);
        }
        int out0 = outAt + offsets[tap];
        FloatVector.fromArray(SPECIES, out, out0).add(a00).intoArray(out, out0);
        FloatVector.fromArray(SPECIES, out, out0 + LANES).add(a01).intoArray(out, out0 + LANES);
        FloatVector.fromArray(SPECIES, out, out0 + 2 * LANES).add(a02).intoArray(out, out0 + 2 * LANES);
        FloatVector.fromArray(SPECIES, out, out0 + 3 * LANES).add(a03).intoArray(out, out0 + 3 * LANES);
        int out1 = outAt + offsets[tap + 1];
        FloatVector.fromArray(SPECIES, out, out1).add(a10).intoArray(out, out1);
        FloatVector.fromArray(SPECIES, out, out1 + LANES).add(a11).intoArray(out, out1 + LANES);
        FloatVector.fromArray(SPECIES, out, out1 + 2 * LANES).add(a12).intoArray(out, out1 + 2 * LANES);
        FloatVector.fromArray(SPECIES, out, out1 + 3 * LANES).add(a13).intoArray(out, out1 + 3 * LANES);
        int out2 = outAt + offsets[tap + 2];
        FloatVector.fromArray(SPECIES, out, out2).add(a20).intoArray(out, out2);
        FloatVector.fromArray(SPECIES, out, out2 + LANES).add(a21).intoArray(out, out2 + LANES);
        FloatVector.fromArray(SPECIES, out, out2 + 2 * LANES).add(a22).intoArray(out, out2 + 2 * LANES);
        FloatVector.fromArray(SPECIES, out, out2 + 3 * LANES).add(a23).intoArray(out, out2 + 3 * LANES);
        int out3 = outAt + offsets[tap + 3];
        FloatVector.fromArray(SPECIES, out, out3).add(a30).intoArray(out, out3);
        FloatVector.fromArray(SPECIES, out, out3 + LANES).add(a31).intoArray(out, out3 + LANES);
        FloatVector.fromArray(SPECIES, out, out3 + 2 * LANES).add(a32).intoArray(out, out3 + 2 * LANES);
        FloatVector.fromArray(SPECIES, out, out3 + 3 * LANES).add(a33).intoArray(out, out3 + 3 * LANES);
    }
}
