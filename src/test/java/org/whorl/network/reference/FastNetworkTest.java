package org.whorl.network.reference;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.whorl.kernel.Kernels;
import org.whorl.kernel.Nd4jKernels;
import org.whorl.network.Batch;
import org.whorl.network.GradientStep;
import org.whorl.network.Inference;
import org.whorl.network.NetworkSpec;
import org.whorl.network.ParameterLayout;
import org.whorl.network.Parameters;
import org.whorl.network.Trace;
import org.whorl.network.WorkerPool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The fast network against the formulas in double precision, on either implementation of the kernels. */
class FastNetworkTest {
    private static final int BATCH = 11;
    private static final double ROUNDING = 1e-5;

    static Stream<Arguments> networksAndKernels() {
        return GradientTest.networks().flatMap(spec -> Stream.of(Kernels.best(), new Nd4jKernels("a test asked for it"))
                .map(kernels -> Arguments.of(spec, kernels)));
    }

    @ParameterizedTest
    @MethodSource("networksAndKernels")
    void aStepIsThatOfTheFormulas(NetworkSpec spec, Kernels kernels) {
        ReferenceExample example = ReferenceExample.of(spec, BATCH, 2);
        ReferenceStep expected = example.step();
        Parameters parameters = parameters(example);
        float[] gradient = new float[parameters.layout().learnedSize()];
        GradientStep.Result found;
        try (WorkerPool pool = new WorkerPool(2)) {
            found = new GradientStep(spec, kernels, pool, BATCH)
                    .compute(
                            parameters,
                            new Batch(
                                    floats(example.images()),
                                    example.labels(),
                                    IntStream.range(0, BATCH).toArray(),
                                    0,
                                    BATCH),
                            ReferenceNorm.MOMENTUM,
                            gradient);
        }
        assertEquals(expected.loss(), found.loss(), ROUNDING * Math.abs(expected.loss()));
        if (spec.objective().classify() > 0) {
            assertEquals(expected.correct(), found.correct());
        }
        for (ParameterLayout.Entry entry : parameters.layout().entries()) {
            if (entry.learned()) {
                assertClose(entry.name(), part(expected.gradient(), entry), part(doubles(gradient), entry));
            }
            assertClose(
                    "updated " + entry.name(),
                    part(expected.updated(), entry),
                    part(doubles(parameters.values()), entry));
        }
    }

    @ParameterizedTest
    @MethodSource("networksAndKernels")
    void aTraceIsThatOfTheFormulas(NetworkSpec spec, Kernels kernels) {
        ReferenceExample example = ReferenceExample.of(spec, 1, 2);
        ReferencePass expected = example.network().infer(example.parameters(), example.images());
        Trace found = new Inference(spec, kernels).trace(parameters(example), floats(example.images()));
        for (int l = 0; l < spec.layers(); l++) {
            ReferencePass.Layer layer = expected.layers().get(l);
            Trace.Layer trace = found.layers().get(l);
            assertClose("residual " + l, layer.residual(), trace.residual());
            assertClose("before the threshold " + l, layer.preThreshold(), trace.preThreshold());
            assertClose("code " + l, layer.code(), trace.code());
            if (l > 0) {
                assertClose("momentum " + l, layer.momentum(), trace.momentum());
            }
        }
        assertClose("logits", expected.logits(), found.logits());
    }

    private static Parameters parameters(ReferenceExample example) {
        Parameters parameters = Parameters.blank(example.spec());
        for (int i = 0; i < example.parameters().length; i++) {
            parameters.values()[i] = (float) example.parameters()[i];
        }
        return parameters;
    }

    private static float[] floats(INDArray array) {
        return array.dup('c').data().asFloat();
    }

    private static double[] doubles(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }

    private static double[] part(double[] vector, ParameterLayout.Entry entry) {
        return Arrays.copyOfRange(vector, entry.offset(), entry.offset() + entry.length());
    }

    private static void assertClose(String what, INDArray expected, float[] found) {
        assertClose(what, expected.dup('c').data().asDouble(), doubles(found));
    }

    private static void assertClose(String what, double[] expected, double[] found) {
        assertEquals(expected.length, found.length, what);
        double norm = 0;
        double difference = 0;
        for (int i = 0; i < expected.length; i++) {
            norm += expected[i] * expected[i];
            difference += Math.pow(expected[i] - found[i], 2);
        }
        assertTrue(
                Math.sqrt(difference) <= ROUNDING * Math.sqrt(norm),
                what + ": relative difference " + Math.sqrt(difference / norm));
    }
}
