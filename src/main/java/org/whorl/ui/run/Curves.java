package org.whorl.ui.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.whorl.figure.CurveFigure.Mark;
import org.whorl.training.EpochMetrics;
import org.whorl.training.LayerUpdate;
import org.whorl.training.MetricsHistory;
import org.whorl.training.SettingsHistory;
import org.whorl.training.StepMetrics;

/** The curves of one run, and the pace at which they grow. FX thread only. */
public final class Curves {
    private final Curve trainLoss = new Curve(Smoothing.DEFAULT);
    private final Curve trainAccuracy = new Curve(Smoothing.DEFAULT);
    private final Curve testLoss = new Curve(0);
    private final Curve testAccuracy = new Curve(0);
    private final Curve testPsnr = new Curve(0);
    private final Curve learningRate = new Curve(0);
    private final Curve gradientNorm = new Curve(Smoothing.DEFAULT);
    private final List<Curve> gradientNorms = new ArrayList<>();
    private final List<Curve> updateRatios = new ArrayList<>();
    private double memory = Smoothing.DEFAULT;
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
            gradientNorm.add(at, step.gradientNorm());
            for (int l = 0; l < step.layers().size(); l++) {
                if (l == updateRatios.size()) {
                    gradientNorms.add(new Curve(memory));
                    updateRatios.add(new Curve(memory));
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

    /** The curves of a run that is kept: a point an epoch. */
    static Curves of(List<EpochMetrics> kept) {
        Curves curves = new Curves();
        for (EpochMetrics epoch : kept) {
            curves.trainLoss.add(epoch.epoch(), epoch.trainLoss());
            curves.trainAccuracy.add(epoch.epoch(), epoch.trainAccuracy());
            curves.addTest(epoch);
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
        if (newMemory != memory) {
            memory = newMemory;
            trainLoss.setMemory(memory);
            trainAccuracy.setMemory(memory);
            gradientNorm.setMemory(memory);
            gradientNorms.forEach(curve -> curve.setMemory(memory));
            updateRatios.forEach(curve -> curve.setMemory(memory));
        }
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
