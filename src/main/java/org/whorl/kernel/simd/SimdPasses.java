package org.whorl.kernel.simd;

import java.util.Objects;

import org.whorl.kernel.Maps;
import org.whorl.kernel.Passes;
import org.whorl.kernel.ScalarPasses;

/**
 * The passes on whole vectors, padding included. Maps whose stride is no multiple of a vector (dense networks, a number a map) are
 * left to the plain passes. Sums are taken a lane at a time within a map and in double precision beyond it. For one thread.
 */
final class SimdPasses implements Passes {
    private static final int LANES = VectorWidth.LANES;

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
            sums[k] += RowLoops.total(lanes);
            squares[k] += RowLoops.total(moreLanes);
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
            sums[k] += RowLoops.total(lanes);
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
            sums[k] += RowLoops.total(lanes);
            products[k] += RowLoops.total(moreLanes);
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
        return RowLoops.dot(a, aAt, b, bAt, length, lanes);
    }

    @Override
    public void addScaled(float scale, float[] from, int fromAt, float[] to, int toAt, int length) {
        Objects.checkFromIndexSize(fromAt, length, from.length);
        Objects.checkFromIndexSize(toAt, length, to.length);
        RowLoops.addScaled(scale, from, fromAt, to, toAt, length);
    }
}
