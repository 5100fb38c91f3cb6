package org.whorl.network;

import org.whorl.kernel.Maps;

/** What a batch keeps of every image on the way forward, for the way back. Allocated once. */
final class BatchCodes {
    /** Values from the beginning of an array's region to a multiple of 64 bytes: an array's values begin 16 bytes into it. */
    private static final int ALIGN = 12;

    /** Values between the beginnings of two arrays' codes: 8.5 cache lines of every 64. */
    private static final int STAGGER = 8 * 16 + 16;

    private static final int MAX_STAGGER = ALIGN + 8 * STAGGER;

    /** The gradient by the point that a layer starts from. */
    final float[] pointGradient;
    /** What the momentum of the layer above passes on to a code's gradient. */
    final float[] carry;

    private final float[][] codes;
    private final float[][] residuals;
    private final int layers;
    private final int codeLength;
    private final int imageSize;

    /**
     * Memory.
     *
     * @param capacity the largest batch
     * @throws IllegalArgumentException where the codes of so many images are more than one array can hold
     */
    BatchCodes(NetworkSpec spec, Maps maps, int capacity) {
        layers = spec.layers();
        codeLength = maps.length();
        imageSize = spec.geometry().imageSize();
        int most = (Integer.MAX_VALUE - 8 - MAX_STAGGER) / Math.max(codeLength, imageSize);
        if (capacity > most) {
            throw new IllegalArgumentException("batch: expected at most " + most + " images a step for codes of "
                    + codeLength + " values, found " + capacity + "; choose a smaller batch or fewer filters");
        }
        int stored = capacity * codeLength + MAX_STAGGER;
        codes = Weights.zeros(layers - 1, stored);
        residuals = Weights.zeros(layers - 1, capacity * imageSize);
        boolean deep = layers > 1;
        pointGradient = new float[deep ? stored : 0];
        carry = new float[deep ? stored : 0];
    }

    /** A layer's codes, all but the last layer's; null, for zeros, below the first. */
    float[] code(int layer) {
        return layer >= 0 ? codes[layer] : null;
    }

    /** Where in a layer's codes the n-th image's begins. */
    int codeAt(int layer, int n) {
        return stagger(layer) + n * codeLength;
    }

    /** A layer's residuals; the first layer's are the images and not kept. */
    float[] residual(int layer) {
        return residuals[layer - 1];
    }

    /** Where in a layer's residuals the n-th image's begins. */
    int residualAt(int n) {
        return n * imageSize;
    }

    int pointGradientAt(int n) {
        return stagger(layers - 1) + n * codeLength;
    }

    int carryAt(int n) {
        return stagger(layers) + n * codeLength;
    }

    /**
     * Where an array's first code begins. The collector gives large arrays regions to themselves, so that the same value of all of them
     * would lie in the same sets of every cache, and loads would wait for stores that only look as if they went to the same place.
     */
    private static int stagger(int array) {
        return ALIGN + array % 8 * STAGGER;
    }
}
