package org.whorl.network.reference;

import java.util.ArrayList;
import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Normalization;
import org.whorl.network.ParameterLayout;
import org.whorl.network.Shrinkage;

/** One batch's way through the network, with everything that the way back needs. */
final class ReferenceForward {
    private final ReferenceNetwork network;
    private final NetworkSpec spec;
    private final boolean training;

    /** The vector it was computed with. */
    final double[] parameters;

    /** The same, with running statistics that have seen this batch if it was for training. */
    final double[] updated;

    final INDArray images;

    /** Each layer's filter bank; one array in all places where weights are tied. */
    final List<INDArray> banks = new ArrayList<>();

    final List<ReferencePass.Layer> layers = new ArrayList<>();
    final List<ReferenceNorm.Output> norms = new ArrayList<>();
    final ReferenceHead.Output scores;

    /** @param training whether norms use the batch's statistics, otherwise the running ones */
    ReferenceForward(ReferenceNetwork network, double[] parameters, INDArray images, boolean training) {
        this.network = network;
        this.parameters = parameters;
        this.images = images.castTo(network.type());
        this.training = training;
        spec = network.spec();
        updated = parameters.clone();
        INDArray momentum = Nd4j.zeros(
                network.type(),
                images.size(0),
                spec.filters(),
                spec.geometry().codeHeight(),
                spec.geometry().codeWidth());
        INDArray previous = momentum;
        for (int l = 0; l < spec.layers(); l++) {
            banks.add(bank(l));
            ReferencePass.Layer layer = layer(l, momentum);
            layers.add(layer);
            if (l < spec.layers() - 1) {
                INDArray code = layer.code();
                INDArray ahead = code.add(code.sub(previous).muli(spec.momentum(l)));
                if (spec.norm() == Normalization.BATCH) {
                    norms.add(normalise(l, ahead));
                    ahead = norms.get(l).output();
                }
                momentum = ahead;
                previous = code;
            }
        }
        scores = network.head().apply(code(), read("head/weight"), read("head/bias"));
    }

    private INDArray bank(int l) {
        ParameterLayout.Entry filters = network.layout().filters(l);
        if (l > 0 && filters.equals(network.layout().filters(l - 1))) {
            return banks.get(l - 1);
        }
        return network.orbits(parameters, l).expand(read(filters.name()));
    }

    private ReferencePass.Layer layer(int l, INDArray momentum) {
        ReferenceKernels kernels = network.kernels();
        INDArray residual = l == 0 ? images : images.sub(kernels.synthesize(momentum, banks.get(l)));
        INDArray preThreshold =
                kernels.analyze(residual, banks.get(l)).muli(spec.stepSize()).addi(momentum);
        INDArray code = shrink(preThreshold, lambda(l).mul(spec.stepSize()));
        return new ReferencePass.Layer(momentum, residual, preThreshold, code);
    }

    /** S at the thresholds t, [1, K, 1, 1]. */
    private INDArray shrink(INDArray preThreshold, INDArray t) {
        if (spec.shrinkage() == Shrinkage.NON_NEGATIVE) {
            return Transforms.relu(preThreshold.sub(t), false);
        }
        return Transforms.relu(Transforms.abs(preThreshold).subi(t), false).muli(Transforms.sign(preThreshold));
    }

    private ReferenceNorm.Output normalise(int l, INDArray maps) {
        String prefix = "layer" + l + "/norm/";
        INDArray runningMean = read(prefix + "mean");
        INDArray runningVariance = read(prefix + "variance");
        ReferenceNorm.Statistics statistics = new ReferenceNorm.Statistics(runningMean, runningVariance, 0);
        if (training) {
            statistics = network.norm().statistics(maps);
            ReferenceNorm.Statistics running = statistics.mixedInto(runningMean, runningVariance);
            network.parameters().write(running.mean(), updated, prefix + "mean");
            network.parameters().write(running.variance(), updated, prefix + "variance");
        }
        return network.norm().apply(maps, statistics, read(prefix + "gamma"), read(prefix + "beta"));
    }

    /** An array of the parameters. */
    INDArray read(String name) {
        return network.parameters().read(parameters, name);
    }

    /** λ of a layer for each filter, [1, K, 1, 1]. */
    INDArray lambda(int l) {
        return network.parameters().lambda(parameters, l);
    }

    /** The sparse code, that of the last layer. */
    INDArray code() {
        return layers.get(layers.size() - 1).code();
    }

    ReferencePass pass() {
        return new ReferencePass(layers, scores.logits());
    }
}
