package org.whorl.network;

import java.util.Arrays;

import org.whorl.group.OrbitMap;
import org.whorl.kernel.Convolution;
import org.whorl.kernel.PackedFilters;
import org.whorl.network.ParameterLayout.Kind;

/** A network's parameters in the form that the kernels want: expanded filter banks, thresholds and norms for each filter. */
final class Weights {
    static final double NORM_EPSILON = 1e-5;

    private final NetworkSpec spec;
    private final OrbitMap orbits;
    private final float[] bank;
    private final PackedFilters[] packed;
    private final float[][] thresholds;
    private final float[][] lambdas;

    Weights(NetworkSpec spec, Convolution convolution) {
        this.spec = spec;
        var geometry = spec.geometry();
        orbits = spec.orbitMap();
        bank = new float[geometry.filters() * geometry.filterSize()];
        packed = new PackedFilters[spec.layers()];
        for (int l = 0; l < spec.layers(); l++) {
            packed[l] = l < spec.banks() ? convolution.newFilters() : packed[0];
        }
        thresholds = new float[spec.layers()][spec.filters()];
        lambdas = new float[spec.layers()][spec.filters()];
    }

    /** Takes over parameters. */
    void load(Parameters parameters, Convolution convolution) {
        float[] values = parameters.values();
        for (int l = 0; l < spec.layers(); l++) {
            if (l == 0 || spec.tying() == WeightTying.UNTIED) {
                parameters.expand(l, orbits, bank);
                convolution.pack(bank, packed[l]);
            }
            int lambda = parameters.layout().offset(Kind.THRESHOLDS, l);
            for (int k = 0; k < thresholds[l].length; k++) {
                lambdas[l][k] = values[lambda + k % spec.channels()];
                thresholds[l][k] = (float) (spec.stepSize() * lambdas[l][k]);
            }
        }
    }

    PackedFilters filters(int layer) {
        return packed[layer];
    }

    /** λ of each filter. */
    float[] lambda(int layer) {
        return lambdas[layer];
    }

    /** α·λ of each filter. */
    float[] thresholds(int layer) {
        return thresholds[layer];
    }

    /** Returns a gradient by a layer's bank to its base filters and what its orbits learn, adding to {@code gradient}. */
    void pullBack(int layer, Parameters parameters, float[] bankGradient, float[] scratch, float[] gradient) {
        int planes = spec.baseFilters() * spec.input().channels();
        int offset = parameters.layout().filters(layer).offset();
        if (orbits.parameters() > 0) {
            int own = parameters.layout().generator(layer).orElseThrow().offset();
            parameters.load(layer, orbits);
            if (orbits.learned()) {
                orbits.addParameterGradient(bankGradient, planes, parameters.values(), offset, gradient, own);
            }
        }
        orbits.pullBack(bankGradient, planes, scratch, 0);
        int length = planes * spec.geometry().kernelHeight() * spec.geometry().kernelWidth();
        for (int i = 0; i < length; i++) {
            gradient[offset + i] += scratch[i];
        }
    }

    /** Fills scale and shift of each filter by a layer's running statistics, for inference; 1 and 0 where there is no norm. */
    static void runningNorm(Parameters parameters, int layer, PointMap map) {
        float[] scale = map.scale();
        float[] shift = map.shift();
        if (parameters.spec().norm() == Normalization.NONE) {
            Arrays.fill(scale, 1);
            Arrays.fill(shift, 0);
            return;
        }
        ParameterLayout layout = parameters.layout();
        float[] values = parameters.values();
        int gamma = layout.offset(Kind.NORM_SCALE, layer);
        int beta = layout.offset(Kind.NORM_SHIFT, layer);
        int mean = layout.offset(Kind.NORM_MEAN, layer);
        int variance = layout.offset(Kind.NORM_VARIANCE, layer);
        int channels = parameters.spec().channels();
        for (int k = 0; k < scale.length; k++) {
            int c = k % channels;
            double s = values[gamma + c] / Math.sqrt(values[variance + c] + NORM_EPSILON);
            scale[k] = (float) s;
            shift[k] = (float) (values[beta + c] - values[mean + c] * s);
        }
    }

    static float[][] zeros(int rows, int columns) {
        float[][] arrays = new float[rows][];
        Arrays.setAll(arrays, i -> new float[columns]);
        return arrays;
    }
}
