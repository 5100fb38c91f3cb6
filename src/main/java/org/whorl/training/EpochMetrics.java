package org.whorl.training;

import java.util.List;

/**
 * What one epoch measured: a line of metrics.csv (all but the last two, which depend on the machine).
 *
 * @param epoch from 1
 * @param step steps done since the start
 * @param trainLoss mean over the epoch's steps
 * @param trainAccuracy mean over the epoch's steps, 0 to 1
 * @param testLoss after the epoch; NaN where it was not tested
 * @param testAccuracy after the epoch, 0 to 1; NaN where it was not tested, or does not classify
 * @param testPsnr of the reconstructions after the epoch in decibels; NaN where it was not tested, or does not reconstruct
 * @param learningRate the last step's
 * @param activeFractions share of non-zeros in each layer's code, mean over the epoch's last step
 * @param gradientNorm before clipping, mean over the epoch's steps
 * @param updateRatios update : parameter of each layer's filters, mean over the epoch's steps; empty in runs of before it was measured
 * @param form how far each layer's filters have form after the epoch, the median coherence, 0 to 1; empty in runs of before it was
 *     measured
 * @param generatorAngles the learned angles after the epoch in degrees, one for all layers or one for each; empty where none is learned
 * @param seconds the epoch took, with its test
 * @param imagesPerSecond training images a second, without the test
 */
public record EpochMetrics(
        int epoch,
        int step,
        double trainLoss,
        double trainAccuracy,
        double testLoss,
        double testAccuracy,
        Double testPsnr,
        double learningRate,
        List<Double> activeFractions,
        double gradientNorm,
        List<Double> updateRatios,
        List<Double> form,
        List<Double> generatorAngles,
        double seconds,
        double imagesPerSecond) {
    public EpochMetrics {
        if (epoch < 0 || step < 0 || activeFractions == null) {
            throw new IllegalArgumentException("epoch: expected its number, its steps and shares of codes, found epoch "
                    + epoch + ", step " + step + (activeFractions == null ? ", no shares" : ""));
        }
        // A checkpoint of before it was measured has none.
        testPsnr = testPsnr == null ? Double.NaN : testPsnr;
        activeFractions = List.copyOf(activeFractions);
        form = form == null ? List.of() : List.copyOf(form);
        updateRatios = updateRatios == null ? List.of() : List.copyOf(updateRatios);
        generatorAngles = generatorAngles == null ? List.of() : List.copyOf(generatorAngles);
    }

    /** The same of a network that learns no angle. */
    public EpochMetrics(
            int epoch,
            int step,
            double trainLoss,
            double trainAccuracy,
            double testLoss,
            double testAccuracy,
            Double testPsnr,
            double learningRate,
            List<Double> activeFractions,
            double gradientNorm,
            List<Double> updateRatios,
            List<Double> form,
            double seconds,
            double imagesPerSecond) {
        this(
                epoch,
                step,
                trainLoss,
                trainAccuracy,
                testLoss,
                testAccuracy,
                testPsnr,
                learningRate,
                activeFractions,
                gradientNorm,
                updateRatios,
                form,
                List.of(),
                seconds,
                imagesPerSecond);
    }
}
