package org.whorl.network;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.whorl.data.whitening.Preparation;
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
     * @param accuracy share of images classified rightly
     * @param psnr of the reconstruction in decibels, mean over images; NaN where the objective does not reconstruct
     * @param predictions the class found for each image
     * @param confidences the probability given to each image's own class, 0 to 1
     */
    public record Result(double loss, double accuracy, double psnr, int[] predictions, float[] confidences) {
        /** Where nothing was measured. */
        public static final Result NONE = new Result(Double.NaN, Double.NaN, Double.NaN, new int[0], new float[0]);
    }

    /** What is found image by image, and in slices what is to be summed. */
    private static final class Findings {
        final double[] losses;
        final double[] decibels;
        final int[] predictions;
        final float[] confidences;

        Findings(int count, int slices) {
            losses = new double[slices];
            decibels = new double[slices];
            predictions = new int[count];
            confidences = new float[count];
        }
    }

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

    /** Where prepared images come from, one at a time; asked by several threads. */
    @FunctionalInterface
    public interface Images {
        /** Writes the n-th image, [C, H, W]. */
        void copy(int n, float[] into);
    }

    /**
     * Measures on images that are in memory, prepared.
     *
     * @param images [count, C, H, W]
     */
    public Result run(Parameters parameters, Preparation preparation, float[] images, int[] labels, Listener listener) {
        int size = spec.input().size();
        return run(
                parameters,
                preparation,
                (n, into) -> System.arraycopy(images, n * size, into, 0, size),
                labels,
                listener);
    }

    /**
     * Measures.
     *
     * @param preparation what was done to the images: PSNR is told in pixels where it can be
     * @param images prepared images
     * @param labels a class for each
     * @param listener asked now and then
     * @throws CancellationException where the listener said no
     */
    public Result run(Parameters parameters, Preparation preparation, Images images, int[] labels, Listener listener) {
        for (Inference worker : workers) {
            worker.load(parameters);
        }
        int count = labels.length;
        int slices = (count + SLICE - 1) / SLICE;
        int portion = 8 * pool.threads();
        Findings found = new Findings(count, slices);
        boolean reconstructs = spec.objective().reconstructs();
        List<List<Loss.Weighted>> losses =
                Arrays.stream(workers).map(Inference::losses).toList();
        float[][] logits = new float[pool.threads()][spec.classes()];
        float[][] image = new float[pool.threads()][spec.input().size()];
        for (int first = 0; first < slices; first += portion) {
            if (!listener.goOn(first * SLICE)) {
                throw new CancellationException();
            }
            int from = first;
            pool.run(Math.min(portion, slices - first), (task, worker) -> {
                int slice = from + task;
                for (int n = slice * SLICE; n < Math.min(count, (slice + 1) * SLICE); n++) {
                    images.copy(n, image[worker]);
                    workers[worker].logits(image[worker], 0, 1, logits[worker], 0);
                    found.predictions[n] = workers[worker].scores().best();
                    found.confidences[n] = (float) workers[worker].scores().probability(labels[n]);
                    found.losses[slice] += workers[worker].loss(losses.get(worker), image[worker], 0, labels[n]);
                    if (reconstructs) {
                        found.decibels[slice] += workers[worker].psnr(preparation, image[worker], 0);
                    }
                }
            });
        }
        int correct = 0;
        for (int n = 0; n < count; n++) {
            correct += found.predictions[n] == labels[n] ? 1 : 0;
        }
        return new Result(
                Arrays.stream(found.losses).sum() / count,
                (double) correct / count,
                reconstructs ? Arrays.stream(found.decibels).sum() / count : Double.NaN,
                found.predictions,
                found.confidences);
    }
}
