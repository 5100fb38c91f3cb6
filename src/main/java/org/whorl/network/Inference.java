package org.whorl.network;

import java.util.ArrayList;
import java.util.List;

import org.whorl.data.whitening.Preparation;
import org.whorl.kernel.Geometry;
import org.whorl.kernel.Kernels;
import org.whorl.kernel.Maps;
import org.whorl.network.ParameterLayout.Kind;

/**
 * Runs single images through a network, on the calling thread, with the batch norms' running statistics. Not thread-safe; reuses its
 * memory from call to call.
 */
public final class Inference {
    private final NetworkSpec spec;
    private final Workspace work;
    private final Weights weights;
    private final UnfoldedLayer[] layers;
    private final Sparsity sparsity;
    private final float[][] codes;
    private Parameters loaded;

    /** With the fastest kernels. */
    public Inference(NetworkSpec spec) {
        this(spec, Kernels.best());
    }

    public Inference(NetworkSpec spec, Kernels kernels) {
        this.spec = spec;
        work = new Workspace(spec, kernels);
        weights = new Weights(spec, work.convolution);
        layers = new UnfoldedLayer[spec.layers()];
        for (int l = 0; l < spec.layers(); l++) {
            PointMap below = l == 0
                    ? null
                    : new PointMap((float) spec.momentum(l - 1), new float[spec.filters()], new float[spec.filters()]);
            layers[l] = UnfoldedLayer.of(spec, l, weights, below);
        }
        sparsity = new Sparsity(spec, weights);
        codes = Weights.zeros(3, work.maps.length());
    }

    public NetworkSpec spec() {
        return spec;
    }

    /** Takes over parameters as they are now; later changes to them are not seen until the next load. */
    public void load(Parameters parameters) {
        if (!parameters.spec().equals(spec)) {
            throw new IllegalArgumentException("inference: expected parameters of the network that it was made for");
        }
        weights.load(parameters, work.convolution);
        for (int l = 1; l < spec.layers(); l++) {
            Weights.runningNorm(parameters, l - 1, layers[l].below());
        }
        loaded = parameters;
    }

    /**
     * The class scores of prepared images with the loaded parameters.
     *
     * @param images [count, C, H, W] from {@code offset}
     * @param logits receives [count, classes] from {@code logitsOffset}
     */
    public void logits(float[] images, int offset, int count, float[] logits, int logitsOffset) {
        for (int n = 0; n < count; n++) {
            int at = offset + n * spec.input().size();
            for (int l = 0; l < spec.layers(); l++) {
                layer(l, images, at);
            }
            scores(logits, logitsOffset + n * spec.classes());
        }
    }

    /** The class scores of the last code that was computed. */
    private void scores(float[] logits, int at) {
        ParameterLayout layout = loaded.layout();
        double[] scores = work.head.forward(
                work.passes,
                work.maps,
                code(spec.layers() - 1),
                loaded.values(),
                layout.offset(Kind.HEAD_WEIGHT, 0),
                layout.offset(Kind.HEAD_BIAS, 0));
        for (int c = 0; c < scores.length; c++) {
            logits[at + c] = (float) scores[c];
        }
        work.scores.takeRounded(scores);
    }

    private float[] code(int layer) {
        return codes[layer % 3];
    }

    /** One layer: leaves v in work.point, r in work.residual but in the first, Wᵀ r in work.correlations and u in its code. */
    private void layer(int l, float[] images, int at) {
        if (l > 0) {
            layers[l].point(code(l - 1), 0, l > 1 ? code(l - 2) : null, 0, work);
        }
        layers[l].forward(images, at, work.residual, 0, code(l), 0, work);
    }

    /** The parts of the objective, with the weights that are loaded. */
    List<Loss.Weighted> losses() {
        return spec.objective().losses(spec, weights);
    }

    /** The value of the objective's parts for the image that {@link #logits} saw last. */
    double loss(List<Loss.Weighted> losses, float[] images, int at, int label) {
        return Loss.sum(losses, images, at, label, code(spec.layers() - 1), work);
    }

    /** What follows from the class scores of the image that {@link #logits} saw last. */
    Scores scores() {
        return work.scores;
    }

    /** The PSNR of what an objective that reconstructs synthesized last, in {@link #loss}. */
    double psnr(Preparation preparation, float[] images, int at) {
        return Psnr.of(preparation, images, at, work.image);
    }

    /** Every layer's maps of one prepared image, [C, H, W]; loads the parameters first. */
    public Trace trace(Parameters parameters, float[] image) {
        load(parameters);
        return trace(image);
    }

    /** Every layer's maps of one prepared image, [C, H, W], with the loaded parameters. */
    public Trace trace(float[] image) {
        Geometry geometry = spec.geometry();
        if (image.length != geometry.imageSize()) {
            throw new IllegalArgumentException(
                    "image: expected " + geometry.imageSize() + " values, " + spec.input() + ", found " + image.length);
        }
        List<Trace.Layer> layers = new ArrayList<>();
        for (int l = 0; l < spec.layers(); l++) {
            layer(l, image, 0);
            layers.add(record(l, image));
        }
        float[] logits = new float[spec.classes()];
        scores(logits, 0);
        return new Trace(geometry, layers, logits);
    }

    private Trace.Layer record(int l, float[] image) {
        Maps maps = work.maps;
        float[] code = maps.unpack(code(l), 0);
        float[] momentumPoint = l == 0 ? new float[code.length] : maps.unpack(work.point, 0);
        float[] correlation = maps.unpack(work.correlations, 0);
        float[] before = new float[correlation.length];
        for (int i = 0; i < before.length; i++) {
            before[i] = Math.fma((float) spec.stepSize(), correlation[i], momentumPoint[i]);
        }
        float[] reconstruction = new float[image.length];
        work.convolution.synthesize(code(l), 0, weights.filters(l), reconstruction, 0);
        double error = 0;
        for (int i = 0; i < image.length; i++) {
            error += Math.pow(image[i] - reconstruction[i], 2) / 2;
        }
        long active = 0;
        for (float value : code) {
            active += value != 0 ? 1 : 0;
        }
        return new Trace.Layer(
                momentumPoint,
                l == 0 ? image.clone() : work.residual.clone(),
                correlation,
                before,
                code,
                reconstruction,
                weights.thresholds(l).clone(),
                l + 1 < spec.layers() ? layers[l + 1].below().momentum() : 0,
                (double) active / ((long) maps.count() * maps.size()),
                error,
                error + sparsity.penalty(l, code(l), maps));
    }

    /** The share of non-zeros in the last layer's code of the image that was last run. */
    public double activeFraction() {
        float[] code = code(spec.layers() - 1);
        int active = 0;
        for (int i = 0; i < code.length; i++) {
            active += code[i] != 0 ? 1 : 0;
        }
        return (double) active / ((long) work.maps.count() * work.maps.size());
    }
}
