package org.whorl.network.reference;

import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Everything that a batch goes through.
 *
 * @param layers what each layer held
 * @param logits class scores, [N, classes]
 */
public record ReferencePass(List<Layer> layers, INDArray logits) {
    public ReferencePass {
        layers = List.copyOf(layers);
    }

    /**
     * One layer. Images are [N, C, H, W], maps [N, K, code height, code width].
     *
     * @param momentum v, where the layer starts from; zeros in the first
     * @param residual x − W v
     * @param preThreshold v + α Wᵀ r
     * @param code u, the sparse code
     */
    public record Layer(INDArray momentum, INDArray residual, INDArray preThreshold, INDArray code) {}

    /** The sparse code, that of the last layer. */
    public INDArray code() {
        return layers.get(layers.size() - 1).code();
    }
}
