package org.whorl.network;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.whorl.kernel.Kernels;
import org.whorl.kernel.simd.Tiling;

/** A whole network on one thread: a training step's gradient, per image, and one image with every layer's maps. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 10, time = 2)
public class NetworkBenchmark {
    private static final int BATCH = 64;
    private static final double NORM_MOMENTUM = 0.1;

    @Param
    public InputSize input;

    @Param
    public Tiling tiling;

    private WorkerPool pool;
    private GradientStep step;
    private Inference inference;
    private Parameters parameters;
    private float[] images;
    private float[] image;
    private int[] labels;
    private int[] order;
    private float[] gradient;
    private float[] logits;

    @Setup
    public void prepare() {
        NetworkSpec spec = input.network();
        Kernels kernels = tiling.kernels();
        pool = new WorkerPool(1);
        step = new GradientStep(spec, kernels, pool, BATCH);
        parameters = Parameters.initial(spec, 1);
        inference = new Inference(spec, kernels);
        inference.load(parameters);
        images = input.images(BATCH);
        image = input.images(1);
        labels = new SplittableRandom(1).ints(BATCH, 0, spec.classes()).toArray();
        order = IntStream.range(0, BATCH).toArray();
        gradient = new float[parameters.layout().learnedSize()];
        logits = new float[spec.classes()];
    }

    /** Loss and gradient of a batch; the score is the time of one of its images. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public GradientStep.Result trainingStep() {
        return step.compute(parameters, new Batch(images, labels, order, 0, BATCH), NORM_MOMENTUM, gradient);
    }

    /** One image with all that the window shows of it. */
    @Benchmark
    public Trace trace() {
        return inference.trace(image);
    }

    /** One image's class scores. */
    @Benchmark
    public float[] scores() {
        inference.logits(image, 0, 1, logits, 0);
        return logits;
    }

    @TearDown
    public void close() {
        pool.close();
    }
}
