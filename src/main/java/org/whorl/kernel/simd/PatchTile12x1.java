// Written by mvn -Ptiles: the description to change is TileSource, among the tests.
package org.whorl.kernel.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** 12 sums, a shared operand and a broadcast one: fits 16 vector registers. */
final class PatchTile12x1 extends PatchTile {
    private static final VectorSpecies<Float> SPECIES = VectorWidth.SPECIES;
    private static final int LANES = SPECIES.length();

    // Nothing here is split off into methods: the compiler inlines those of the Vector API beyond its limit on a
    // method's size, but not ours, and a sum that is handed to a method that is not inlined lives on the heap.

    PatchTile12x1() {
        super(12, 1);
    }

    @Override
    void correlate(
            float[] code,
            int codeAt,
            int filter,
            int last,
            int stride,
            float[] patches,
            int[] offsets,
            int[] vectorsAt,
            int vector,
            float[] out,
            int outAt,
            int outStride) {
        int z0At = codeAt + filter * stride;
        int z1At = codeAt + Math.min(filter + 1, last) * stride;
        int z2At = codeAt + Math.min(filter + 2, last) * stride;
        int z3At = codeAt + Math.min(filter + 3, last) * stride;
        int z4At = codeAt + Math.min(filter + 4, last) * stride;
        int z5At = codeAt + Math.min(filter + 5, last) * stride;
        int z6At = codeAt + Math.min(filter + 6, last) * stride;
        int z7At = codeAt + Math.min(filter + 7, last) * stride;
        int z8At = codeAt + Math.min(filter + 8, last) * stride;
        int z9At = codeAt + Math.min(filter + 9, last) * stride;
        int z10At = codeAt + Math.min(filter + 10, last) * stride;
        int z11At = codeAt + Math.min(filter + 11, last) * stride;
        int x0At = vectorsAt[vector];
        FloatVector a00 = FloatVector.zero(SPECIES);
        FloatVector a10 = FloatVector.zero(SPECIES);
        FloatVector a20 = FloatVector.zero(SPECIES);
        FloatVector a30 = FloatVector.zero(SPECIES);
        FloatVector a40 = FloatVector.zero(SPECIES);
        FloatVector a50 = FloatVector.zero(SPECIES);
        FloatVector a60 = FloatVector.zero(SPECIES);
        FloatVector a70 = FloatVector.zero(SPECIES);
        FloatVector a80 = FloatVector.zero(SPECIES);
        FloatVector a90 = FloatVector.zero(SPECIES);
        FloatVector a100 = FloatVector.zero(SPECIES);
        FloatVector a110 = FloatVector.zero(SPECIES);
        for (int p = 0; p < offsets.length; p++) {
            int from = offsets[p];
            FloatVector x0 = FloatVector.fromArray(SPECIES, patches, x0At + from);
            FloatVector z0 = FloatVector.broadcast(SPECIES, code[z0At + p]);
            a00 = x0.fma(z0, a00);
            FloatVector z1 = FloatVector.broadcast(SPECIES, code[z1At + p]);
            a10 = x0.fma(z1, a10);
            FloatVector z2 = FloatVector.broadcast(SPECIES, code[z2At + p]);
            a20 = x0.fma(z2, a20);
            FloatVector z3 = FloatVector.broadcast(SPECIES, code[z3At + p]);
            a30 = x0.fma(z3, a30);
            FloatVector z4 = FloatVector.broadcast(SPECIES, code[z4At + p]);
            a40 = x0.fma(z4, a40);
            FloatVector z5 = FloatVector.broadcast(SPECIES, code[z5At + p]);
            a50 = x0.fma(z5, a50);
            FloatVector z6 = FloatVector.broadcast(SPECIES, code[z6At + p]);
            a60 = x0.fma(z6, a60);
            FloatVector z7 = FloatVector.broadcast(SPECIES, code[z7At + p]);
            a70 = x0.fma(z7, a70);
            FloatVector z8 = FloatVector.broadcast(SPECIES, code[z8At + p]);
            a80 = x0.fma(z8, a80);
            FloatVector z9 = FloatVector.broadcast(SPECIES, code[z9At + p]);
            a90 = x0.fma(z9, a90);
            FloatVector z10 = FloatVector.broadcast(SPECIES, code[z10At + p]);
            a100 = x0.fma(z10, a100);
            FloatVector z11 = FloatVector.broadcast(SPECIES, code[z11At + p]);
            a110 = x0.fma(z11, a110);
        }
        int out0 = outAt;
        FloatVector.fromArray(SPECIES, out, out0).add(a00).intoArray(out, out0);
        int out1 = outAt + outStride;
        FloatVector.fromArray(SPECIES, out, out1).add(a10).intoArray(out, out1);
        int out2 = outAt + 2 * outStride;
        FloatVector.fromArray(SPECIES, out, out2).add(a20).intoArray(out, out2);
        int out3 = outAt + 3 * outStride;
        FloatVector.fromArray(SPECIES, out, out3).add(a30).intoArray(out, out3);
        int out4 = outAt + 4 * outStride;
        FloatVector.fromArray(SPECIES, out, out4).add(a40).intoArray(out, out4);
        int out5 = outAt + 5 * outStride;
        FloatVector.fromArray(SPECIES, out, out5).add(a50).intoArray(out, out5);
        int out6 = outAt + 6 * outStride;
        FloatVector.fromArray(SPECIES, out, out6).add(a60).intoArray(out, out6);
        int out7 = outAt + 7 * outStride;
        FloatVector.fromArray(SPECIES, out, out7).add(a70).intoArray(out, out7);
        int out8 = outAt + 8 * outStride;
        FloatVector.fromArray(SPECIES, out, out8).add(a80).intoArray(out, out8);
        int out9 = outAt + 9 * outStride;
        FloatVector.fromArray(SPECIES, out, out9).add(a90).intoArray(out, out9);
        int out10 = outAt + 10 * outStride;
        FloatVector.fromArray(SPECIES, out, out10).add(a100).intoArray(out, out10);
        int out11 = outAt + 11 * outStride;
        FloatVector.fromArray(SPECIES, out, out11).add(a110).intoArray(out, out11);
    }
}
