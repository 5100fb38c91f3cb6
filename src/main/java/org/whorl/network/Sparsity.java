package org.whorl.network;

import org.whorl.kernel.Maps;

/** Σ λ|z|, with the last layer's λ of each filter, which get no gradient from it: it would make them small. */
record Sparsity(NetworkSpec spec, Weights weights) implements Loss {
    @Override
    public double value(float[] images, int imageAt, int label, float[] code, Workspace work) {
        return penalty(spec.layers() - 1, code, work.maps);
    }

    /** The same of any layer's code. */
    double penalty(int layer, float[] code, Maps maps) {
        double penalty = 0;
        for (int k = 0; k < maps.count(); k++) {
            double sum = 0;
            for (int i = k * maps.stride(); i < (k + 1) * maps.stride(); i++) {
                sum += Math.abs(code[i]);
            }
            penalty += sum * weights.lambda(layer)[k];
        }
        return penalty;
    }

    @Override
    public double addGradient(
            Parameters parameters,
            float[] images,
            int imageAt,
            int label,
            double factor,
            SliceSums slice,
            Workspace work) {
        float[] lambda = weights.lambda(spec.layers() - 1);
        float weight = (float) factor;
        double loss = 0;
        for (int k = 0; k < work.maps.count(); k++) {
            double sum = 0;
            for (int i = k * work.maps.stride(); i < (k + 1) * work.maps.stride(); i++) {
                float z = work.code[i];
                work.gradient[i] += weight * lambda[k] * Math.signum(z);
                sum += Math.abs(z);
            }
            loss += lambda[k] * sum;
        }
        return loss;
    }
}
