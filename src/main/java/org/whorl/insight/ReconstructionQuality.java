package org.whorl.insight;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.whorl.data.Dataset;
import org.whorl.data.Progress;
import org.whorl.data.whitening.Preparation;
import org.whorl.network.Inference;
import org.whorl.network.Model;
import org.whorl.network.Psnr;
import org.whorl.network.Trace;
import org.whorl.network.WorkerPool;

/**
 * How well each layer's code tells its image, x̂ = W z, and how few elements it uses.
 *
 * @param images how many were measured
 * @param psnr as {@link Psnr} has it, mean over images in decibels, from the first layer to the last
 * @param activeFractions share of non-zeros in each layer's code, 0 to 1
 */
public record ReconstructionQuality(int images, List<Double> psnr, List<Double> activeFractions) {
    public ReconstructionQuality {
        psnr = List.copyOf(psnr);
        activeFractions = List.copyOf(activeFractions);
    }

    /**
     * Measures a model on images, on all cores.
     *
     * @throws IllegalArgumentException where the model cannot take the images
     * @throws CancellationException where the progress asks to stop
     */
    public static ReconstructionQuality of(Model model, Dataset dataset, Progress progress) {
        TestResult.check(model, dataset);
        float[] inputs = model.preparation().apply(dataset, progress);
        int layers = model.spec().layers();
        int size = dataset.shape().size();
        double[][] found = new double[dataset.size()][];
        try (WorkerPool pool = new WorkerPool(Runtime.getRuntime().availableProcessors())) {
            Inference[] workers = new Inference[pool.threads()];
            Arrays.setAll(workers, i -> {
                Inference inference = new Inference(model.spec());
                inference.load(model.parameters());
                return inference;
            });
            int portion = 16 * pool.threads();
            for (int first = 0; first < found.length; first += portion) {
                if (!progress.report("reconstruction", first, found.length)) {
                    throw new CancellationException();
                }
                int from = first;
                pool.run(Math.min(portion, found.length - first), (task, worker) -> {
                    int image = from + task;
                    float[] input = Arrays.copyOfRange(inputs, image * size, (image + 1) * size);
                    found[image] = image(model.preparation(), input, workers[worker].trace(input));
                });
            }
        }
        return new ReconstructionQuality(found.length, means(found, 0, layers), means(found, layers, 2 * layers));
    }

    /** For one image: the PSNR of each layer, then each layer's share of non-zeros. */
    private static double[] image(Preparation preparation, float[] input, Trace trace) {
        int layers = trace.layers().size();
        double[] values = new double[2 * layers];
        for (int l = 0; l < layers; l++) {
            Trace.Layer layer = trace.layers().get(l);
            values[l] = Psnr.of(preparation, input, 0, layer.reconstruction());
            values[layers + l] = layer.activeFraction();
        }
        return values;
    }

    private static List<Double> means(double[][] values, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i ->
                        Arrays.stream(values).mapToDouble(v -> v[i]).average().orElseThrow())
                .toList();
    }
}
