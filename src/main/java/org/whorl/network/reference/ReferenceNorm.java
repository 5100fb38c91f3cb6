package org.whorl.network.reference;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Batch normalisation of code maps, with statistics per filter, or per orbit over all filters in it. Inside, maps are
 * [N, turns, channels, map], where channels are what has statistics of its own and turns the filters that share them.
 */
final class ReferenceNorm {
    /** Added to the variance. */
    static final double EPSILON = 1e-5;

    /** The weight of a batch in the running statistics. */
    static final double MOMENTUM = 0.1;

    private final int turns;
    private final int channels;

    ReferenceNorm(int turns, int channels) {
        this.turns = turns;
        this.channels = channels;
    }

    /** The mean and the biased variance of a batch, [channels] each, and the count of values they come from. */
    record Statistics(INDArray mean, INDArray variance, long count) {
        /** Running statistics after this batch; the variance enters without bias, as in PyTorch. */
        Statistics mixedInto(INDArray runningMean, INDArray runningVariance) {
            double unbiased = (double) count / Math.max(1, count - 1);
            return new Statistics(
                    runningMean.mul(1 - MOMENTUM).add(mean.mul(MOMENTUM)),
                    runningVariance.mul(1 - MOMENTUM).add(variance.mul(MOMENTUM * unbiased)),
                    count);
        }
    }

    /**
     * What the backward pass needs.
     *
     * @param output γ · normalised + β, [N, K, rows, columns]
     * @param normalised (w − mean) / √(variance + ε), in the inner shape
     * @param deviation √(variance + ε), [channels]
     */
    record Output(INDArray output, INDArray normalised, INDArray deviation) {}

    /** Gradients by the normalisation's input and by its two learned arrays. */
    record Gradient(INDArray input, INDArray gamma, INDArray beta) {}

    Statistics statistics(INDArray maps) {
        INDArray inner = inner(maps);
        INDArray mean = inner.mean(0, 1, 3);
        INDArray centred = inner.sub(broadcast(mean));
        return new Statistics(mean, centred.mul(centred).mean(0, 1, 3), maps.length() / channels);
    }

    Output apply(INDArray maps, Statistics statistics, INDArray gamma, INDArray beta) {
        INDArray deviation = Transforms.sqrt(statistics.variance().add(EPSILON));
        INDArray normalised = inner(maps).sub(broadcast(statistics.mean())).divi(broadcast(deviation));
        INDArray output = normalised.mul(broadcast(gamma)).addi(broadcast(beta));
        return new Output(output.reshape(maps.shape()), normalised, deviation);
    }

    /**
     * Through a normalisation by the batch's own statistics, which depend on the input as well: with h the gradient by the normalised
     * values, ∂input = (h − mean(h) − normalised · mean(h · normalised)) / deviation.
     */
    Gradient backward(Output forward, INDArray gamma, INDArray outputGradient) {
        INDArray gradient = inner(outputGradient);
        INDArray normalised = forward.normalised();
        INDArray beta = gradient.sum(0, 1, 3);
        INDArray product = gradient.mul(normalised).sum(0, 1, 3);
        double count = (double) gradient.length() / channels;
        INDArray input = gradient.sub(broadcast(beta.div(count)))
                .subi(normalised.mul(broadcast(product.div(count))))
                .muli(broadcast(gamma.div(forward.deviation())));
        return new Gradient(input.reshape(outputGradient.shape()), product, beta);
    }

    private INDArray inner(INDArray maps) {
        return maps.reshape(maps.size(0), turns, channels, maps.size(2) * maps.size(3));
    }

    private INDArray broadcast(INDArray perChannel) {
        return perChannel.reshape(1, 1, channels, 1);
    }
}
