package org.whorl.kernel.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The passes on the way back over one map, or a run of values, as {@link ForwardLoops} are those forward. */
final class BackwardLoops {
    private static final VectorSpecies<Float> SPECIES = VectorWidth.SPECIES;
    private static final int LANES = SPECIES.length();

    private BackwardLoops() {}

    /** Back through a batch norm, the momentum before it and the shrinkage before that. What is null is zero. */
    static void normGradient(
            float[] dv,
            int dvAt,
            float[] u,
            int uAt,
            float[] previous,
            int previousAt,
            int length,
            float beta,
            float a,
            float b,
            float c,
            float[] carryIn,
            float[] carryOut,
            int carryAt,
            float[] gradient,
            int to) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector va = FloatVector.broadcast(SPECIES, a);
        FloatVector vb = FloatVector.broadcast(SPECIES, b);
        FloatVector vc = FloatVector.broadcast(SPECIES, c);
        FloatVector momentum = FloatVector.broadcast(SPECIES, beta);
        FloatVector grow = FloatVector.broadcast(SPECIES, 1 + beta);
        for (int i = 0; i < length; i += LANES) {
            FloatVector x = FloatVector.fromArray(SPECIES, u, uAt + i);
            FloatVector w = previous == null
                    ? x.mul(grow)
                    : x.sub(FloatVector.fromArray(SPECIES, previous, previousAt + i))
                            .fma(momentum, x);
            FloatVector dw = FloatVector.fromArray(SPECIES, dv, dvAt + i).fma(va, w.fma(vb, vc));
            FloatVector g = dw.mul(grow);
            if (carryIn != null) {
                g = g.add(FloatVector.fromArray(SPECIES, carryIn, carryAt + i));
            }
            if (carryOut != null) {
                dw.mul(momentum).neg().intoArray(carryOut, carryAt + i);
            }
            zero.blend(g, x.compare(VectorOperators.NE, zero)).intoArray(gradient, to + i);
        }
    }

    /** gradient ⊙= S′. */
    static void shrinkGradient(float[] u, int from, int length, float[] gradient) {
        FloatVector zero = FloatVector.zero(SPECIES);
        for (int i = 0; i < length; i += LANES) {
            FloatVector x = FloatVector.fromArray(SPECIES, u, from + i);
            FloatVector g = FloatVector.fromArray(SPECIES, gradient, i);
            zero.blend(g, x.compare(VectorOperators.NE, zero)).intoArray(gradient, i);
        }
    }

    /** The sum of gradient · sign(u), a lane each. */
    static void thresholdSum(float[] u, int from, int length, float[] gradient, int at, float[] sums) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector sum = FloatVector.zero(SPECIES);
        for (int i = 0; i < length; i += LANES) {
            FloatVector x = FloatVector.fromArray(SPECIES, u, from + i);
            FloatVector g = FloatVector.fromArray(SPECIES, gradient, at + i);
            FloatVector up = zero.blend(g, x.compare(VectorOperators.GT, zero));
            FloatVector down = zero.blend(g, x.compare(VectorOperators.LT, zero));
            sum = sum.add(up.sub(down));
        }
        sum.intoArray(sums, 0);
    }

    /** dv = gradient − step · a, and its sums for the batch norm, a lane each. A previous code that is null is zero. */
    static void pointGradient(
            float[] gradient,
            float[] a,
            int from,
            float step,
            float[] u,
            int uAt,
            float[] previous,
            int previousAt,
            int length,
            float beta,
            float mean,
            float[] dv,
            int dvAt,
            float[] sums,
            float[] products) {
        FloatVector s = FloatVector.broadcast(SPECIES, -step);
        FloatVector m = FloatVector.broadcast(SPECIES, mean);
        FloatVector momentum = FloatVector.broadcast(SPECIES, beta);
        FloatVector grow = FloatVector.broadcast(SPECIES, 1 + beta);
        FloatVector sum = FloatVector.zero(SPECIES);
        FloatVector product = FloatVector.zero(SPECIES);
        for (int i = 0; i < length; i += LANES) {
            FloatVector x = FloatVector.fromArray(SPECIES, u, uAt + i);
            FloatVector w = previous == null
                    ? x.mul(grow)
                    : x.sub(FloatVector.fromArray(SPECIES, previous, previousAt + i))
                            .fma(momentum, x);
            FloatVector d = FloatVector.fromArray(SPECIES, a, from + i)
                    .fma(s, FloatVector.fromArray(SPECIES, gradient, from + i));
            d.intoArray(dv, dvAt + i);
            sum = sum.add(d);
            product = d.fma(w.sub(m), product);
        }
        sum.intoArray(sums, 0);
        product.intoArray(products, 0);
    }
}
