package org.whorl.ui.model.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.whorl.figure.CurveFigure.Mark;
import org.whorl.training.EpochMetrics;
import org.whorl.training.LayerUpdate;
import org.whorl.training.MetricsHistory;
import org.whorl.training.SettingsHistory;
import org.whorl.training.StepCurve;
import org.whorl.training.StepCurves;
import org.whorl.training.StepMetrics;

/** The curves of one run, and the pace at which they grow. FX thread only. */
public final class Curves {
    private final Curve trainLoss;
    private final Curve trainAccuracy;
    private final Curve testLoss = new Curve(0);
    private final Curve testAccuracy = new Curve(0);
    private final Curve testPsnr = new Curve(0);
    private final Curve form;
    private final Curve learningRate;
    private final Curve gradientNorm;
    private final List<Curve> gradientNorms = new ArrayList<>();
    private final List<Curve> updateRatios = new ArrayList<>();
    /** Whether there is no more than an average of each epoch: averages of averages would be called what they are not. */
    private final boolean ofEpochs;

    private double memory;
    private int lastStep;
    private int epochs;
    private SettingsHistory settings;
    private List<Mark> marks = List.of();

    /**
     * Takes over what is new.
     *
     * @param stepsPerEpoch so that steps can be drawn in epochs
     * @return whether there was anything
     */
    public boolean take(MetricsHistory history, int stepsPerEpoch) {
        if (stepsPerEpoch <= 0) {
            return false;
        }
        List<StepMetrics> newSteps = history.stepsAfter(lastStep);
        for (StepMetrics step : newSteps) {
            lastStep = step.step();
            double at = (double) lastStep / stepsPerEpoch;
            trainLoss.add(at, step.loss());
            trainAccuracy.add(at, step.accuracy());
            learningRate.add(at, step.learningRate());
            form.add(at, step.form());
            gradientNorm.add(at, step.gradientNorm());
            for (int l = 0; l < step.layers().size(); l++) {
                if (l == updateRatios.size()) {
                    updateRatios.add(new Curve(memory));
                }
                // A run that goes on has no gradients of before: they are not kept.
                if (l == gradientNorms.size()) {
                    gradientNorms.add(new Curve(memory));
                }
                LayerUpdate layer = step.layers().get(l);
                gradientNorms.get(l).add(at, layer.gradientNorm());
                updateRatios.get(l).add(at, layer.ratio());
            }
        }
        List<EpochMetrics> newEpochs = history.epochsFrom(epochs);
        newEpochs.forEach(this::addTest);
        epochs += newEpochs.size();
        return !newSteps.isEmpty() || !newEpochs.isEmpty();
    }

    /** An epoch that was not tested leaves no point. */
    private void addTest(EpochMetrics epoch) {
        if (!Double.isNaN(epoch.testLoss())) {
            testLoss.add(epoch.epoch(), epoch.testLoss());
            testAccuracy.add(epoch.epoch(), epoch.testAccuracy());
        }
        if (!Double.isNaN(epoch.testPsnr())) {
            testPsnr.add(epoch.epoch(), epoch.testPsnr());
        }
    }

    /** The curves of a run that has not begun. */
    public Curves() {
        this(new StepCurves(1), false);
    }

    private Curves(StepCurves kept, boolean ofEpochs) {
        this.ofEpochs = ofEpochs;
        memory = ofEpochs ? 0 : Smoothing.DEFAULT;
        trainLoss = curve(kept, StepCurves.LOSS, memory);
        trainAccuracy = curve(kept, StepCurves.ACCURACY, memory);
        learningRate = curve(kept, StepCurves.LEARNING_RATE, 0);
        gradientNorm = curve(kept, StepCurves.GRADIENT_NORM, memory);
        form = curve(kept, StepCurves.FORM, 0);
        for (int l = 1; kept.of(StepCurves.update(l)).isPresent(); l++) {
            gradientNorms.add(curve(kept, StepCurves.gradientNorm(l), memory));
            updateRatios.add(curve(kept, StepCurves.update(l), memory));
        }
    }

    private static Curve curve(StepCurves kept, String quantity, double memory) {
        return new Curve(kept.of(quantity).map(c -> c.in(kept.stepsPerEpoch())).orElseGet(StepCurve::new), memory);
    }

    /** The curves of a run that is kept, as they were drawn while it went on. They grow on where the run goes on. */
    static Curves of(StepCurves steps, List<EpochMetrics> kept) {
        Curves curves = new Curves(steps, false);
        kept.forEach(curves::addTest);
        curves.epochs = kept.size();
        return curves;
    }

    /** The curves of a run that kept no steps: a point an epoch, the mean of its steps, not smoothed. They grow on where the run goes on. */
    static Curves of(List<EpochMetrics> kept) {
        Curves curves = new Curves(new StepCurves(1), true);
        for (EpochMetrics epoch : kept) {
            curves.trainLoss.add(epoch.epoch(), epoch.trainLoss());
            curves.trainAccuracy.add(epoch.epoch(), epoch.trainAccuracy());
            curves.addTest(epoch);
            if (!epoch.form().isEmpty()) {
                curves.form.add(epoch.epoch(), epoch.form().get(0));
            }
            curves.learningRate.add(epoch.epoch(), epoch.learningRate());
            curves.gradientNorm.add(epoch.epoch(), epoch.gradientNorm());
            for (int l = 0; l < epoch.updateRatios().size(); l++) {
                if (l == curves.updateRatios.size()) {
                    curves.updateRatios.add(new Curve(curves.memory));
                }
                curves.updateRatios
                        .get(l)
                        .add(epoch.epoch(), epoch.updateRatios().get(l));
            }
        }
        curves.epochs = kept.size();
        return curves;
    }

    /** Marks where settings were changed; those that are yet to be, in a run that is repeated, are not marked. */
    void mark(SettingsHistory history, int stepsPerEpoch, int step) {
        if (stepsPerEpoch > 0 && !history.equals(settings)) {
            settings = history;
            marks = history.changes().stream()
                    .filter(change -> change.step() <= step)
                    .map(change -> new Mark((double) change.step() / stepsPerEpoch, history.describe(change)))
                    .toList();
        }
    }

    /** Where settings were changed while the run went on. */
    public List<Mark> marks() {
        return marks;
    }

    /** Smooths what steps measured anew; how much is the share of an average that stays at each new value, 0 to below 1. */
    public void setMemory(double newMemory) {
        if (newMemory != memory && !ofEpochs) {
            memory = newMemory;
            trainLoss.setMemory(memory);
            trainAccuracy.setMemory(memory);
            gradientNorm.setMemory(memory);
            gradientNorms.forEach(curve -> curve.setMemory(memory));
            updateRatios.forEach(curve -> curve.setMemory(memory));
        }
    }

    /** Whether points of training are means of whole epochs, since the steps were not kept. */
    public boolean ofEpochs() {
        return ofEpochs;
    }

    public Curve trainLoss() {
        return trainLoss;
    }

    public Curve trainAccuracy() {
        return trainAccuracy;
    }

    public Curve testLoss() {
        return testLoss;
    }

    public Curve testAccuracy() {
        return testAccuracy;
    }

    /** Of the reconstructions, in decibels; without points where the run does not reconstruct. */
    public Curve testPsnr() {
        return testPsnr;
    }

    /** How far the first layer's filters have form: their median coherence; without points in runs of before it was measured. */
    public Curve form() {
        return form;
    }

    /** The rate of each step. */
    public Curve learningRate() {
        return learningRate;
    }

    /** Of all parameters together, before clipping. */
    public Curve gradientNorm() {
        return gradientNorm;
    }

    /** Of each layer's filters, before clipping; one where layers share them. */
    public List<Curve> gradientNorms() {
        return Collections.unmodifiableList(gradientNorms);
    }

    /** How far each step moved each layer's filters, by their own length. */
    public List<Curve> updateRatios() {
        return Collections.unmodifiableList(updateRatios);
    }
}
