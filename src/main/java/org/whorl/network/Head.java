package org.whorl.network;

import java.util.Arrays;

import org.whorl.group.OrbitIndex;
import org.whorl.kernel.Maps;
import org.whorl.kernel.Passes;

/**
 * Class scores of a code: pooled features, weights, and for the invariant head the log-sum-exp over the scores of all joint moves
 * of grid and orbit by the elements of the group. For one thread.
 */
final class Head {
    private final Pooling pooling;
    private final float[] matrix;
    private final int features;
    private final int classes;
    private final int elements;
    private final int[][] turned;

    private final float[] pooled;
    private final float[] moved;
    private final double[] scores;
    private final double[] logits;
    private final double[] byLogits;
    private final float[] featureGradient;
    private final float[] movedGradient;

    Head(NetworkSpec spec, Maps maps) {
        pooling = Pooling.of(spec);
        matrix = pooling.toMatrix(maps);
        classes = spec.classes();
        features = spec.filters() * pooling.cells();
        elements = pooling.elements();
        OrbitIndex orbits = spec.orbits();
        turned = new int[elements][features];
        for (int g = 0; g < elements; g++) {
            for (int k = 0; k < spec.filters(); k++) {
                int source = orbits.filter(spec.group().compose(g, orbits.element(k)), orbits.base(k));
                for (int cell = 0; cell < pooling.cells(); cell++) {
                    turned[g][k * pooling.cells() + cell] = source * pooling.cells() + pooling.turned(g, cell);
                }
            }
        }
        pooled = new float[features];
        moved = new float[features];
        scores = new double[elements * classes];
        logits = new double[classes];
        byLogits = new double[classes];
        featureGradient = new float[features];
        movedGradient = new float[features];
    }

    /** The class scores of a code; kept for {@link #backward}. */
    double[] forward(Passes passes, Maps maps, float[] code, float[] parameters, int weight, int bias) {
        passes.pool(maps, code, matrix, pooling.cells(), pooled);
        for (int g = 0; g < elements; g++) {
            float[] x = turn(g);
            for (int c = 0; c < classes; c++) {
                scores[g * classes + c] = passes.dot(parameters, weight + c * features, x, 0, features);
            }
        }
        for (int c = 0; c < classes; c++) {
            logits[c] = parameters[bias + c] + (elements == 1 ? scores[c] : logSumExp(c));
        }
        return logits;
    }

    private double logSumExp(int c) {
        double max = Double.NEGATIVE_INFINITY;
        for (int g = 0; g < elements; g++) {
            max = Math.max(max, scores[g * classes + c]);
        }
        double sum = 0;
        for (int g = 0; g < elements; g++) {
            sum += Math.exp(scores[g * classes + c] - max);
        }
        return max + Math.log(sum);
    }

    private float[] turn(int g) {
        if (elements == 1) {
            return pooled;
        }
        for (int f = 0; f < features; f++) {
            moved[f] = pooled[turned[g][f]];
        }
        return moved;
    }

    /**
     * The way back of the last {@link #forward}, from {@link #byLogits}.
     *
     * @param gradient receives, added, the gradients of weight, from index 0, and then bias
     * @param codeGradient receives the gradient by the code
     */
    void backward(Passes passes, Maps maps, float[] parameters, int weight, float[] gradient, float[] codeGradient) {
        Arrays.fill(featureGradient, 0);
        for (int g = 0; g < elements; g++) {
            float[] x = turn(g);
            float[] back = elements == 1 ? featureGradient : movedGradient;
            Arrays.fill(back, 0);
            for (int c = 0; c < classes; c++) {
                double share = elements == 1
                        ? 1
                        : Math.exp(scores[g * classes + c] - (logits[c] - biasOf(parameters, weight, c)));
                float d = (float) (byLogits[c] * share);
                passes.addScaled(d, x, 0, gradient, c * features, features);
                passes.addScaled(d, parameters, weight + c * features, back, 0, features);
            }
            if (elements > 1) {
                for (int f = 0; f < features; f++) {
                    featureGradient[turned[g][f]] += movedGradient[f];
                }
            }
        }
        for (int c = 0; c < classes; c++) {
            gradient[classes * features + c] += (float) byLogits[c];
        }
        passes.unpool(maps, featureGradient, matrix, pooling.cells(), codeGradient);
    }

    /** The bias follows the weight in every layout. */
    private float biasOf(float[] parameters, int weight, int c) {
        return parameters[weight + classes * features + c];
    }

    /** The gradient by the class scores, to be filled in before {@link #backward}. */
    double[] byLogits() {
        return byLogits;
    }

    /** Weights and biases together. */
    int size() {
        return classes * (features + 1);
    }
}
