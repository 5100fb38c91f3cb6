package org.whorl.network;

import java.util.Arrays;

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
 * of {@value #SLICE} images. Within a phase an image goes through all of a layer while it is in cache; the last layer, the head and the
 * last layer's way back are one phase. Sums are taken within slices and then over slices in order, so that the result has the same bits
 * on any number of threads. Memory is kept from step to step.
 */
public final class GradientStep {
    /** Images in a slice; a constant, or sums would come out in another order. */
    static final int SLICE = 8;

    /** Values from the beginning of an array's region to a multiple of 64 bytes: an array's values begin 16 bytes into it. */
    private static final int ALIGN = 12;

    /** Values between the beginnings of two arrays' codes: 8.5 cache lines of every 64. */
    private static final int STAGGER = 8 * 16 + 16;

    private static final int MAX_STAGGER = ALIGN + 8 * STAGGER;

    private final NetworkSpec spec;
    private final WorkerPool pool;
    private final int capacity;
    private final Workspace[] workers;
    private final Weights weights;
    private final int codeLength;
    private final int imageSize;
    private final float step;
    private final boolean signed;

    private final float[][] codes;
    private final float[][] residuals;
    private final float[] pointGradient;
    private final float[] carry;
    private final SliceSums[] slices;

    private final Losses losses;
    private final BatchNorm[] norms;
    private final float[] bankGradient;
    private final float[] scratch;
    private final double[] activeFractions;

    private Parameters parameters;
    private float[] images;
    private int[] labels;
    private int[] order;
    private int from;
    private int count;
    private double normMomentum;

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
        losses = new Losses(spec, weights);
        codeLength = workers[0].maps.length();
        imageSize = spec.geometry().imageSize();
        step = (float) spec.stepSize();
        signed = spec.shrinkage() == Shrinkage.SOFT;
        int layers = spec.layers();
        int stored = Math.addExact(Math.multiplyExact(capacity, codeLength), MAX_STAGGER);
        codes = Weights.zeros(layers - 1, stored);
        residuals = Weights.zeros(layers - 1, Math.multiplyExact(capacity, imageSize));
        boolean deep = layers > 1;
        pointGradient = new float[deep ? stored : 0];
        carry = new float[deep ? stored : 0];
        int bank = spec.filters() * spec.geometry().filterSize();
        slices = new SliceSums[(capacity + SLICE - 1) / SLICE];
        Arrays.setAll(slices, i -> new SliceSums(bank, workers[0].head.size(), spec.filters()));
        norms = new BatchNorm[layers - 1];
        Arrays.setAll(norms, l -> new BatchNorm(spec, l));
        bankGradient = new float[bank];
        scratch = new float[bank];
        activeFractions = new double[layers];
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
     * @param images prepared images, [·, C, H, W]
     * @param labels a class for each image
     * @param order the numbers of the images; the batch is {@code count} of them from {@code from}
     * @param normMomentum how far running statistics move towards the batch's, 0 to 1
     * @param gradient receives the gradient, in the order of the parameters' learned part
     */
    public Result compute(
            Parameters parameters,
            float[] images,
            int[] labels,
            int[] order,
            int from,
            int count,
            double normMomentum,
            float[] gradient) {
        if (count < 1 || count > capacity) {
            throw new IllegalArgumentException("batch: expected 1 to " + capacity + " images, found " + count);
        }
        this.parameters = parameters;
        this.images = images;
        this.labels = labels;
        this.order = order;
        this.from = from;
        this.count = count;
        this.normMomentum = normMomentum;
        Arrays.fill(gradient, 0);
        weights.load(parameters, workers[0].convolution);
        int last = spec.layers() - 1;
        for (int l = 0; l < last; l++) {
            int layer = l;
            run((slice, n, work) -> forward(layer, slice, n, work), false);
            norms[l].fit(parameters, channelSums(false), channelSums(true), channelSize(), normMomentum);
        }
        run(this::turnAround, true);
        activeFractions[last] = active();
        Result result = takeHead(gradient);
        takeLayer(last, gradient);
        for (int l = last - 1; l >= 0; l--) {
            int layer = l;
            norms[l].fitGradient(parameters, channelSums(false), channelSums(true), channelSize(), gradient);
            run((slice, n, work) -> backward(layer, slice, n, work), true);
            activeFractions[l] = active();
            takeLayer(l, gradient);
        }
        return result;
    }

    @FunctionalInterface
    private interface ImageTask {
        void run(SliceSums slice, int n, Workspace work);
    }

    private void run(ImageTask task, boolean correlates) {
        pool.run((count + SLICE - 1) / SLICE, (index, worker) -> {
            SliceSums slice = slices[index];
            slice.clear();
            for (int n = index * SLICE; n < Math.min(count, (index + 1) * SLICE); n++) {
                task.run(slice, n, workers[worker]);
            }
            if (correlates) {
                workers[worker].convolution.takeCorrelation(slice.bankGradient, 0);
            }
        });
    }

    private int codeAt(int l, int n) {
        return stagger(l) + n * codeLength;
    }

    private int pointGradientAt(int n) {
        return stagger(spec.layers() - 1) + n * codeLength;
    }

    private int carryAt(int n) {
        return stagger(spec.layers()) + n * codeLength;
    }

    /**
     * Where an array's first code begins. The collector gives large arrays regions to themselves, so that the same value of all of them
     * would lie in the same sets of every cache, and loads would wait for stores that only look as if they went to the same place.
     */
    private static int stagger(int array) {
        return ALIGN + array % 8 * STAGGER;
    }

    private int imageAt(int n) {
        return order[from + n] * imageSize;
    }

    /** v of a layer above the first, into work.point. */
    private void point(int l, int n, Workspace work) {
        BatchNorm norm = norms[l - 1];
        work.passes.normalize(
                work.maps,
                codes[l - 1],
                codeAt(l - 1, n),
                l > 1 ? codes[l - 2] : null,
                codeAt(l - 2, n),
                norm.momentum,
                norm.scale,
                norm.shift,
                work.point);
    }

    /** Takes an image through layer l, into {@code code}; leaves v in work.point and keeps the residual. */
    private void iterate(int l, int n, Workspace work, float[] code, int codeAt) {
        float[] residual = images;
        int residualAt = imageAt(n);
        if (l > 0) {
            point(l, n, work);
            residual = residuals[l - 1];
            residualAt = n * imageSize;
            work.residualOfPoint(weights, l, images, imageAt(n), residual, residualAt);
        }
        work.convolution.analyze(residual, residualAt, weights.filters(l), work.correlations, 0);
        work.passes.shrink(
                work.maps,
                work.correlations,
                l > 0 ? work.point : null,
                step,
                weights.thresholds(l),
                signed,
                code,
                codeAt);
    }

    private void forward(int l, SliceSums slice, int n, Workspace work) {
        iterate(l, n, work, codes[l], codeAt(l, n));
        work.passes.moments(
                work.maps,
                codes[l],
                codeAt(l, n),
                l > 0 ? codes[l - 1] : null,
                codeAt(l - 1, n),
                norms[l].momentum,
                slice.first,
                slice.second);
    }

    private int active(float[] code, int at) {
        int active = 0;
        for (int i = at; i < at + codeLength; i++) {
            active += code[i] != 0 ? 1 : 0;
        }
        return active;
    }

    /** Counted in the first image of each slice, which is enough to show. */
    private double active() {
        long active = 0;
        int counted = (count + SLICE - 1) / SLICE;
        for (int s = 0; s < counted; s++) {
            active += slices[s].active;
        }
        return active / ((double) counted * spec.filters() * spec.geometry().mapSize());
    }

    /** The last layer forward, the objective, and the last layer back. */
    private void turnAround(SliceSums slice, int n, Workspace work) {
        int l = spec.layers() - 1;
        iterate(l, n, work, work.code, 0);
        losses.add(parameters, images, imageAt(n), labels[order[from + n]], count, slice, work);
        work.passes.shrinkGradient(work.maps, work.code, 0, work.gradient);
        layerBack(l, slice, n, work, work.code, 0);
    }

    /** From work.gradient, the gradient g before a layer's shrinkage, to those by its filters, thresholds and the point v. */
    private void layerBack(int l, SliceSums slice, int n, Workspace work, float[] code, int codeAt) {
        if (spec.thresholdLearned()) {
            work.passes.thresholdSums(work.maps, code, codeAt, work.gradient, slice.threshold);
        }
        if (n % SLICE == 0) {
            slice.active = active(code, codeAt);
        }
        if (l == 0) {
            work.convolution.correlate(images, imageAt(n), work.gradient, 0, 1);
            return;
        }
        work.convolution.synthesize(work.gradient, 0, weights.filters(l), work.image, 0);
        work.convolution.correlate(residuals[l - 1], n * imageSize, work.gradient, 0, 1);
        work.convolution.correlate(work.image, 0, work.point, 0, -1);
        work.convolution.analyze(work.image, 0, weights.filters(l), work.correlations, 0);
        work.passes.pointGradient(
                work.maps,
                work.gradient,
                work.correlations,
                step,
                codes[l - 1],
                codeAt(l - 1, n),
                l > 1 ? codes[l - 2] : null,
                codeAt(l - 2, n),
                norms[l - 1].momentum,
                norms[l - 1].mean,
                pointGradient,
                pointGradientAt(n),
                slice.first,
                slice.second);
    }

    private void backward(int l, SliceSums slice, int n, Workspace work) {
        BatchNorm norm = norms[l];
        boolean carried = l + 1 < norms.length;
        work.passes.normGradient(
                work.maps,
                pointGradient,
                pointGradientAt(n),
                codes[l],
                codeAt(l, n),
                l > 0 ? codes[l - 1] : null,
                codeAt(l - 1, n),
                norm.momentum,
                norm.a,
                norm.b,
                norm.c,
                carried ? carry : null,
                l > 0 ? carry : null,
                carryAt(n),
                work.gradient);
        if (l > 0) {
            point(l, n, work);
        }
        layerBack(l, slice, n, work, codes[l], codeAt(l, n));
    }

    /** Sums over slices, and over the filters of an orbit where they share a norm: [filter] in, [channel] out. */
    private double[] channelSums(boolean second) {
        double[] sums = new double[spec.channels()];
        for (int s = 0; s * SLICE < count; s++) {
            double[] part = second ? slices[s].second : slices[s].first;
            for (int k = 0; k < part.length; k++) {
                sums[k % sums.length] += part[k];
            }
        }
        return sums;
    }

    /** Values that one batch-norm channel has in this batch. */
    private double channelSize() {
        return (double) count * spec.geometry().mapSize() * spec.filters() / spec.channels();
    }

    private Result takeHead(float[] gradient) {
        double loss = 0;
        int correct = 0;
        int weight = parameters.layout().entry("head/weight").offset();
        for (int s = 0; s * SLICE < count; s++) {
            SliceSums slice = slices[s];
            loss += slice.loss;
            correct += slice.correct;
            for (int i = 0; i < slice.headGradient.length; i++) {
                gradient[weight + i] += slice.headGradient[i];
            }
        }
        return new Result(loss / count, correct);
    }

    private void takeLayer(int l, float[] gradient) {
        Arrays.fill(bankGradient, 0);
        for (int s = 0; s * SLICE < count; s++) {
            float[] part = slices[s].bankGradient;
            for (int i = 0; i < bankGradient.length; i++) {
                bankGradient[i] += part[i];
            }
        }
        for (int i = 0; i < bankGradient.length; i++) {
            bankGradient[i] *= step;
        }
        weights.pullBack(
                bankGradient, scratch, gradient, parameters.layout().filters(l).offset());
        if (spec.thresholdLearned()) {
            int lambda = parameters.layout().entry("layer" + l + "/lambda").offset();
            for (int s = 0; s * SLICE < count; s++) {
                for (int k = 0; k < spec.filters(); k++) {
                    gradient[lambda + k % spec.channels()] -= (float) (spec.stepSize() * slices[s].threshold[k]);
                }
            }
        }
    }
}
