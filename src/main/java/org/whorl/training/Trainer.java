package org.whorl.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.whorl.kernel.Kernels;
import org.whorl.network.Evaluation;
import org.whorl.network.GradientStep;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Parameters;
import org.whorl.network.WorkerPool;

/** A run without its thread: makes one step after another and says how far it is. For one thread at a time. */
final class Trainer implements AutoCloseable {
    /** How far the norms' running statistics move towards each batch's: PyTorch's default. */
    private static final double NORM_MOMENTUM = 0.1;

    private final NetworkSpec spec;
    private final TrainingSettings settings;
    private final PreparedData data;
    private final WorkerPool pool;
    private final GradientStep gradientStep;
    private final Evaluation evaluation;
    private final Parameters parameters;
    private final Optimizer optimizer;
    private final float[] gradient;
    private final AugmentedBatch augmented;
    private final int stepsPerEpoch;
    private Position position = Position.START;
    private int[] order;
    private int orderEpoch = -1;
    private List<Double> activeFractions = List.of();
    private boolean changeWanted;
    private Optional<StepChange> change = Optional.empty();

    Trainer(NetworkSpec spec, TrainingSettings settings, PreparedData data) {
        this.spec = spec;
        this.settings = settings;
        this.data = data;
        pool = new WorkerPool(settings.threads());
        int images = data.trainLabels().length;
        int batch = Math.min(settings.batch(), images);
        gradientStep = new GradientStep(spec, Kernels.best(), pool, batch);
        evaluation = new Evaluation(spec, Kernels.best(), pool);
        parameters = Parameters.initial(spec, settings.seed());
        optimizer = new Optimizer(parameters, settings.clip());
        gradient = new float[parameters.layout().learnedSize()];
        augmented = settings.augmentation().isEmpty()
                ? null
                : new AugmentedBatch(settings.augmentation(), data, pool, batch);
        // A last batch of one image has no variance to normalise by: it is left out.
        stepsPerEpoch = Math.max(1, images / batch + (images % batch > 1 ? 1 : 0));
    }

    Parameters parameters() {
        return parameters;
    }

    Optimizer optimizer() {
        return optimizer;
    }

    Position position() {
        return position;
    }

    int stepsPerEpoch() {
        return stepsPerEpoch;
    }

    /** Share of non-zeros in each layer's code at the last step; empty before it. */
    List<Double> activeFractions() {
        return activeFractions;
    }

    /** Whether steps are to leave behind what they did. */
    void wantChange(boolean wanted) {
        changeWanted = wanted;
    }

    /** What the last step did of those that were to leave it behind; empty before. */
    Optional<StepChange> change() {
        return change;
    }

    boolean finished() {
        return position.epoch() >= settings.epochs();
    }

    boolean atEndOfEpoch() {
        return position.stepInEpoch() == stepsPerEpoch;
    }

    /** Continues from a checkpoint whose arrays have been restored already. */
    void resumeAt(Position restored) {
        position = restored;
        optimizer.adam().resumeAt(restored.step());
    }

    /** The learning rate of the next step. */
    double learningRate() {
        return settings.learningRate()
                * settings.schedule().factor(position.step(), (long) stepsPerEpoch * settings.epochs());
    }

    /** One step. Not to be called at the end of an epoch. */
    StepMetrics step() {
        if (orderEpoch != position.epoch()) {
            order = Order.of(data.trainLabels().length, settings.seed(), position.epoch());
            orderEpoch = position.epoch();
        }
        int from = position.stepInEpoch() * settings.batch();
        int count = Math.min(settings.batch(), order.length - from);
        double rate = learningRate();
        // At first the plain mean over all steps: the start, a variance of 1, is far from codes of a hundredth, and
        // would stay
        // in a running mean for a hundred steps.
        double normMomentum = Math.max(NORM_MOMENTUM, 1.0 / (position.step() + 1));
        GradientStep.Result result = gradient(from, count, normMomentum);
        if (!Double.isFinite(result.loss())) {
            throw new TrainingException("training: expected a finite loss, found " + result.loss() + " at step "
                    + (position.step() + 1) + "; a smaller learning rate or step size may help");
        }
        // The optimizer clips the gradient in place.
        float[] slope = changeWanted ? gradient.clone() : null;
        float[] before = changeWanted ? parameters.values().clone() : null;
        double norm = optimizer.update(gradient, rate);
        if (changeWanted) {
            change = Optional.of(StepChange.of(position.step() + 1, slope, before, parameters));
        }
        position = position.after(result.loss() * count, result.correct(), count);
        List<Double> active = new ArrayList<>(spec.layers());
        for (int l = 0; l < spec.layers(); l++) {
            active.add(gradientStep.activeFraction(l));
        }
        activeFractions = List.copyOf(active);
        double accuracy = spec.objective().classify() > 0 ? (double) result.correct() / count : Double.NaN;
        return new StepMetrics(position.step(), result.loss(), accuracy, rate, norm);
    }

    private GradientStep.Result gradient(int from, int count, double normMomentum) {
        if (augmented == null) {
            return gradientStep.compute(
                    parameters, data.train(), data.trainLabels(), order, from, count, normMomentum, gradient);
        }
        augmented.fill(order, from, count, settings.seed(), position.epoch());
        return gradientStep.compute(
                parameters,
                augmented.images(),
                augmented.labels(),
                augmented.order(),
                0,
                count,
                normMomentum,
                gradient);
    }

    /**
     * Ends an epoch: measures on the test images.
     *
     * @throws CancellationException where the listener said no; the epoch can be ended again
     */
    EpochMetrics endEpoch(Evaluation.Listener listener, double trainSeconds) {
        long start = System.nanoTime();
        Evaluation.Result test = evaluation.run(parameters, data.test(), data.testLabels(), listener);
        boolean classifies = spec.objective().classify() > 0;
        EpochMetrics metrics = new EpochMetrics(
                position.epoch() + 1,
                position.step(),
                position.lossSum() / position.images(),
                classifies ? (double) position.correct() / position.images() : Double.NaN,
                test.loss(),
                classifies ? test.accuracy() : Double.NaN,
                settings.learningRate()
                        * settings.schedule().factor(position.step() - 1L, (long) stepsPerEpoch * settings.epochs()),
                activeFractions,
                trainSeconds + (System.nanoTime() - start) / 1e9,
                trainSeconds > 0 ? position.images() / trainSeconds : 0);
        position = position.nextEpoch();
        return metrics;
    }

    /** Ends an epoch without measuring. */
    void skipTest() {
        position = position.nextEpoch();
    }

    @Override
    public void close() {
        pool.close();
    }
}
