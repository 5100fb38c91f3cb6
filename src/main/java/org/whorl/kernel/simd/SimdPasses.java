package org.whorl.kernel.simd;

import java.util.Objects;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.whorl.kernel.Maps;
import org.whorl.kernel.Passes;
import org.whorl.kernel.ScalarPasses;

/**
 * The passes on whole vectors, padding included. Maps whose stride is no multiple of a vector (dense networks, a number a map) are
 * left to the plain passes. Sums are taken a lane at a time within a map and in double precision beyond it. For one thread.
 */
final class SimdPasses implements Passes {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private final Passes plain = new ScalarPasses();
    private final float[] lanes = new float[LANES];
    private final float[] moreLanes = new float[LANES];
    private MapProducts products;

    private static boolean fits(Maps maps) {
        return maps.stride() % LANES == 0;
    }

    /** Vectors run without checks of their own, see {@code VectorChecks}; null is no code. */
    private static void check(Maps maps, float[] code, int at) {
        if (code != null) {
            Objects.checkFromIndexSize(at, maps.length(), code.length);
        }
    }

    @Override
    public void shrink(
            Maps maps, float[] a, float[] v, float step, float[] thresholds, boolean signed, float[] u, int uAt) {
        if (!fits(maps)) {
            plain.shrink(maps, a, v, step, thresholds, signed, u, uAt);
            return;
        }
        check(maps, a, 0);
        check(maps, v, 0);
        check(maps, u, uAt);
        for (int k = 0; k < maps.count(); k++) {
            int from = k * maps.stride();
            if (v == null) {
                ForwardLoops.shrinkFirst(a, from, maps.stride(), step, thresholds[k], signed, u, uAt + from);
            } else if (signed) {
                ForwardLoops.shrinkSigned(a, v, from, maps.stride(), step, thresholds[k], u, uAt + from);
            } else {
                ForwardLoops.shrinkNonNegative(a, v, from, maps.stride(), step, thresholds[k], u, uAt + from);
            }
            maps.clearPadding(k, u, uAt);
        }
    }

    @Override
    public void moments(
            Maps maps,
            float[] u,
            int uAt,
            float[] previous,
            int previousAt,
            float beta,
            double[] sums,
            double[] squares) {
        if (!fits(maps)) {
            plain.moments(maps, u, uAt, previous, previousAt, beta, sums, squares);
            return;
        }
        check(maps, u, uAt);
        check(maps, previous, previousAt);
        for (int k = 0; k < maps.count(); k++) {
            int from = k * maps.stride();
            if (previous == null) {
                ForwardLoops.momentsFirst(u, uAt + from, maps.stride(), beta, lanes, moreLanes);
            } else {
                ForwardLoops.moments(u, uAt + from, previous, previousAt + from, maps.stride(), beta, lanes, moreLanes);
            }
            sums[k] += total(lanes);
            squares[k] += total(moreLanes);
        }
    }

    @Override
    public void normalize(
            Maps maps,
            float[] u,
            int uAt,
            float[] previous,
            int previousAt,
            float beta,
            float[] scale,
            float[] shift,
            float[] v) {
        if (!fits(maps)) {
            plain.normalize(maps, u, uAt, previous, previousAt, beta, scale, shift, v);
            return;
        }
        check(maps, u, uAt);
        check(maps, previous, previousAt);
        check(maps, v, 0);
        for (int k = 0; k < maps.count(); k++) {
            int from = k * maps.stride();
            if (previous == null) {
                ForwardLoops.scaleShift(u, uAt + from, maps.stride(), (1 + beta) * scale[k], shift[k], v, from);
            } else {
                ForwardLoops.normalize(
                        u, uAt + from, previous, previousAt + from, maps.stride(), beta, scale[k], shift[k], v, from);
            }
            maps.clearPadding(k, v, 0);
        }
    }

    @Override
    public void normGradient(
            Maps maps,
            float[] dv,
            int dvAt,
            float[] u,
            int uAt,
            float[] previous,
            int previousAt,
            float beta,
            float[] a,
            float[] b,
            float[] c,
            float[] carryIn,
            float[] carryOut,
            int carryAt,
            float[] gradient) {
        if (!fits(maps)) {
            plain.normGradient(
                    maps, dv, dvAt, u, uAt, previous, previousAt, beta, a, b, c, carryIn, carryOut, carryAt, gradient);
            return;
        }
        check(maps, dv, dvAt);
        check(maps, u, uAt);
        check(maps, previous, previousAt);
        check(maps, carryIn, carryAt);
        check(maps, carryOut, carryAt);
        check(maps, gradient, 0);
        for (int k = 0; k < maps.count(); k++) {
            int from = k * maps.stride();
            BackwardLoops.normGradient(
                    dv,
                    dvAt + from,
                    u,
                    uAt + from,
                    previous,
                    previousAt + from,
                    maps.stride(),
                    beta,
                    a[k],
                    b[k],
                    c[k],
                    carryIn,
                    carryOut,
                    carryAt + from,
                    gradient,
                    from);
            maps.clearPadding(k, gradient, 0);
        }
    }

    @Override
    public void shrinkGradient(Maps maps, float[] u, int uAt, float[] gradient) {
        if (!fits(maps)) {
            plain.shrinkGradient(maps, u, uAt, gradient);
            return;
        }
        check(maps, u, uAt);
        check(maps, gradient, 0);
        BackwardLoops.shrinkGradient(u, uAt, maps.length(), gradient);
    }

    @Override
    public void thresholdSums(Maps maps, float[] u, int uAt, float[] gradient, double[] sums) {
        if (!fits(maps)) {
            plain.thresholdSums(maps, u, uAt, gradient, sums);
            return;
        }
        check(maps, u, uAt);
        check(maps, gradient, 0);
        for (int k = 0; k < maps.count(); k++) {
            int from = k * maps.stride();
            BackwardLoops.thresholdSum(u, uAt + from, maps.stride(), gradient, from, lanes);
            sums[k] += total(lanes);
        }
    }

    @Override
    public int active(Maps maps, float[] code, int at) {
        check(maps, code, at);
        return fits(maps) ? ForwardLoops.active(code, at, maps.length()) : plain.active(maps, code, at);
    }

    @Override
    public void pointGradient(
            Maps maps,
            float[] gradient,
            float[] a,
            float step,
            float[] u,
            int uAt,
            float[] previous,
            int previousAt,
            float beta,
            float[] mean,
            float[] dv,
            int dvAt,
            double[] sums,
            double[] products) {
        if (!fits(maps)) {
            plain.pointGradient(
                    maps, gradient, a, step, u, uAt, previous, previousAt, beta, mean, dv, dvAt, sums, products);
            return;
        }
        check(maps, gradient, 0);
        check(maps, a, 0);
        check(maps, u, uAt);
        check(maps, previous, previousAt);
        check(maps, dv, dvAt);
        for (int k = 0; k < maps.count(); k++) {
            int from = k * maps.stride();
            BackwardLoops.pointGradient(
                    gradient,
                    a,
                    from,
                    step,
                    u,
                    uAt + from,
                    previous,
                    previousAt + from,
                    maps.stride(),
                    beta,
                    mean[k],
                    dv,
                    dvAt + from,
                    lanes,
                    moreLanes);
            maps.clearPadding(k, dv, dvAt);
            sums[k] += total(lanes);
            products[k] += total(moreLanes);
        }
    }

    @Override
    public void pool(Maps maps, float[] code, float[] matrix, int cells, float[] out) {
        check(maps, code, 0);
        Objects.checkFromIndexSize(0, cells * maps.stride(), matrix.length);
        MapProducts usable = products(maps, cells);
        if (usable != null) {
            usable.pool(code, matrix, out);
        } else {
            plain.pool(maps, code, matrix, cells, out);
        }
    }

    @Override
    public void unpool(Maps maps, float[] values, float[] matrix, int cells, float[] code) {
        check(maps, code, 0);
        Objects.checkFromIndexSize(0, cells * maps.stride(), matrix.length);
        MapProducts usable = products(maps, cells);
        if (usable != null) {
            usable.unpool(values, matrix, code);
        } else {
            plain.unpool(maps, values, matrix, cells, code);
        }
    }

    /** Null where the maps do not fit tiles. */
    private MapProducts products(Maps maps, int cells) {
        if (!fits(maps)) {
            return null;
        }
        if (products == null || !products.isFor(maps, cells)) {
            products = new MapProducts(maps, cells);
        }
        return products.fits ? products : null;
    }

    @Override
    public float dot(float[] a, int aAt, float[] b, int bAt, int length) {
        Objects.checkFromIndexSize(aAt, length, a.length);
        Objects.checkFromIndexSize(bAt, length, b.length);
        int whole = SPECIES.loopBound(length);
        dot(a, aAt, b, bAt, whole, lanes);
        double sum = total(lanes);
        for (int i = whole; i < length; i++) {
            sum += (double) a[aAt + i] * b[bAt + i];
        }
        return (float) sum;
    }

    private static void dot(float[] a, int aAt, float[] b, int bAt, int length, float[] lanes) {
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

    @Override
    public void addScaled(float scale, float[] from, int fromAt, float[] to, int toAt, int length) {
        Objects.checkFromIndexSize(fromAt, length, from.length);
        Objects.checkFromIndexSize(toAt, length, to.length);
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

    /** Four sums at a time: one would wait for itself. */
    private static double total(float[] lanes) {
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
