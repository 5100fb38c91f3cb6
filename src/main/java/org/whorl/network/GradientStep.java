package org.whorl.network;

import java.util.Arrays;
import java.util.List;

import org.whorl.kernel.Kernels;

/**
 * Loss and gradient of a batch in training mode, by hand. Batch norms use the batch's statistics and update the running ones in the
 * parameters. With G the gradient by a layer's code u = S(v + α Wᵀ r), where r = x − W v:
 *
 * <pre>
 * g = G ⊙ S′         ∂λ = −α Σ g sign(u)         q = W g
 * ∂W = α (correlate(r, g) − correlate(q, v))      ∂v = g − α Wᵀ q
 * </pre>
 *
 * and ∂v goes back through the batch norm and the momentum before it to the codes of the two layers below.
 *
 * <p>Batch norm needs the whole batch, so a step is one phase for each layer forward and back, each shared out among threads by slices
 * of {@value BatchSums#SLICE} images. Within a phase an image goes through all of a layer while it is in cache; the last layer, the head and the
 * last layer's way back are one phase. Sums are taken within slices and then over slices in order, so that the result has the same bits
 * on any number of threads. Memory is kept from step to step.
 */
public final class GradientStep {
    private final NetworkSpec spec;
    private final WorkerPool pool;
    private final int capacity;
    private final Workspace[] workers;
    private final Weights weights;
    private final float step;

    private final BatchCodes kept;
    private final BatchSums sums;
    private final List<Loss.Weighted> losses;
    private final UnfoldedLayer[] layers;
    private final BatchNorm[] norms;
    private final double[] activeFractions;

    private Parameters parameters;
    private Batch batch;
    /** Whether the phase at hand goes through the batch from its end: what the phase before it left in cache comes first. */
    private boolean backwards;

    /**
     * What a step found.
     *
     * @param loss the objective's mean over the batch
     * @param correct images classified rightly
     */
    public record Result(double loss, int correct) {}

    /**
     * Memory for steps.
     *
     * @param capacity the largest batch
     */
    public GradientStep(NetworkSpec spec, Kernels kernels, WorkerPool pool, int capacity) {
        this.spec = spec;
        this.pool = pool;
        this.capacity = capacity;
        workers = new Workspace[pool.threads()];
        Arrays.setAll(workers, i -> new Workspace(spec, kernels));
        weights = new Weights(spec, workers[0].convolution);
        losses = spec.objective().losses(spec, weights);
        step = (float) spec.stepSize();
        kept = new BatchCodes(spec, workers[0].maps, capacity);
        sums = new BatchSums(spec, weights, workers[0].head.size(), capacity);
        norms = new BatchNorm[spec.layers() - 1];
        Arrays.setAll(norms, l -> new BatchNorm(spec, l));
        layers = new UnfoldedLayer[spec.layers()];
        Arrays.setAll(layers, l -> UnfoldedLayer.of(spec, l, weights, l > 0 ? norms[l - 1].map : null));
        activeFractions = new double[spec.layers()];
    }

    public NetworkSpec spec() {
        return spec;
    }

    /** The share of non-zeros in a layer's code in the last step, 0 to 1, over every eighth image. */
    public double activeFraction(int layer) {
        return activeFractions[layer];
    }

    /**
     * One step.
     *
     * @param parameters where to take the gradient; their running statistics are updated
     * @param batch at most as many images as there is memory for
     * @param normMomentum how far running statistics move towards the batch's, 0 to 1
     * @param gradient receives the gradient, in the order of the parameters' learned part
     */
    public Result compute(Parameters parameters, Batch batch, double normMomentum, float[] gradient) {
        if (batch.count() < 1 || batch.count() > capacity) {
            throw new IllegalArgumentException("batch: expected 1 to " + capacity + " images, found " + batch.count());
        }
        this.parameters = parameters;
        this.batch = batch;
        sums.begin(batch.count());
        backwards = false;
        Arrays.fill(gradient, 0);
        weights.load(parameters, workers[0].convolution);
        int last = spec.layers() - 1;
        for (int l = 0; l < last; l++) {
            int layer = l;
            run((slice, n, work) -> forward(layer, slice, n, work), false);
            norms[l].fit(parameters, sums.first(), sums.second(), sums.channelSize(), normMomentum);
        }
        run(this::turnAround, true);
        activeFractions[last] = sums.active();
        Result result = sums.takeHead(parameters.layout(), gradient);
        sums.takeLayer(last, parameters, gradient);
        for (int l = last - 1; l >= 0; l--) {
            int layer = l;
            norms[l].fitGradient(parameters, sums.first(), sums.second(), sums.channelSize(), gradient);
            run((slice, n, work) -> backward(layer, slice, n, work), true);
            activeFractions[l] = sums.active();
            sums.takeLayer(l, parameters, gradient);
        }
        return result;
    }

    @FunctionalInterface
    private interface ImageTask {
        void run(SliceSums slice, int n, Workspace work);
    }

    private void run(ImageTask task, boolean correlates) {
        int slices = sums.slices();
        pool.run(slices, (number, worker) -> {
            int index = backwards ? slices - 1 - number : number;
            SliceSums slice = sums.slice(index);
            slice.clear();
            int first = index * BatchSums.SLICE;
            int size = Math.min(batch.count() - first, BatchSums.SLICE);
            for (int i = 0; i < size; i++) {
                task.run(slice, first + (backwards ? size - 1 - i : i), workers[worker]);
            }
            if (correlates) {
                workers[worker].convolution.takeCorrelation(slice.bankGradient, 0);
            }
        });
        backwards = !backwards;
    }

    private int imageAt(int n) {
        return batch.image(n) * spec.geometry().imageSize();
    }

    /** v of a layer above the first, into work.point. */
    private void point(int l, int n, Workspace work) {
        layers[l].point(kept.code(l - 1), kept.codeAt(l - 1, n), kept.code(l - 2), kept.codeAt(l - 2, n), work);
    }

    /** Takes an image through layer l, into {@code code}; leaves v in work.point and keeps the residual. */
    private void iterate(int l, int n, Workspace work, float[] code, int codeAt) {
        if (l > 0) {
            point(l, n, work);
        }
        float[] residual = l > 0 ? kept.residual(l) : null;
        layers[l].forward(batch.images(), imageAt(n), residual, kept.residualAt(n), code, codeAt, work);
    }

    private void forward(int l, SliceSums slice, int n, Workspace work) {
        iterate(l, n, work, kept.code(l), kept.codeAt(l, n));
        work.passes.moments(
                work.maps,
                kept.code(l),
                kept.codeAt(l, n),
                kept.code(l - 1),
                kept.codeAt(l - 1, n),
                norms[l].map.momentum(),
                slice.first,
                slice.second);
    }

    /** The last layer forward, the objective, and the last layer back. */
    private void turnAround(SliceSums slice, int n, Workspace work) {
        int l = spec.layers() - 1;
        iterate(l, n, work, work.code, 0);
        Arrays.fill(work.gradient, 0);
        int label = batch.labels()[batch.image(n)];
        double value = 0;
        for (Loss.Weighted each : losses) {
            double factor = each.weight() / batch.count();
            value += each.weight()
                    * each.loss().addGradient(parameters, batch.images(), imageAt(n), label, factor, slice, work);
        }
        slice.loss += value;
        work.passes.shrinkGradient(work.maps, work.code, 0, work.gradient);
        layerBack(l, slice, n, work, work.code, 0);
    }

    /** From work.gradient, the gradient g before a layer's shrinkage, to those by its filters, thresholds and the point v. */
    private void layerBack(int l, SliceSums slice, int n, Workspace work, float[] code, int codeAt) {
        if (spec.thresholdLearned()) {
            work.passes.thresholdSums(work.maps, code, codeAt, work.gradient, slice.threshold);
        }
        if (BatchSums.counts(n)) {
            slice.active = work.passes.active(work.maps, code, codeAt);
        }
        if (l == 0) {
            work.convolution.correlate(batch.images(), imageAt(n), work.gradient, 0, 1);
            return;
        }
        work.convolution.synthesize(work.gradient, 0, weights.filters(l), work.image, 0);
        work.convolution.correlate(kept.residual(l), kept.residualAt(n), work.gradient, 0, 1);
        work.convolution.correlate(work.image, 0, work.point, 0, -1);
        work.convolution.analyze(work.image, 0, weights.filters(l), work.correlations, 0);
        work.passes.pointGradient(
                work.maps,
                work.gradient,
                work.correlations,
                step,
                kept.code(l - 1),
                kept.codeAt(l - 1, n),
                kept.code(l - 2),
                kept.codeAt(l - 2, n),
                norms[l - 1].map.momentum(),
                norms[l - 1].mean,
                kept.pointGradient,
                kept.pointGradientAt(n),
                slice.first,
                slice.second);
    }

    private void backward(int l, SliceSums slice, int n, Workspace work) {
        BatchNorm norm = norms[l];
        boolean carried = l + 1 < norms.length;
        work.passes.normGradient(
                work.maps,
                kept.pointGradient,
                kept.pointGradientAt(n),
                kept.code(l),
                kept.codeAt(l, n),
                kept.code(l - 1),
                kept.codeAt(l - 1, n),
                norm.map.momentum(),
                norm.a,
                norm.b,
                norm.c,
                carried ? kept.carry : null,
                l > 0 ? kept.carry : null,
                kept.carryAt(n),
                work.gradient);
        if (l > 0) {
            point(l, n, work);
        }
        layerBack(l, slice, n, work, kept.code(l), kept.codeAt(l, n));
    }
}
