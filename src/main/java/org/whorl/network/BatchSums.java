package org.whorl.network;

import java.util.Arrays;

import org.whorl.network.ParameterLayout.Kind;

/** Adds up what the slices of a batch summed, in their order, into the parameters' gradient and the batch norms' statistics. */
final class BatchSums {
    /** Images in a slice; a constant, or sums would come out in another order. */
    static final int SLICE = 8;

    private final NetworkSpec spec;
    private final Weights weights;
    private final SliceSums[] slices;
    private final float[] bankGradient;
    private final float[] scratch;
    private int count;

    /**
     * Memory.
     *
     * @param capacity the largest batch
     * @param head learned values of the head
     */
    BatchSums(NetworkSpec spec, Weights weights, int head, int capacity) {
        this.spec = spec;
        this.weights = weights;
        int bank = spec.filters() * spec.geometry().filterSize();
        slices = new SliceSums[(capacity + SLICE - 1) / SLICE];
        Arrays.setAll(slices, i -> new SliceSums(bank, head, spec.filters()));
        bankGradient = new float[bank];
        scratch = new float[bank];
    }

    /** From now on sums are those of a batch of so many images. */
    void begin(int count) {
        this.count = count;
    }

    /** Slices that the batch has. */
    int slices() {
        return (count + SLICE - 1) / SLICE;
    }

    SliceSums slice(int index) {
        return slices[index];
    }

    /** Whether an image is its slice's first, in which non-zeros are counted, which is enough to show. */
    static boolean counts(int n) {
        return n % SLICE == 0;
    }

    /** The share of non-zeros in the codes that were counted, 0 to 1. */
    double active() {
        long active = 0;
        for (int s = 0; s < slices(); s++) {
            active += slices[s].active;
        }
        return active / ((double) slices() * spec.filters() * spec.geometry().mapSize());
    }

    /** The first sums of each channel of a batch norm: over slices, and over the filters of an orbit where they share a norm. */
    double[] first() {
        return channels(false);
    }

    /** The second sums. */
    double[] second() {
        return channels(true);
    }

    private double[] channels(boolean second) {
        double[] sums = new double[spec.channels()];
        for (int s = 0; s < slices(); s++) {
            double[] part = second ? slices[s].second : slices[s].first;
            for (int k = 0; k < part.length; k++) {
                sums[k % sums.length] += part[k];
            }
        }
        return sums;
    }

    /** Values that one batch-norm channel has in this batch. */
    double channelSize() {
        return (double) count * spec.geometry().mapSize() * spec.filters() / spec.channels();
    }

    /** Adds the head's gradient to {@code gradient}, and tells the loss. */
    GradientStep.Result takeHead(ParameterLayout layout, float[] gradient) {
        double loss = 0;
        int correct = 0;
        int weight = layout.offset(Kind.HEAD_WEIGHT, 0);
        for (int s = 0; s < slices(); s++) {
            SliceSums slice = slices[s];
            loss += slice.loss;
            correct += slice.correct;
            for (int i = 0; i < slice.headGradient.length; i++) {
                gradient[weight + i] += slice.headGradient[i];
            }
        }
        return new GradientStep.Result(loss / count, correct);
    }

    /** Adds the gradients by a layer's base filters, angle and thresholds to {@code gradient}. */
    void takeLayer(int l, Parameters parameters, float[] gradient) {
        Arrays.fill(bankGradient, 0);
        for (int s = 0; s < slices(); s++) {
            float[] part = slices[s].bankGradient;
            for (int i = 0; i < bankGradient.length; i++) {
                bankGradient[i] += part[i];
            }
        }
        float step = (float) spec.stepSize();
        for (int i = 0; i < bankGradient.length; i++) {
            bankGradient[i] *= step;
        }
        weights.pullBack(l, parameters, bankGradient, scratch, gradient);
        if (spec.thresholdLearned()) {
            int lambda = parameters.layout().offset(Kind.THRESHOLDS, l);
            for (int s = 0; s < slices(); s++) {
                for (int k = 0; k < spec.filters(); k++) {
                    gradient[lambda + k % spec.channels()] -= (float) (spec.stepSize() * slices[s].threshold[k]);
                }
            }
        }
    }
}
