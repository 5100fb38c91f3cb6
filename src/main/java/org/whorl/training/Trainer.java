package org.whorl.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.whorl.kernel.Kernels;
import org.whorl.network.Batch;
import org.whorl.network.Evaluation;
import org.whorl.network.GradientStep;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Parameters;
import org.whorl.network.WorkerPool;

/** A run without its thread: makes one step after another and says how far it is. For one thread at a time. */
final class Trainer implements AutoCloseable {
    /** How far the norms' running statistics move towards each batch's: PyTorch's default. */
    private static final double NORM_MOMENTUM = 0.1;

    private final TrainingSettings settings;
    private final PreparedData data;
    private final WorkerPool pool;
    private final Optimizer optimizer;
    private final float[] gradient;
    private final TrainingBatch images;
    private final int batch;
    private final int stepsPerEpoch;
    private final FormMeasure form;
    private SettingsHistory history;
    private LiveSettings live;
    private NetworkSpec spec;
    private Parameters parameters;
    private GradientStep gradientStep;
    private Evaluation evaluation;
    private Position position = Position.START;
    private int[] order;
    private int orderEpoch = -1;
    private Optional<EpochTest> latestTest = Optional.empty();
    private final AngleLearning angleLearning;
    private List<AngleStart> angleStarts = List.of();
    private boolean changeWanted;
    private Optional<StepChange> lastChange = Optional.empty();

    Trainer(NetworkSpec spec, TrainingSettings settings, PreparedData data) {
        this(spec, settings, List.of(), data);
    }

    /**
     * @param changes of settings that are known already, of a run that is continued or repeated
     */
    Trainer(NetworkSpec spec, TrainingSettings settings, List<SettingsChange> changes, PreparedData data) {
        this.spec = spec;
        angleLearning = new AngleLearning(spec, settings);
        this.settings = settings;
        this.data = data;
        live = LiveSettings.of(settings, spec);
        history = new SettingsHistory(live, changes);
        int images = data.trainLabels().length;
        batch = Math.min(settings.batch(), images);
        parameters = Parameters.initial(spec, settings.seed());
        FilterStart.apply(settings.start(), parameters, settings.seed(), data);
        List<Double> starts = settings.get(TrainingSettings.START_ANGLES).degrees();
        if (starts.size() == 1) {
            parameters.setGeneratorAngle(starts.get(0));
        }
        optimizer = new Optimizer(parameters.layout());
        gradient = new float[parameters.layout().learnedSize()];
        pool = new WorkerPool(settings.threads());
        try {
            build();
            this.images = new TrainingBatch(settings.augmentation(), data, pool, batch);
        } catch (RuntimeException | Error e) {
            // A trainer that was not made cannot be closed, and its threads would wait for ever.
            pool.close();
            throw e;
        }
        // A last batch of one image has no variance to normalise by: it is left out.
        stepsPerEpoch = Math.max(1, images / batch + (images % batch > 1 ? 1 : 0));
        form = new FormMeasure(stepsPerEpoch);
    }

    private void build() {
        // What is there goes first: both at once may not fit.
        gradientStep = null;
        evaluation = null;
        gradientStep = new GradientStep(spec, Kernels.best(), pool, batch);
        evaluation = new Evaluation(spec, Kernels.best(), pool);
    }

    /** The settings and their changes, of which some may be yet to come where a run is repeated. */
    SettingsHistory settings() {
        return history;
    }

    /**
     * Goes on with other settings from the next step on.
     *
     * @throws IllegalArgumentException where one is out of range; then nothing is changed
     */
    void change(LiveSettings wanted) {
        wanted.in(settings);
        wanted.in(spec);
        history = history.with(position.step(), wanted);
        takeSettings(position.step());
    }

    /** Those of the step that comes after so many. */
    private void takeSettings(int steps) {
        LiveSettings before = live;
        live = history.after(steps);
        NetworkSpec network = live.equals(before) ? spec : live.in(spec);
        if (!network.equals(spec)) {
            spec = network;
            parameters = parameters.with(spec);
            build();
        }
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

    /** Whether steps are to leave behind what they did. */
    void wantChange(boolean wanted) {
        changeWanted = wanted;
    }

    /** What the last step did of those that were to leave it behind; empty before. */
    Optional<StepChange> lastChange() {
        return lastChange;
    }

    /** What the last epoch's test found; empty before the first, and in a run that was resumed. */
    Optional<EpochTest> latestTest() {
        return latestTest;
    }

    /** An epoch that has begun is finished, even where there are to be fewer now. */
    boolean finished() {
        return position.stepInEpoch() == 0 && position.epoch() >= live.epochs();
    }

    boolean atEndOfEpoch() {
        return position.stepInEpoch() == stepsPerEpoch;
    }

    /** Continues from a checkpoint, whose arrays are to be put into {@link #parameters} and {@link #optimizer} afterwards. */
    void resumeAt(Position restored) {
        if (restored.stepInEpoch() > stepsPerEpoch) {
            throw new TrainingException("checkpoint: expected at most " + stepsPerEpoch + " steps of an epoch, found "
                    + restored.stepInEpoch());
        }
        position = restored;
        // A test that is still to be made belongs to the step before it.
        takeSettings(atEndOfEpoch() ? position.step() - 1 : position.step());
        optimizer.adam().resumeAt(restored.step());
    }

    private double learningRate(long step) {
        return live.learningRate() * live.schedule().factor(step, steps());
    }

    private long steps() {
        return (long) stepsPerEpoch * live.epochs();
    }

    /** What came of the angles that were begun from, so far. */
    List<AngleStart> angleStarts() {
        return angleStarts;
    }

    /** Notes what came of the angles that were begun from. */
    void setAngleStarts(List<AngleStart> starts) {
        angleStarts = List.copyOf(starts);
    }

    /** One step. Not to be called at the end of an epoch. */
    StepMetrics step() {
        long start = System.nanoTime();
        takeSettings(position.step());
        if (orderEpoch != position.epoch()) {
            order = Order.of(data.trainLabels().length, settings.seed(), position.epoch());
            orderEpoch = position.epoch();
        }
        int from = position.stepInEpoch() * settings.batch();
        int count = Math.min(settings.batch(), order.length - from);
        double rate = learningRate(position.step());
        // At first the plain mean over all steps: the start, a variance of 1, is far from codes of a hundredth, and
        // would stay in a running mean for a hundred steps.
        double normMomentum = Math.max(NORM_MOMENTUM, 1.0 / (position.step() + 1));
        angleLearning.snap(parameters, position.step(), steps());
        GradientStep.Result result = gradient(from, count, normMomentum);
        checkFinite("loss", result.loss());
        angleLearning.addClosure(parameters, gradient, position.step(), steps());
        if (angleLearning.keepsNorms()) {
            optimizer.keepNorms(parameters, gradient);
        }
        double gradientNorm = optimizer.norm(gradient);
        checkFinite("gradient", gradientNorm);
        // The optimizer clips the gradient in place.
        float[] slope = changeWanted ? gradient.clone() : null;
        float[] before = changeWanted ? parameters.values().clone() : null;
        Optimizer.Update update = optimizer.update(
                parameters,
                gradient,
                gradientNorm,
                rate,
                angleLearning.rate(parameters, position.step(), steps()),
                live.clip());
        if (changeWanted) {
            lastChange = Optional.of(StepChange.of(position.step() + 1, slope, before, parameters));
        }
        List<Double> active = new ArrayList<>(spec.layers());
        for (int l = 0; l < spec.layers(); l++) {
            active.add(gradientStep.activeFraction(l));
        }
        double accuracy = spec.objective().classifies() ? (double) result.correct() / count : Double.NaN;
        StepMetrics metrics = new StepMetrics(
                position.step() + 1,
                result.loss(),
                accuracy,
                rate,
                update.gradientNorm(),
                form.after(position.step() + 1, parameters),
                update.layers());
        position = position.after(metrics, result.correct(), count, active, (System.nanoTime() - start) / 1e9);
        return metrics;
    }

    /** Parameters that are no numbers would be all that is left of a run. */
    private void checkFinite(String what, double value) {
        if (!Double.isFinite(value)) {
            throw new TrainingException("training: expected a finite " + what + ", found " + value + " at step "
                    + (position.step() + 1) + "; a smaller learning rate or step size may help");
        }
    }

    private GradientStep.Result gradient(int from, int count, double normMomentum) {
        Batch batch = images.of(order, from, count, settings.seed(), position.epoch());
        return gradientStep.compute(parameters, batch, normMomentum, gradient);
    }

    /**
     * Ends an epoch: measures on the test images, where it is the turn of this epoch.
     *
     * @throws CancellationException where the listener said no; the epoch can be ended again
     */
    EpochMetrics endEpoch(Evaluation.Listener listener) {
        long start = System.nanoTime();
        boolean tested = (position.epoch() + 1) % settings.testEvery() == 0 || position.epoch() + 1 >= live.epochs();
        Evaluation.Result test = tested
                ? evaluation.run(parameters, data.preparation(), data::copyTest, data.testLabels(), listener)
                : Evaluation.Result.NONE;
        boolean classifies = spec.objective().classifies();
        EpochMetrics metrics = new EpochMetrics(
                position.epoch() + 1,
                position.step(),
                position.lossSum() / position.images(),
                classifies ? (double) position.correct() / position.images() : Double.NaN,
                test.loss(),
                classifies ? test.accuracy() : Double.NaN,
                test.psnr(),
                learningRate(position.step() - 1L),
                position.activeFractions(),
                position.gradientNormSum() / stepsPerEpoch,
                position.updateSums().stream().map(sum -> sum / stepsPerEpoch).toList(),
                FormMeasure.ofBanks(spec, parameters),
                parameters.generatorAngles(),
                position.seconds() + (System.nanoTime() - start) / 1e9,
                position.seconds() > 0 ? position.images() / position.seconds() : 0);
        if (tested) {
            latestTest = Optional.of(new EpochTest(metrics.epoch(), data.testLabels(), test));
        }
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
