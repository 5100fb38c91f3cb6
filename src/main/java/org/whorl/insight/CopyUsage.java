package org.whorl.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.whorl.data.Dataset;
import org.whorl.data.Progress;
import org.whorl.network.Inference;
import org.whorl.network.Model;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Trace;

/**
 * How much of the codes stands on each copy of the base filters. Copies that a network has no use for are a sign that what makes them is no
 * symmetry of the images.
 *
 * @param images how many were measured
 * @param shares of Σ|z| by copy, for every layer from the first to the last; each layer's add up to 1, or are all 0 where its codes are
 */
public record CopyUsage(int images, List<List<Double>> shares) {
    public CopyUsage {
        shares = shares.stream().map(List::copyOf).toList();
    }

    /**
     * Measures a model on images.
     *
     * @throws IllegalArgumentException where the model cannot take the images
     * @throws CancellationException where the progress asks to stop
     */
    public static CopyUsage of(Model model, Dataset dataset, Progress progress) {
        TestResult.check(model, dataset);
        NetworkSpec spec = model.spec();
        float[] inputs = model.preparation().apply(dataset, progress);
        int size = dataset.shape().size();
        Inference inference = new Inference(spec);
        inference.load(model.parameters());
        float[] input = new float[size];
        double[][] sums = new double[spec.layers()][spec.group().order()];
        for (int n = 0; n < dataset.size(); n++) {
            if (!progress.report("usage of copies", n, dataset.size())) {
                throw new CancellationException();
            }
            System.arraycopy(inputs, n * size, input, 0, size);
            Trace trace = inference.trace(input);
            for (int l = 0; l < sums.length; l++) {
                float[] code = trace.layers().get(l).code();
                int copy = code.length / sums[l].length;
                for (int i = 0; i < code.length; i++) {
                    sums[l][i / copy] += Math.abs(code[i]);
                }
            }
        }
        List<List<Double>> shares = new ArrayList<>();
        for (double[] layer : sums) {
            double all = 0;
            for (double copy : layer) {
                all += copy;
            }
            List<Double> own = new ArrayList<>();
            for (double copy : layer) {
                own.add(all == 0 ? 0 : copy / all);
            }
            shares.add(own);
        }
        return new CopyUsage(dataset.size(), shares);
    }

    /** As many copies, used alike, would have the same entropy: 1 to N; 0 where a layer's codes are all zero. */
    public double copiesInUse(int layer) {
        double entropy = 0;
        double all = 0;
        for (double share : shares.get(layer)) {
            entropy -= share > 0 ? share * Math.log(share) : 0;
            all += share;
        }
        return all == 0 ? 0 : Math.exp(entropy);
    }
}
