package org.whorl.network.reference;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.whorl.network.NetworkSpec;

/**
 * The objective of one batch, and where its gradient begins.
 *
 * @param value the weighted sum of both parts, each a mean over images
 * @param correct images whose highest score is that of their label; 0 where the objective does not classify
 * @param byLogits its gradient by the logits, [N, classes]; null where the objective does not classify
 * @param byReconstruction its gradient by the reconstruction, [N, C, H, W]; null where the objective does not reconstruct
 */
record ReferenceLoss(double value, int correct, INDArray byLogits, INDArray byReconstruction) {
    static ReferenceLoss of(ReferenceNetwork network, ReferenceForward forward, int[] labels) {
        NetworkSpec spec = network.spec();
        ReferenceLoss loss = new ReferenceLoss(0, 0, null, null);
        if (spec.objective().classifies()) {
            loss = crossEntropy(
                    forward.scores.logits(), labels, spec.objective().classify() / labels.length);
        }
        return spec.objective().reconstructs() ? loss.plusReconstruction(network, forward) : loss;
    }

    /** Cross-entropy, summed over the batch and weighted. */
    static ReferenceLoss crossEntropy(INDArray logits, int[] labels, double weight) {
        INDArray logProbabilities = Nd4j.nn().logSoftmax(logits);
        INDArray gradient = Transforms.exp(logProbabilities);
        INDArray best = logits.argMax(1);
        double entropy = 0;
        int correct = 0;
        for (int n = 0; n < labels.length; n++) {
            entropy -= logProbabilities.getDouble(n, labels[n]);
            gradient.putScalar(n, labels[n], gradient.getDouble(n, labels[n]) - 1);
            correct += best.getInt(n) == labels[n] ? 1 : 0;
        }
        return new ReferenceLoss(weight * entropy, correct, gradient.muli(weight), null);
    }

    /** ½‖x − W z‖² + λ‖z‖₁ with the last layer's bank and thresholds. */
    private ReferenceLoss plusReconstruction(ReferenceNetwork network, ReferenceForward forward) {
        int last = network.spec().layers() - 1;
        double weight = network.spec().objective().reconstruct() / forward.images.size(0);
        INDArray error = network.kernels()
                .synthesize(forward.code(), forward.banks.get(last))
                .subi(forward.images);
        double squares = error.mul(error).sumNumber().doubleValue();
        double penalty = Transforms.abs(forward.code())
                .muli(forward.lambda(last))
                .sumNumber()
                .doubleValue();
        return new ReferenceLoss(value + weight * (squares / 2 + penalty), correct, byLogits, error.muli(weight));
    }
}
