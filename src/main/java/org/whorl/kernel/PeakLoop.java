package org.whorl.kernel;

/** A loop of multiply-adds that touches no memory: the most that one thread of this machine can do. */
public interface PeakLoop {
    /** Runs so many rounds; returns a number that depends on all of them, so that none can be left out. */
    float run(int rounds);

    /** Floating-point operations of a round. */
    int flopsPerRound();
}
