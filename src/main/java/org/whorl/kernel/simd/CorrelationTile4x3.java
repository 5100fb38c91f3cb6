// Written by mvn -Ptiles: the description to change is TileSource, among the tests.
package org.whorl.kernel.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** 12 sums, 3 shared operands and one of each map: fits 16 vector registers. */
final class CorrelationTile4x3 extends CorrelationTile {
    private static final VectorSpecies<Float> SPECIES = VectorWidth.SPECIES;
    private static final int LANES = SPECIES.length();

    // Nothing here is split off into methods: the compiler inlines those of the Vector API beyond its limit on a
    // method's size, but not ours, and a sum that is handed to a method that is not inlined lives on the heap.

    CorrelationTile4x3() {
        super(4, 3);
    }

    @Override
    void correlate(
            float[] code,
            int codeAt,
            int filter,
            int last,
            int stride,
            float[] in,
            int[] offsets,
            int tap,
            float[] out,
            int outAt) {
        int z0At = codeAt + filter * stride;
        int z1At = codeAt + Math.min(filter + 1, last) * stride;
        int z2At = codeAt + Math.min(filter + 2, last) * stride;
        int z3At = codeAt + Math.min(filter + 3, last) * stride;
        int x0At = offsets[tap];
        int x1At = offsets[tap + 1];
        int x2At = offsets[tap + 2];
        FloatVector a00 = FloatVector.zero(SPECIES);
        FloatVector a01 = FloatVector.zero(SPECIES);
        FloatVector a02 = FloatVector.zero(SPECIES);
        FloatVector a10 = FloatVector.zero(SPECIES);
        FloatVector a11 = FloatVector.zero(SPECIES);
        FloatVector a12 = FloatVector.zero(SPECIES);
        FloatVector a20 = FloatVector.zero(SPECIES);
        FloatVector a21 = FloatVector.zero(SPECIES);
        FloatVector a22 = FloatVector.zero(SPECIES);
        FloatVector a30 = FloatVector.zero(SPECIES);
        FloatVector a31 = FloatVector.zero(SPECIES);
        FloatVector a32 = FloatVector.zero(SPECIES);
        for (int p = 0; p < stride; p += LANES) {
            FloatVector x0 = FloatVector.fromArray(SPECIES, in, x0At + p);
            FloatVector x1 = FloatVector.fromArray(SPECIES, in, x1At + p);
            FloatVector x2 = FloatVector.fromArray(SPECIES, in, x2At + p);
            FloatVector z0 = FloatVector.fromArray(SPECIES, code, z0At + p);
            a00 = x0.fma(z0, a00);
            a01 = x1.fma(z0, a01);
            a02 = x2.fma(z0, a02);
            FloatVector z1 = FloatVector.fromArray(SPECIES, code, z1At + p);
            a10 = x0.fma(z1, a10);
            a11 = x1.fma(z1, a11);
            a12 = x2.fma(z1, a12);
            FloatVector z2 = FloatVector.fromArray(SPECIES, code, z2At + p);
            a20 = x0.fma(z2, a20);
            a21 = x1.fma(z2, a21);
            a22 = x2.fma(z2, a22);
            FloatVector z3 = FloatVector.fromArray(SPECIES, code, z3At + p);
            a30 = x0.fma(z3, a30);
            a31 = x1.fma(z3, a31);
            a32 = x2.fma(z3, a32);
        }
        int out0 = outAt;
        FloatVector.fromArray(SPECIES, out, out0).add(a00).intoArray(out, out0);
        FloatVector.fromArray(SPECIES, out, out0 + LANES).add(a01).intoArray(out, out0 + LANES);
        FloatVector.fromArray(SPECIES, out, out0 + 2 * LANES).add(a02).intoArray(out, out0 + 2 * LANES);
        int out1 = outAt + 3 * LANES;
        FloatVector.fromArray(SPECIES, out, out1).add(a10).intoArray(out, out1);
        FloatVector.fromArray(SPECIES, out, out1 + LANES).add(a11).intoArray(out, out1 + LANES);
        FloatVector.fromArray(SPECIES, out, out1 + 2 * LANES).add(a12).intoArray(out, out1 + 2 * LANES);
        int out2 = outAt + 2 * 3 * LANES;
        FloatVector.fromArray(SPECIES, out, out2).add(a20).intoArray(out, out2);
        FloatVector.fromArray(SPECIES, out, out2 + LANES).add(a21).intoArray(out, out2 + LANES);
        FloatVector.fromArray(SPECIES, out, out2 + 2 * LANES).add(a22).intoArray(out, out2 + 2 * LANES);
        int out3 = outAt + 3 * 3 * LANES;
        FloatVector.fromArray(SPECIES, out, out3).add(a30).intoArray(out, out3);
        FloatVector.fromArray(SPECIES, out, out3 + LANES).add(a31).intoArray(out, out3 + LANES);
        FloatVector.fromArray(SPECIES, out, out3 + 2 * LANES).add(a32).intoArray(out, out3 + 2 * LANES);
    }
}
