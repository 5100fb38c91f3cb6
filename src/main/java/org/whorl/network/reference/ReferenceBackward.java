package org.whorl.network.reference;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Normalization;
import org.whorl.network.ParameterLayout;

/**
 * The way back, by hand. With G = ∂loss/∂u of a layer:
 *
 * <pre>
 * g = G ⊙ S'(…)                 ∂λ = −α Σ g · sign(u)
 * q = W g                       ∂W = α · [correlate(r, g) − correlate(q, v)]
 * ∂v = g − α Wᵀ q               through the norm before it → ∂w
 * G₋₁ += (1 + β₋₁) ∂w           G₋₂ −= β₋₁ ∂w
 * </pre>
 */
final class ReferenceBackward {
    private final ReferenceNetwork network;
    private final NetworkSpec spec;
    private final ReferenceForward forward;

    /** By everything learned. */
    final double[] gradient;

    /** By each layer's filter bank; tied layers add to that of the first. */
    private final INDArray[] byBank;

    /** By each layer's code, G. */
    private final INDArray[] byCode;

    ReferenceBackward(ReferenceNetwork network, ReferenceForward forward, ReferenceLoss loss) {
        this.network = network;
        this.forward = forward;
        spec = network.spec();
        gradient = new double[network.layout().learnedSize()];
        byBank = new INDArray[spec.layers()];
        byCode = new INDArray[spec.layers()];
        byCode[spec.layers() - 1] = forward.code().like();
        if (loss.byLogits() != null) {
            head(loss.byLogits());
        }
        if (loss.byReconstruction() != null) {
            reconstruction(loss.byReconstruction());
        }
        for (int l = spec.layers() - 1; l >= 0; l--) {
            INDArray byMomentum = layer(l);
            if (l > 0) {
                momentum(l - 1, byMomentum);
            }
        }
        for (int l = 0; l < spec.layers(); l++) {
            if (byBank[l] != null) {
                int owner = l;
                ReferenceOrbits orbits = network.orbits(forward.parameters, l);
                String filters = "layer" + l + "/filters";
                write(orbits.pullBack(byBank[l]), filters);
                network.layout()
                        .generator(l)
                        .filter(ParameterLayout.Entry::learned)
                        .ifPresent(own -> {
                            double[] slopes = orbits.byOwn(byBank[owner], forward.read(filters))
                                    .castTo(DataType.DOUBLE)
                                    .dup('c')
                                    .data()
                                    .asDouble();
                            for (int i = 0; i < slopes.length; i++) {
                                gradient[own.offset() + i] += slopes[i];
                            }
                        });
            }
        }
    }

    private void head(INDArray byLogits) {
        ReferenceHead.Gradient back = network.head()
                .backward(
                        forward.scores,
                        forward.read("head/weight"),
                        byLogits,
                        forward.code().shape());
        write(back.weight(), "head/weight");
        write(back.bias(), "head/bias");
        addToCode(spec.layers() - 1, back.code());
    }

    /** The penalty λ‖z‖₁ takes its λ as given: it has no part in λ's gradient, which would only ever lower it. */
    private void reconstruction(INDArray byReconstruction) {
        int last = spec.layers() - 1;
        double weight = spec.objective().reconstruct() / forward.images.size(0);
        addToCode(last, network.kernels().analyze(byReconstruction, forward.banks.get(last)));
        addToCode(
                last, Transforms.sign(forward.code()).muli(forward.lambda(last).mul(weight)));
        addToBank(last, network.kernels().correlate(byReconstruction, forward.code()));
    }

    /** From G of a layer to the gradients of its own arrays, and of v, which it returns. */
    private INDArray layer(int l) {
        ReferenceKernels kernels = network.kernels();
        ReferencePass.Layer layer = forward.layers.get(l);
        INDArray bank = forward.banks.get(l);
        INDArray sign = Transforms.sign(layer.code());
        INDArray g = byCode[l].mul(Transforms.abs(sign));
        if (spec.thresholdLearned()) {
            INDArray perFilter = g.mul(sign).sum(0, 2, 3).muli(-spec.stepSize());
            INDArray perChannel = perFilter
                    .reshape(ReferenceParameters.turns(spec), spec.channels())
                    .sum(0);
            write(perChannel, "layer" + l + "/lambda");
        }
        INDArray correlation = kernels.correlate(layer.residual(), g);
        if (l == 0) {
            // v is zero, and nothing lies before it.
            addToBank(l, correlation.muli(spec.stepSize()));
            return g;
        }
        INDArray q = kernels.synthesize(g, bank);
        correlation.subi(kernels.correlate(q, layer.momentum()));
        addToBank(l, correlation.muli(spec.stepSize()));
        return g.sub(kernels.analyze(q, bank).muli(spec.stepSize()));
    }

    /** From v of the layer after through the momentum of layer l, and its norm where it has one, to G of layers l and l − 1. */
    private void momentum(int l, INDArray byMomentum) {
        INDArray back = spec.norm() == Normalization.BATCH ? norm(l, byMomentum) : byMomentum;
        double beta = spec.momentum(l);
        addToCode(l, back.mul(1 + beta));
        if (beta != 0) {
            // β of the first layer is 0, so there is a layer before.
            addToCode(l - 1, back.mul(-beta));
        }
    }

    private INDArray norm(int l, INDArray byOutput) {
        String prefix = "layer" + l + "/norm/";
        ReferenceNorm.Gradient back =
                network.norm().backward(forward.norms.get(l), forward.read(prefix + "gamma"), byOutput);
        write(back.gamma(), prefix + "gamma");
        write(back.beta(), prefix + "beta");
        return back.input();
    }

    private void addToCode(int l, INDArray more) {
        byCode[l] = byCode[l] == null ? more : byCode[l].addi(more);
    }

    private void addToBank(int l, INDArray more) {
        int owner = forward.banks.get(l) == forward.banks.get(0) ? 0 : l;
        byBank[owner] = byBank[owner] == null ? more : byBank[owner].addi(more);
    }

    private void write(INDArray array, String name) {
        network.parameters().write(array, gradient, name);
    }
}
