package org.whorl.network.reference;

import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.whorl.data.ImageShape;
import org.whorl.group.CyclicGroup;
import org.whorl.group.DihedralGroup;
import org.whorl.group.Interpolation;
import org.whorl.group.Support;
import org.whorl.network.GeneratorKind;
import org.whorl.network.HeadKind;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Normalization;
import org.whorl.network.Objective;
import org.whorl.network.ParameterLayout;
import org.whorl.network.Sharing;
import org.whorl.network.Shrinkage;
import org.whorl.network.Unfolding;
import org.whorl.network.WeightTying;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The backward pass against central differences of the loss, for every learned parameter of many small networks. */
class GradientTest {
    private static final double STEP = 1e-5;

    static Stream<Named<NetworkSpec>> networks() {
        return Stream.of(
                Named.of("baseline", small(1, 3)),
                Named.of(
                        "C2, soft",
                        small(2, 2).withIteration(Unfolding.FISTA, WeightTying.UNTIED, Shrinkage.SOFT, 0.2)),
                Named.of(
                        "C4, nearest, tied, learned λ",
                        small(4, 1)
                                .withInterpolation(Interpolation.NEAREST)
                                .withIteration(Unfolding.FISTA, WeightTying.TIED, Shrinkage.NON_NEGATIVE, 0.2)
                                .withThreshold(0.4, true)),
                Named.of(
                        "C4, shared, soft, learned λ",
                        small(4, 1)
                                .withHead(HeadKind.PLAIN, Sharing.ORBIT)
                                .withIteration(Unfolding.FISTA, WeightTying.UNTIED, Shrinkage.SOFT, 0.2)
                                .withThreshold(0.4, true)),
                Named.of(
                        "C4, invariant, 4 layers, learned λ",
                        small(4, 1)
                                .withLayers(4)
                                .withHead(HeadKind.INVARIANT, Sharing.ORBIT)
                                .withThreshold(0.4, true)),
                Named.of(
                        "C6, ISTA, bicubic",
                        small(6, 1)
                                .withInterpolation(Interpolation.BICUBIC)
                                .withIteration(Unfolding.ISTA, WeightTying.UNTIED, Shrinkage.NON_NEGATIVE, 0.2)),
                Named.of(
                        "C6, invariant on sectors, kernel 5",
                        small(6, 1).withKernel(5, false).withHead(HeadKind.INVARIANT, Sharing.ORBIT)),
                Named.of("3 channels, C4", small(4, 1).withInput(new ImageShape(3, 8, 8), 2)),
                Named.of(
                        "oblong image, kernel 4, C2",
                        small(2, 1).withInput(new ImageShape(1, 9, 7), 3).withKernel(4, false)),
                Named.of(
                        "dense, C4, soft",
                        dense(4).withIteration(Unfolding.FISTA, WeightTying.UNTIED, Shrinkage.SOFT, 0.2)
                                .withThreshold(1.2, false)),
                Named.of(
                        "dense, C6, invariant, tied, 3 channels",
                        dense(6).withInput(new ImageShape(3, 5, 5), 2)
                                .withHead(HeadKind.INVARIANT, Sharing.ORBIT)
                                .withIteration(Unfolding.FISTA, WeightTying.TIED, Shrinkage.NON_NEGATIVE, 0.2)),
                Named.of(
                        "reconstruct, C4, tied",
                        small(4, 1)
                                .withObjective(Objective.RECONSTRUCT)
                                .withIteration(Unfolding.FISTA, WeightTying.TIED, Shrinkage.NON_NEGATIVE, 0.2)),
                Named.of(
                        "both objectives, C2, soft, learned λ",
                        small(2, 1)
                                .withObjective(new Objective(0.7, 0.3))
                                .withIteration(Unfolding.FISTA, WeightTying.UNTIED, Shrinkage.SOFT, 0.2)
                                .withThreshold(0.4, true)),
                Named.of("reconstruct, C4, tied, without norms", tiedAutoencoder(small(4, 1))),
                Named.of(
                        "C2, without norms, 4 layers, learned λ",
                        small(2, 1).withLayers(4).withNorm(Normalization.NONE).withThreshold(0.3, true)),
                Named.of("one layer", small(4, 1).withLayers(1)),
                Named.of(
                        "baseline on the disc", small(1, 3).withKernel(5, false).withSupport(Support.DISC)),
                Named.of(
                        "C6 on the disc, bicubic",
                        small(6, 1)
                                .withKernel(5, false)
                                .withInterpolation(Interpolation.BICUBIC)
                                .withSupport(Support.DISC)),
                Named.of(
                        "dense, C6, on the disc",
                        dense(6).withHead(HeadKind.INVARIANT, Sharing.ORBIT).withSupport(Support.DISC)),
                Named.of(
                        "C3 by a learned angle, plain, learned λ",
                        learned(small(3, 1), GeneratorKind.LEARNED).withThreshold(0.4, true)),
                Named.of(
                        "reconstruct, C5 by a learned angle, tied, without norms",
                        tiedAutoencoder(learned(small(5, 1), GeneratorKind.LEARNED))),
                Named.of(
                        "C4 by an angle for each layer, invariant",
                        learned(small(4, 1), GeneratorKind.LEARNED_BY_LAYER)
                                .withHead(HeadKind.INVARIANT, Sharing.ORBIT)),
                Named.of(
                        "dense, C4 by a learned angle, plain, ISTA",
                        learned(dense(4), GeneratorKind.LEARNED)
                                .withIteration(Unfolding.ISTA, WeightTying.UNTIED, Shrinkage.NON_NEGATIVE, 0.2)),
                Named.of(
                        "dense, C6 by an angle for each layer, invariant",
                        learned(dense(6), GeneratorKind.LEARNED_BY_LAYER).withHead(HeadKind.INVARIANT, Sharing.ORBIT)),
                Named.of(
                        "4 copies by a matrix, plain, learned λ",
                        small(4, 1).withGenerator(GeneratorKind.MATRIX).withThreshold(0.4, true)),
                Named.of(
                        "reconstruct, 5 copies by a matrix on the disc, tied, without norms",
                        tiedAutoencoder(small(5, 1)
                                .withKernel(4, false)
                                .withGenerator(GeneratorKind.MATRIX)
                                .withSupport(Support.DISC))),
                Named.of(
                        "dense, 4 copies by a matrix, invariant",
                        dense(4).withGenerator(GeneratorKind.MATRIX).withHead(HeadKind.INVARIANT, Sharing.ORBIT)),
                Named.of(
                        "3 copies by each filter's matrix, plain, 2 channels",
                        small(3, 2)
                                .withInput(new ImageShape(2, 8, 8), 2)
                                .withGenerator(GeneratorKind.MATRIX_BY_FILTER)),
                Named.of(
                        "3 copies by each filter's matrix on the disc, tied, invariant",
                        small(3, 1)
                                .withKernel(4, false)
                                .withLayers(2)
                                .withSupport(Support.DISC)
                                .withGenerator(GeneratorKind.MATRIX_BY_FILTER)
                                .withHead(HeadKind.INVARIANT, Sharing.ORBIT)
                                .withIteration(Unfolding.FISTA, WeightTying.TIED, Shrinkage.NON_NEGATIVE, 0.2)),
                Named.of(
                        "dense, reconstruct, 2 copies by each filter's matrix",
                        autoencoder(dense(2).withInput(new ImageShape(1, 3, 3), 3)
                                .withLayers(2)
                                .withGenerator(GeneratorKind.MATRIX_BY_FILTER))),
                Named.of(
                        "3 copies by a cyclic matrix, plain, 2 channels",
                        small(3, 2).withInput(new ImageShape(2, 8, 8), 2).withGenerator(GeneratorKind.CYCLIC)),
                Named.of(
                        "4 copies by a cyclic matrix on the disc, tied, invariant, learned λ",
                        small(4, 1)
                                .withKernel(4, false)
                                .withLayers(2)
                                .withSupport(Support.DISC)
                                .withThreshold(0.4, true)
                                .withGenerator(GeneratorKind.CYCLIC)
                                .withHead(HeadKind.INVARIANT, Sharing.ORBIT)
                                .withIteration(Unfolding.FISTA, WeightTying.TIED, Shrinkage.NON_NEGATIVE, 0.2)),
                Named.of(
                        "dense, 5 copies by a cyclic matrix, plain",
                        dense(5).withInput(new ImageShape(1, 4, 4), 3)
                                .withLayers(2)
                                .withGenerator(GeneratorKind.CYCLIC)),
                Named.of(
                        "dense, reconstruct, 2 copies by a cyclic matrix",
                        autoencoder(dense(2).withInput(new ImageShape(1, 3, 3), 3)
                                .withLayers(2)
                                .withGenerator(GeneratorKind.CYCLIC))),
                Named.of(
                        "dense, 4 copies by a cyclic matrix, invariant",
                        dense(4).withInput(new ImageShape(1, 4, 4), 3)
                                .withLayers(2)
                                .withHead(HeadKind.INVARIANT, Sharing.ORBIT)
                                .withGenerator(GeneratorKind.CYCLIC)),
                Named.of(
                        "D2, plain", small(1, 1).withGroup(new DihedralGroup(2)).withFilters(4)),
                Named.of(
                        "D4, invariant, learned λ",
                        small(1, 1)
                                .withGroup(new DihedralGroup(4))
                                .withFilters(8)
                                .withHead(HeadKind.INVARIANT, Sharing.ORBIT)
                                .withThreshold(0.4, true)),
                Named.of(
                        "D3, invariant on sectors, on the disc",
                        small(1, 1)
                                .withGroup(new DihedralGroup(3))
                                .withFilters(6)
                                .withKernel(5, false)
                                .withHead(HeadKind.INVARIANT, Sharing.ORBIT)
                                .withSupport(Support.DISC)));
    }

    private static NetworkSpec small(int order, int baseFilters) {
        return NetworkSpec.paper(new ImageShape(1, 10, 10), 2, new CyclicGroup(order))
                .withFilters(order * baseFilters)
                .withLayers(3)
                .withKernel(3, false)
                .withIteration(Unfolding.FISTA, WeightTying.UNTIED, Shrinkage.NON_NEGATIVE, 0.2);
    }

    private static NetworkSpec learned(NetworkSpec spec, GeneratorKind generator) {
        return spec.withGenerator(generator);
    }

    private static NetworkSpec autoencoder(NetworkSpec spec) {
        return spec.withObjective(Objective.RECONSTRUCT)
                .withNorm(Normalization.NONE)
                .withThreshold(0.1, false);
    }

    private static NetworkSpec tiedAutoencoder(NetworkSpec spec) {
        return autoencoder(spec).withIteration(Unfolding.FISTA, WeightTying.TIED, Shrinkage.NON_NEGATIVE, 0.1);
    }

    private static NetworkSpec dense(int order) {
        return small(order, 2).withInput(new ImageShape(1, 6, 6), 3).withKernel(3, true);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void everyGradientIsTheSlopeOfTheLoss(NetworkSpec spec) {
        ReferenceExample example = ReferenceExample.of(spec, 3, 17);
        ReferenceStep centre = example.step();
        for (ReferencePass.Layer layer : centre.pass().layers()) {
            double active =
                    layer.code().neq(0).castTo(DataType.DOUBLE).meanNumber().doubleValue();
            assertTrue(active > 0.02 && active < 0.98, "codes are neither empty nor full, found " + active);
        }
        for (ParameterLayout.Entry entry : example.network().layout().entries()) {
            if (entry.learned()) {
                check(example, centre, entry);
            }
        }
    }

    private static void check(ReferenceExample example, ReferenceStep centre, ParameterLayout.Entry entry) {
        double[] slopes = new double[entry.length()];
        double greatest = 0;
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] = slope(example, centre, entry, i);
            greatest = Math.max(greatest, Math.abs(slopes[i]));
        }
        boolean idle =
                entry.name().startsWith("head/") && example.spec().objective().classify() == 0;
        assertTrue(idle || greatest > 1e-4, entry.name() + " has a part in the loss");
        for (int i = 0; i < slopes.length; i++) {
            // Differences of losses near 1 carry about 1e-11, which is no small part of the smallest slopes.
            double tolerance = 1e-6 * Math.max(Math.abs(slopes[i]), 1e-2 * greatest);
            assertEquals(slopes[i], centre.gradient()[entry.offset() + i], tolerance, entry.name() + " " + i);
        }
    }

    private static double slope(
            ReferenceExample example, ReferenceStep centre, ParameterLayout.Entry entry, int index) {
        double[] above = example.moved(entry.offset() + index, STEP);
        double[] below = example.moved(entry.offset() + index, -STEP);
        if (entry.name().startsWith("head/")) {
            // The codes do not depend on the head, so that only the scores are made anew.
            return (crossEntropy(example, centre, above) - crossEntropy(example, centre, below)) / (2 * STEP);
        }
        double slope = (loss(example, centre, above) - loss(example, centre, below)) / (2 * STEP);
        return slope - slopeOfPenalty(example, centre, entry, index);
    }

    private static double crossEntropy(ReferenceExample example, ReferenceStep centre, double[] parameters) {
        ReferenceNetwork network = example.network();
        INDArray logits = network.head()
                .apply(
                        centre.pass().code(),
                        network.parameters().read(parameters, "head/weight"),
                        network.parameters().read(parameters, "head/bias"))
                .logits();
        double weight = example.spec().objective().classify() / example.labels().length;
        return ReferenceLoss.crossEntropy(logits, example.labels(), weight).value();
    }

    private static double loss(ReferenceExample example, ReferenceStep centre, double[] parameters) {
        ReferenceForward moved = new ReferenceForward(example.network(), parameters, example.images(), true);
        for (int l = 0; l < moved.layers.size(); l++) {
            assertEquals(
                    Transforms.sign(centre.pass().layers().get(l).code()),
                    Transforms.sign(moved.layers.get(l).code()),
                    "no code element may cross its threshold, where the loss has no slope: take another seed");
        }
        return ReferenceLoss.of(example.network(), moved, example.labels()).value();
    }

    /** The penalty λ‖z‖₁ takes λ as given, so it has no part in λ's gradient; but the loss moves with it. */
    private static double slopeOfPenalty(
            ReferenceExample example, ReferenceStep centre, ParameterLayout.Entry entry, int index) {
        NetworkSpec spec = example.spec();
        if (!entry.name().equals("layer" + (spec.layers() - 1) + "/lambda")) {
            return 0;
        }
        INDArray norms = Transforms.abs(centre.pass().code())
                .sum(0, 2, 3)
                .reshape(ReferenceParameters.turns(spec), spec.channels())
                .sum(0);
        return spec.objective().reconstruct() * norms.getDouble(index) / example.labels().length;
    }
}
