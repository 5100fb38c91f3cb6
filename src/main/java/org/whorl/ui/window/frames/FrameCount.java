package org.whorl.ui.window.frames;

/**
 * What the FX thread did, from pulse to pulse, and how many of the frames showed codes that had not been seen before. Needs no screen.
 */
final class FrameCount {
    private static final double NANOS = 1e6;

    private long last;
    private long lastWork;
    private long frames;
    private double longest;
    private double work;
    private double mostWork;
    private long codes;
    private long turned;
    private Object turn;
    private boolean drawn;
    private boolean drawnTurned;

    /**
     * A pulse begins.
     *
     * @param now in nanoseconds
     * @param worked what the FX thread has computed since it began, in nanoseconds
     */
    void pulse(long now, long worked) {
        if (last != 0) {
            double millis = (worked - lastWork) / NANOS;
            longest = Math.max(longest, (now - last) / NANOS);
            mostWork = Math.max(mostWork, millis);
            work += millis;
            frames++;
        }
        last = now;
        lastWork = worked;
    }

    /**
     * Codes were drawn. Drawn twice before {@link #shown}, they count once: the first was never seen.
     *
     * @param newTurn how the input and the dial stand
     */
    void drawn(Object newTurn) {
        drawn = true;
        drawnTurned |= !newTurn.equals(turn);
        turn = newTurn;
    }

    /** What has been drawn goes to the screen. */
    void shown() {
        codes += drawn ? 1 : 0;
        turned += drawnTurned ? 1 : 0;
        drawn = false;
        drawnTurned = false;
    }

    /** Forgets what it has counted, but not when the last pulse was. */
    void reset() {
        frames = 0;
        longest = 0;
        work = 0;
        mostWork = 0;
        codes = 0;
        turned = 0;
    }

    long frames() {
        return frames;
    }

    /** The longest time between two pulses, in milliseconds. */
    double longestMillis() {
        return longest;
    }

    /** What the FX thread computed in a mean frame, in milliseconds; 0 where Java cannot tell. */
    double meanWorkMillis() {
        return frames == 0 ? 0 : work / frames;
    }

    /** The most that the FX thread computed between two pulses, in milliseconds. */
    double mostWorkMillis() {
        return mostWork;
    }

    /** Frames that showed every layer's codes anew. */
    long codes() {
        return codes;
    }

    /** Those of them for which the input or the dial stood elsewhere than in the one before. */
    long turned() {
        return turned;
    }
}
