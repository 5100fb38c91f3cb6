package org.whorl.kernel.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The passes on the way forward over one map, or a run of values: whole vectors, padding included. Each is a method of its own that takes
 * arrays, so that no vector leaves it.
 */
final class ForwardLoops {
    private static final VectorSpecies<Float> SPECIES = VectorWidth.SPECIES;
    private static final int LANES = SPECIES.length();

    private ForwardLoops() {}

    /** u = S(step · a). */
    static void shrinkFirst(
            float[] a, int from, int length, float step, float threshold, boolean signed, float[] u, int to) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector t = FloatVector.broadcast(SPECIES, threshold);
        FloatVector s = FloatVector.broadcast(SPECIES, step);
        for (int i = 0; i < length; i += LANES) {
            FloatVector x = FloatVector.fromArray(SPECIES, a, from + i).mul(s);
            FloatVector shrunk = x.sub(t).max(zero);
            if (signed) {
                shrunk = shrunk.add(x.add(t).min(zero));
            }
            shrunk.intoArray(u, to + i);
        }
    }

    /** u = S(v + step · a), where S keeps nothing below zero. */
    static void shrinkNonNegative(
            float[] a, float[] v, int from, int length, float step, float threshold, float[] u, int to) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector t = FloatVector.broadcast(SPECIES, threshold);
        FloatVector s = FloatVector.broadcast(SPECIES, step);
        for (int i = 0; i < length; i += LANES) {
            FloatVector x =
                    FloatVector.fromArray(SPECIES, a, from + i).fma(s, FloatVector.fromArray(SPECIES, v, from + i));
            x.sub(t).max(zero).intoArray(u, to + i);
        }
    }

    /** u = S(v + step · a), where S is soft thresholding. */
    static void shrinkSigned(
            float[] a, float[] v, int from, int length, float step, float threshold, float[] u, int to) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector t = FloatVector.broadcast(SPECIES, threshold);
        FloatVector s = FloatVector.broadcast(SPECIES, step);
        for (int i = 0; i < length; i += LANES) {
            FloatVector x =
                    FloatVector.fromArray(SPECIES, a, from + i).fma(s, FloatVector.fromArray(SPECIES, v, from + i));
            x.sub(t).max(zero).add(x.add(t).min(zero)).intoArray(u, to + i);
        }
    }

    /** The sums of w and w² without a previous code, a lane each. */
    static void momentsFirst(float[] u, int from, int length, float beta, float[] sums, float[] squares) {
        FloatVector factor = FloatVector.broadcast(SPECIES, 1 + beta);
        FloatVector sum = FloatVector.zero(SPECIES);
        FloatVector square = FloatVector.zero(SPECIES);
        for (int i = 0; i < length; i += LANES) {
            FloatVector w = FloatVector.fromArray(SPECIES, u, from + i).mul(factor);
            sum = sum.add(w);
            square = w.fma(w, square);
        }
        sum.intoArray(sums, 0);
        square.intoArray(squares, 0);
    }

    /** The sums of w and w², a lane each. */
    static void moments(
            float[] u, int from, float[] previous, int at, int length, float beta, float[] sums, float[] squares) {
        FloatVector b = FloatVector.broadcast(SPECIES, beta);
        FloatVector sum = FloatVector.zero(SPECIES);
        FloatVector square = FloatVector.zero(SPECIES);
        for (int i = 0; i < length; i += LANES) {
            FloatVector x = FloatVector.fromArray(SPECIES, u, from + i);
            FloatVector w =
                    x.sub(FloatVector.fromArray(SPECIES, previous, at + i)).fma(b, x);
            sum = sum.add(w);
            square = w.fma(w, square);
        }
        sum.intoArray(sums, 0);
        square.intoArray(squares, 0);
    }

    /** v = scale · u + shift. */
    static void scaleShift(float[] u, int from, int length, float scale, float shift, float[] v, int to) {
        FloatVector a = FloatVector.broadcast(SPECIES, scale);
        FloatVector c = FloatVector.broadcast(SPECIES, shift);
        for (int i = 0; i < length; i += LANES) {
            FloatVector.fromArray(SPECIES, u, from + i).fma(a, c).intoArray(v, to + i);
        }
    }

    /** v = scale · w + shift. */
    static void normalize(
            float[] u,
            int from,
            float[] previous,
            int at,
            int length,
            float beta,
            float scale,
            float shift,
            float[] v,
            int to) {
        FloatVector b = FloatVector.broadcast(SPECIES, beta);
        FloatVector a = FloatVector.broadcast(SPECIES, scale);
        FloatVector c = FloatVector.broadcast(SPECIES, shift);
        for (int i = 0; i < length; i += LANES) {
            FloatVector x = FloatVector.fromArray(SPECIES, u, from + i);
            FloatVector w =
                    x.sub(FloatVector.fromArray(SPECIES, previous, at + i)).fma(b, x);
            w.fma(a, c).intoArray(v, to + i);
        }
    }

    /** How many values are not zero. */
    static int active(float[] u, int from, int length) {
        FloatVector zero = FloatVector.zero(SPECIES);
        int active = 0;
        for (int i = 0; i < length; i += LANES) {
            active += FloatVector.fromArray(SPECIES, u, from + i)
                    .compare(VectorOperators.NE, zero)
                    .trueCount();
        }
        return active;
    }
}
