package org.whorl.network;

import java.util.Arrays;

import org.whorl.kernel.Kernels;

/**
 * Measures a network on many images, on all threads of a pool. Sums are taken in slices of a fixed size and then in order, so that the
 * result has the same bits on any number of threads.
 */
public final class Evaluation {
    private static final int SLICE = 32;

    private final NetworkSpec spec;
    private final WorkerPool pool;
    private final Inference[] workers;

    /**
     * What was measured.
     *
     * @param loss the objective's mean over the images
     * @param accuracy share of images classified rightly, 0 to 1
     * @param predictions the class found for each image
     * @param confidences the probability given to each image's own class, 0 to 1
     */
    public record Result(double loss, double accuracy, int[] predictions, float[] confidences) {}

    public Evaluation(NetworkSpec spec, Kernels kernels, WorkerPool pool) {
        this.spec = spec;
        this.pool = pool;
        workers = new Inference[pool.threads()];
        Arrays.setAll(workers, i -> new Inference(spec, kernels));
    }

    /** Asked between portions of the work whether to go on, with the images done so far. */
    @FunctionalInterface
    public interface Listener {
        boolean goOn(int done);
    }

    /**
     * Measures.
     *
     * @param images prepared images, [count, C, H, W]
     * @param labels a class for each
     * @param listener asked now and then
     * @throws java.util.concurrent.CancellationException where the listener said no
     */
    public Result run(Parameters parameters, float[] images, int[] labels, Listener listener) {
        for (Inference worker : workers) {
            worker.load(parameters);
        }
        int count = labels.length;
        int slices = (count + SLICE - 1) / SLICE;
        int portion = 8 * pool.threads();
        double[] losses = new double[slices];
        int[] predictions = new int[count];
        float[] confidences = new float[count];
        float[] logits = new float[pool.threads() * spec.classes()];
        for (int first = 0; first < slices; first += portion) {
            if (!listener.goOn(first * SLICE)) {
                throw new java.util.concurrent.CancellationException();
            }
            int from = first;
            pool.run(Math.min(portion, slices - first), (task, worker) -> {
                int slice = from + task;
                for (int n = slice * SLICE; n < Math.min(count, (slice + 1) * SLICE); n++) {
                    losses[slice] += one(workers[worker], images, labels, n, logits, worker, predictions, confidences);
                }
            });
        }
        int correct = 0;
        for (int n = 0; n < count; n++) {
            correct += predictions[n] == labels[n] ? 1 : 0;
        }
        return new Result(Arrays.stream(losses).sum() / count, (double) correct / count, predictions, confidences);
    }

    private double one(
            Inference inference,
            float[] images,
            int[] labels,
            int n,
            float[] logits,
            int worker,
            int[] predictions,
            float[] confidences) {
        int at = worker * spec.classes();
        inference.logits(images, n * spec.input().size(), 1, logits, at);
        int best = 0;
        for (int c = 1; c < spec.classes(); c++) {
            best = logits[at + c] > logits[at + best] ? c : best;
        }
        predictions[n] = best;
        double sum = 0;
        for (int c = 0; c < spec.classes(); c++) {
            sum += Math.exp(logits[at + c] - logits[at + best]);
        }
        confidences[n] = (float) (Math.exp(logits[at + labels[n]] - logits[at + best]) / sum);
        double loss = 0;
        if (spec.objective().classify() > 0) {
            loss += spec.objective().classify() * (logits[at + best] + Math.log(sum) - logits[at + labels[n]]);
        }
        if (spec.objective().reconstruct() > 0) {
            loss += spec.objective().reconstruct()
                    * inference.reconstruction(images, n * spec.input().size());
        }
        return loss;
    }
}
