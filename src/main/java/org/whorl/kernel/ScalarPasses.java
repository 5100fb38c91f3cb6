package org.whorl.kernel;

/** The passes in plain Java. */
public final class ScalarPasses implements Passes {
    @Override
    public void shrink(
            Maps maps, float[] a, float[] v, float step, float[] thresholds, boolean signed, float[] u, int uAt) {
        for (int k = 0; k < maps.count(); k++) {
            float t = thresholds[k];
            int from = k * maps.stride();
            for (int e = 0; e < maps.size(); e++) {
                int i = from + maps.position(e);
                float x = v == null ? step * a[i] : Math.fma(step, a[i], v[i]);
                float shrunk = Math.max(x - t, 0);
                u[uAt + i] = signed ? shrunk + Math.min(x + t, 0) : shrunk;
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
        for (int k = 0; k < maps.count(); k++) {
            int from = k * maps.stride();
            double sum = 0;
            double square = 0;
            for (int e = 0; e < maps.size(); e++) {
                int i = from + maps.position(e);
                float w = point(u[uAt + i], previous, previousAt + i, beta);
                sum += w;
                square += (double) w * w;
            }
            sums[k] += sum;
            squares[k] += square;
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
        for (int k = 0; k < maps.count(); k++) {
            int from = k * maps.stride();
            for (int e = 0; e < maps.size(); e++) {
                int i = from + maps.position(e);
                v[i] = Math.fma(point(u[uAt + i], previous, previousAt + i, beta), scale[k], shift[k]);
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
        for (int k = 0; k < maps.count(); k++) {
            int from = k * maps.stride();
            for (int e = 0; e < maps.size(); e++) {
                int i = from + maps.position(e);
                float w = point(u[uAt + i], previous, previousAt + i, beta);
                float dw = Math.fma(a[k], dv[dvAt + i], Math.fma(b[k], w, c[k]));
                float carried = carryIn == null ? 0 : carryIn[carryAt + i];
                gradient[i] = u[uAt + i] == 0 ? 0 : Math.fma(1 + beta, dw, carried);
                if (carryOut != null) {
                    carryOut[carryAt + i] = -beta * dw;
                }
            }
            maps.clearPadding(k, gradient, 0);
        }
    }

    @Override
    public void shrinkGradient(Maps maps, float[] u, int uAt, float[] gradient) {
        for (int k = 0; k < maps.count(); k++) {
            int from = k * maps.stride();
            for (int e = 0; e < maps.size(); e++) {
                int i = from + maps.position(e);
                gradient[i] = u[uAt + i] == 0 ? 0 : gradient[i];
            }
            maps.clearPadding(k, gradient, 0);
        }
    }

    @Override
    public void thresholdSums(Maps maps, float[] u, int uAt, float[] gradient, double[] sums) {
        for (int k = 0; k < maps.count(); k++) {
            int from = k * maps.stride();
            double sum = 0;
            for (int e = 0; e < maps.size(); e++) {
                int i = from + maps.position(e);
                sum += gradient[i] * Math.signum(u[uAt + i]);
            }
            sums[k] += sum;
        }
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
        for (int k = 0; k < maps.count(); k++) {
            int from = k * maps.stride();
            double sum = 0;
            double product = 0;
            for (int e = 0; e < maps.size(); e++) {
                int i = from + maps.position(e);
                float d = Math.fma(-step, a[i], gradient[i]);
                dv[dvAt + i] = d;
                sum += d;
                product += (double) d * (point(u[uAt + i], previous, previousAt + i, beta) - mean[k]);
            }
            maps.clearPadding(k, dv, dvAt);
            sums[k] += sum;
            products[k] += product;
        }
    }

    @Override
    public float dot(float[] a, int aAt, float[] b, int bAt, int length) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += (double) a[aAt + i] * b[bAt + i];
        }
        return (float) sum;
    }

    @Override
    public void addScaled(float scale, float[] from, int fromAt, float[] to, int toAt, int length) {
        for (int i = 0; i < length; i++) {
            to[toAt + i] = Math.fma(scale, from[fromAt + i], to[toAt + i]);
        }
    }

    private static float point(float u, float[] previous, int at, float beta) {
        return previous == null ? Math.fma(beta, u, u) : Math.fma(beta, u - previous[at], u);
    }
}
