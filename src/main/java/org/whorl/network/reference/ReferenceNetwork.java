package org.whorl.network.reference;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.whorl.network.GeneratorKind;
import org.whorl.network.NetworkSpec;
import org.whorl.network.ParameterLayout;

/**
 * The whole network, forward and backward, from its formulas. Parameters are one vector, arranged as the {@link ParameterLayout} of the
 * specification says; images are [N, C, H, W].
 *
 * <p>With v₀ = 0 and u₋₁ = 0, layer l computes r = x − W v, u = S(v + α Wᵀ r, α λ) and, but for the last,
 * v₊ = BatchNorm(u + β (u − u₋₁)); the code is the last u.
 */
public final class ReferenceNetwork {
    private final NetworkSpec spec;
    private final DataType type;
    private final ReferenceParameters parameters;
    private final ReferenceKernels kernels;
    private final ReferenceOrbits orbits;
    private final ReferenceNorm norm;
    private final ReferenceHead head;

    /** @param type {@link DataType#FLOAT} or {@link DataType#DOUBLE}, for every array */
    public ReferenceNetwork(NetworkSpec spec, DataType type) {
        this.spec = spec;
        this.type = type;
        parameters = new ReferenceParameters(spec, type);
        kernels = new ReferenceKernels(spec.geometry(), type);
        orbits = spec.generator() == GeneratorKind.FIXED ? new ReferenceRotations(spec, type) : null;
        norm = new ReferenceNorm(ReferenceParameters.turns(spec), spec.channels());
        head = new ReferenceHead(spec, type);
    }

    public NetworkSpec spec() {
        return spec;
    }

    /** Where each array lies in the vectors. */
    public ParameterLayout layout() {
        return parameters.layout();
    }

    /** Runs a batch through the network with the norms' running statistics. */
    public ReferencePass infer(double[] vector, INDArray images) {
        return new ReferenceForward(this, vector, images, false).pass();
    }

    /**
     * Runs a batch through the network with its own statistics, and back.
     *
     * @param labels a class for each image; not used where the objective does not classify
     */
    public ReferenceStep step(double[] vector, INDArray images, int[] labels) {
        ReferenceForward forward = new ReferenceForward(this, vector, images, true);
        ReferenceLoss loss = ReferenceLoss.of(this, forward, labels);
        ReferenceBackward backward = new ReferenceBackward(this, forward, loss);
        return new ReferenceStep(loss.value(), loss.correct(), backward.gradient, forward.updated, forward.pass());
    }

    DataType type() {
        return type;
    }

    ReferenceParameters parameters() {
        return parameters;
    }

    ReferenceKernels kernels() {
        return kernels;
    }

    /** What makes a layer's bank; with what the parameters have for it. */
    ReferenceOrbits orbits(double[] vector, int layer) {
        return layout().generator(layer).map(own -> orbits(vector, own)).orElse(orbits);
    }

    private ReferenceOrbits orbits(double[] vector, ParameterLayout.Entry own) {
        return switch (spec.generator()) {
            case FIXED -> orbits;
            case LEARNED, LEARNED_BY_LAYER -> new ReferenceRotations(spec, type, vector[own.offset()]);
            // A number and what its rounding has left.
            case MATRIX ->
                new ReferenceMatrices(spec, parameters.read(vector, own).sum(true, 0));
            case CYCLIC ->
                new ReferenceCyclic(
                        spec,
                        parameters.read(vector, own),
                        parameters.read(vector, layout().frame(0).orElseThrow()));
            case MATRIX_BY_FILTER -> new ReferenceMatrices(spec, parameters.read(vector, own));
        };
    }

    ReferenceNorm norm() {
        return norm;
    }

    ReferenceHead head() {
        return head;
    }
}
