package org.whorl.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import com.sun.management.ThreadMXBean;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.whorl.data.Progress;
import org.whorl.data.natives.PackedLibraries;
import org.whorl.data.whitening.Preparation;
import org.whorl.kernel.Kernels;
import org.whorl.kernel.PeakLoop;
import org.whorl.network.Evaluation;
import org.whorl.network.Inference;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Parameters;
import org.whorl.network.WorkerPool;
import org.whorl.network.reference.ReferenceNetwork;
import org.whorl.random.NormalNumbers;
import org.whorl.training.TrainingSettings;
import org.whorl.training.TrainingSteps;

/**
 * Measures the engine on random images. Other work on the machine slows everything, so what is compared is measured in turn, in many
 * short rounds, and medians are reported; of the machine's peak, the highest.
 */
public final class Bench {
    private static final int ROUNDS = 8;
    /** ND4J's own step takes a second or more, so it has a turn in only some of the rounds. */
    private static final int ROUNDS_A_REFERENCE = 3;

    private static final int MATRIX = 2048;
    /** Shares of the time: training, inference, latency, the peak and the matrix product get what is left. */
    private static final double TRAIN_SHARE = 0.5;

    private static final double SHARE = 0.1;

    private static volatile float sink;

    private final NetworkSpec spec;
    private final int batch;
    private final int threads;
    private final Kernels kernels = Kernels.best();
    private final float[] images;
    private final int[] labels;

    public Bench(NetworkSpec spec, int batch, int threads) {
        this.spec = spec;
        this.batch = batch;
        this.threads = threads;
        SplittableRandom random = new SplittableRandom(1);
        NormalNumbers normal = new NormalNumbers(random);
        images = new float[Math.multiplyExact(batch, spec.input().size())];
        for (int i = 0; i < images.length; i++) {
            images[i] = (float) normal.next();
        }
        labels = IntStream.range(0, batch)
                .map(i -> random.nextInt(spec.classes()))
                .toArray();
    }

    /** {@link NetworkSpec#trainingFlops()} in thousand millions. */
    public static double trainGflopPerImage(NetworkSpec spec) {
        return spec.trainingFlops() / 1e9;
    }

    /** Measures for about so many seconds. */
    public BenchResult run(double seconds, Progress progress) {
        List<Double> train = new ArrayList<>();
        List<Double> reference = new ArrayList<>();
        List<Double> inference = new ArrayList<>();
        List<Double> peak = new ArrayList<>();
        List<Double> product = new ArrayList<>();
        List<Double> latencies = new ArrayList<>();
        long bytes;
        double resident;
        try (WorkerPool pool = new WorkerPool(threads);
                TrainingSteps steps = new TrainingSteps(spec, settings(batch, threads), images, labels)) {
            // Read before ND4J, which training does not need, takes memory for the comparison.
            rate(steps::step, seconds * SHARE);
            resident = residentMb();
            Evaluation evaluation = new Evaluation(spec, kernels, pool);
            Parameters parameters = Parameters.initial(spec, 1);
            Inference single = new Inference(spec, kernels);
            single.load(parameters);
            float[] image = Arrays.copyOf(images, spec.input().size());
            PackedLibraries.ready();
            INDArray left = Nd4j.rand(MATRIX, MATRIX).dup('f');
            INDArray right = Nd4j.rand(MATRIX, MATRIX).dup('f');
            INDArray result = Nd4j.create(new int[] {MATRIX, MATRIX}, 'f');

            Runnable referenceStep = referenceStep(parameters);

            // What the virtual machine compiles and ND4J unpacks, it does now.
            Runnable trainStep = steps::step;
            Runnable test =
                    () -> evaluation.run(parameters, Preparation.identity(spec.input()), images, labels, done -> true);
            Runnable multiply = () -> left.mmul(right, result);
            for (Runnable part : List.of(trainStep, test, () -> single.trace(image), () -> peak(pool), multiply)) {
                rate(part, seconds * SHARE);
            }
            referenceStep.run();
            double round = seconds / ROUNDS;
            for (int i = 0; i < ROUNDS; i++) {
                if (!progress.report("measuring", i, ROUNDS)) {
                    throw new java.util.concurrent.CancellationException();
                }
                peak.add(peakGflops(pool, round * SHARE));
                train.add(batch * rate(trainStep, round * TRAIN_SHARE));
                if (i % ROUNDS_A_REFERENCE == 0) {
                    reference.add(batch * rate(referenceStep, 0));
                }
                inference.add(batch * rate(test, round * SHARE));
                latencies.addAll(latencies(() -> single.trace(image), round * SHARE));
                product.add(2e-9 * MATRIX * MATRIX * MATRIX * rate(multiply, round * SHARE));
            }
            bytes = allocatedBy(trainStep);
        }
        Collections.sort(latencies);
        double gflop = trainGflopPerImage(spec);
        double gflops = gflop * median(train);
        // A limit: what other work or an unlucky compilation took from it is no part of it.
        double limit = Collections.max(peak);
        return new BenchResult(
                median(train),
                median(reference),
                median(inference),
                gflop,
                gflops,
                limit,
                median(product),
                gflops / limit,
                median(latencies),
                latencies.get((int) (0.99 * (latencies.size() - 1))),
                bytes,
                resident,
                kernels.name());
    }

    static TrainingSettings settings(int batch, int threads) {
        TrainingSettings d = TrainingSettings.DEFAULT;
        return TrainingSettings.DEFAULT
                .with(TrainingSettings.EPOCHS, 1)
                .with(TrainingSettings.BATCH, batch)
                .with(TrainingSettings.THREADS, threads);
    }

    /** The same images through ND4J's own convolutions, forward and back; without Adam, which would only slow it. */
    private Runnable referenceStep(Parameters parameters) {
        ReferenceNetwork network = new ReferenceNetwork(spec, DataType.FLOAT);
        double[] vector = IntStream.range(0, parameters.values().length)
                .mapToDouble(i -> parameters.values()[i])
                .toArray();
        INDArray input = Nd4j.createFromArray(images)
                .reshape(
                        batch,
                        spec.input().channels(),
                        spec.input().height(),
                        spec.input().width());
        return () -> network.step(vector, input, labels);
    }

    /** Calls a second, over at least so many seconds and one call. */
    static double rate(Runnable work, double seconds) {
        long start = System.nanoTime();
        int calls = 0;
        do {
            work.run();
            calls++;
        } while ((System.nanoTime() - start) / 1e9 < seconds);
        return calls / ((System.nanoTime() - start) / 1e9);
    }

    private static List<Double> latencies(Runnable work, double seconds) {
        List<Double> milliseconds = new ArrayList<>();
        long start = System.nanoTime();
        long before = start;
        do {
            work.run();
            long now = System.nanoTime();
            milliseconds.add((now - before) / 1e6);
            before = now;
        } while ((before - start) / 1e9 < seconds);
        return milliseconds;
    }

    /** Short and often: a loop that is called a few times only is compiled while it runs, and then at times slower than it could be. */
    private static final int PEAK_ROUNDS = 2_000;

    private static final int PEAK_CALLS = 100;

    private void peak(WorkerPool pool) {
        PeakLoop loop = kernels.peakLoop();
        pool.run(pool.threads(), (task, worker) -> {
            for (int call = 0; call < PEAK_CALLS; call++) {
                sink = loop.run(PEAK_ROUNDS);
            }
        });
    }

    private double peakGflops(WorkerPool pool, double seconds) {
        PeakLoop loop = kernels.peakLoop();
        return rate(() -> peak(pool), seconds) * pool.threads() * PEAK_CALLS * PEAK_ROUNDS * loop.flopsPerRound() / 1e9;
    }

    /** Bytes allocated on the heap by a call, by all threads; one that ends meanwhile takes with it what it allocated before. */
    static long allocatedBy(Runnable step) {
        if (!(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threadBean)) {
            return -1;
        }
        int calls = 10;
        Map<Long, Long> before = allocated(threadBean);
        for (int i = 0; i < calls; i++) {
            step.run();
        }
        long sum = 0;
        for (Map.Entry<Long, Long> thread : allocated(threadBean).entrySet()) {
            sum += thread.getValue() - before.getOrDefault(thread.getKey(), 0L);
        }
        return sum / calls;
    }

    private static Map<Long, Long> allocated(ThreadMXBean threadBean) {
        long[] threads = threadBean.getAllThreadIds();
        long[] bytes = threadBean.getThreadAllocatedBytes(threads);
        Map<Long, Long> byThread = new HashMap<>();
        for (int i = 0; i < threads.length; i++) {
            // −1 where it has ended in between.
            if (bytes[i] >= 0) {
                byThread.put(threads[i], bytes[i]);
            }
        }
        return byThread;
    }

    private static double residentMb() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
                if (line.startsWith("VmRSS:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) * 1024 / 1e6;
                }
            }
        } catch (IOException | NumberFormatException e) {
            return -1;
        }
        return -1;
    }

    static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
