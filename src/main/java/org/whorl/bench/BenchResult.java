package org.whorl.bench;

/**
 * What a benchmark measured; rates are medians over its rounds.
 *
 * @param trainImagesPerSecond whole training steps: gradient, clipping, Adam, normalising
 * @param nd4jTrainImagesPerSecond the same gradient by ND4J's own conv2d, without clipping and Adam
 * @param inferenceImagesPerSecond class scores, on all threads
 * @param gflopPerImage of a training step, counted from the shape: the products of its kernels
 * @param gflops gflopPerImage · trainImagesPerSecond, 10⁹ operations a second
 * @param fmaPeakGflops multiply-adds in registers, on all threads
 * @param matmulGflops ND4J's best product of two matrices of 2048×2048
 * @param efficiency gflops / fmaPeakGflops
 * @param latencyMsMedian one image with every layer's maps, on one thread
 * @param latencyMsP99 99 % of the images took no longer
 * @param bytesPerStep allocated on the Java heap by a training step, all threads
 * @param residentMb the process's memory while it trains, 10⁶ bytes; −1 where the system does not tell
 * @param kernels which implementation ran
 */
public record BenchResult(
        double trainImagesPerSecond,
        double nd4jTrainImagesPerSecond,
        double inferenceImagesPerSecond,
        double gflopPerImage,
        double gflops,
        double fmaPeakGflops,
        double matmulGflops,
        double efficiency,
        double latencyMsMedian,
        double latencyMsP99,
        long bytesPerStep,
        double residentMb,
        String kernels) {
    /** How many times as fast as ND4J's own operations training is. */
    public double speedupOverNd4j() {
        return trainImagesPerSecond / nd4jTrainImagesPerSecond;
    }
}
