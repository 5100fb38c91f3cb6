package org.whorl.training;

/** Recent speed, and from it the time that is left. Written by the training thread, read by any. */
final class Speed {
    private static final double KEEP = 0.9;

    private double seconds;
    private double images;
    private double steps;
    private double testSeconds;

    /** One step; older steps count less and less. */
    synchronized void step(int count, double took) {
        seconds = KEEP * seconds + took;
        images = KEEP * images + count;
        steps = KEEP * steps + 1;
    }

    /** The test after an epoch. */
    synchronized void epochEnd(double took) {
        testSeconds = took;
    }

    synchronized double imagesPerSecond() {
        return seconds > 0 ? images / seconds : 0;
    }

    /** Seconds for so many steps and tests; NaN before the first step. */
    synchronized double secondsFor(long stepsLeft, int testsLeft) {
        return steps > 0 ? stepsLeft * seconds / steps + testsLeft * testSeconds : Double.NaN;
    }
}
