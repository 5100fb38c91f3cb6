package org.whorl.network;

import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whorl.data.ImageShape;
import org.whorl.data.whitening.Preparation;
import org.whorl.group.CyclicGroup;
import org.whorl.kernel.Kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class GradientStepTest {
    private static final NetworkSpec SPEC = NetworkSpec.paper(new ImageShape(1, 14, 14), 10, new CyclicGroup(4))
            .withFilters(12)
            .withKernel(5, false)
            .withIteration(Unfolding.FISTA, WeightTying.UNTIED, Shrinkage.NON_NEGATIVE, 0.1);

    private final Random random = new Random(11);

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void theNumberOfThreadsDoesNotChangeABit(int threads) {
        Batch batch = batch(SPEC, 37);
        assertArrayEquals(gradient(SPEC, batch, 1), gradient(SPEC, batch, threads));
    }

    @Test
    void theSameStepTwiceHasTheSameBits() {
        Batch batch = batch(SPEC, 20);
        try (WorkerPool pool = new WorkerPool(2)) {
            GradientStep step = new GradientStep(SPEC, Kernels.best(), pool, 20);
            Parameters parameters = Parameters.initial(SPEC, 1);
            float[] first = new float[parameters.layout().learnedSize()];
            float[] second = first.clone();
            step.compute(parameters, batch, 0.1, first);
            step.compute(parameters, batch, 0.1, second);
            assertArrayEquals(first, second);
        }
    }

    @Test
    void runningStatisticsFollowTheBatch() {
        Batch batch = batch(SPEC, 16);
        try (WorkerPool pool = new WorkerPool(1)) {
            GradientStep step = new GradientStep(SPEC, Kernels.best(), pool, 16);
            Parameters parameters = Parameters.initial(SPEC, 1);
            float[] gradient = new float[parameters.layout().learnedSize()];
            for (int i = 0; i < 200; i++) {
                step.compute(parameters, batch, 0.1, gradient);
            }
            // With running statistics at the batch's, inference sees what training sees: the mean loss is the same.
            Evaluation.Result result = new Evaluation(SPEC, Kernels.best(), pool)
                    .run(parameters, Preparation.identity(SPEC.input()), batch.images(), batch.labels(), done -> true);
            double loss = step.compute(parameters, batch, 0.1, gradient).loss();
            assertEquals(loss, result.loss(), 2e-3 * loss);
        }
    }

    @Test
    void aPartOfTheImagesIsABatch() {
        Batch batch = batch(SPEC, 30);
        int[] reversed = IntStream.range(0, 30).map(i -> 29 - i).toArray();
        Batch again = new Batch(batch.images(), batch.labels(), reversed, 0, 30);
        float[] forward = gradient(SPEC, batch, 1);
        float[] backward = gradient(SPEC, again, 1);
        double difference = 0;
        double norm = 0;
        for (int i = 0; i < forward.length; i++) {
            difference += Math.pow(forward[i] - backward[i], 2);
            norm += Math.pow(forward[i], 2);
        }
        assertTrue(norm > 0 && difference <= 1e-8 * norm, "the order within a batch matters only by rounding");
    }

    private Batch batch(NetworkSpec spec, int count) {
        float[] images = new float[count * spec.input().size()];
        for (int i = 0; i < images.length; i++) {
            images[i] = (float) random.nextGaussian();
        }
        return new Batch(
                images,
                random.ints(count, 0, spec.classes()).toArray(),
                IntStream.range(0, count).toArray(),
                0,
                count);
    }

    private static float[] gradient(NetworkSpec spec, Batch batch, int threads) {
        try (WorkerPool pool = new WorkerPool(threads)) {
            GradientStep step = new GradientStep(spec, Kernels.best(), pool, batch.order().length);
            Parameters parameters = Parameters.initial(spec, 1);
            float[] gradient = new float[parameters.layout().learnedSize()];
            step.compute(parameters, batch, 0.1, gradient);
            return gradient;
        }
    }
}
