package org.whorl.ui.window.frames;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class FrameCountTest {
    private static final long MILLI = 1_000_000;

    private final FrameCount count = new FrameCount();

    @Test
    void aFrameIsAsLongAsFromOnePulseToTheNext() {
        count.pulse(100 * MILLI, 10 * MILLI);
        assertEquals(0, count.frames());
        count.pulse(116 * MILLI, 14 * MILLI);
        count.pulse(150 * MILLI, 16 * MILLI);
        assertEquals(2, count.frames());
        assertEquals(34, count.longestMillis());
        assertEquals(4, count.mostWorkMillis());
        assertEquals(3, count.meanWorkMillis());
    }

    @Test
    void whatNoUserSawIsNotCounted() {
        count.drawn("10°");
        count.drawn("20°");
        count.shown();
        assertEquals(1, count.codes());
        assertEquals(1, count.turned());
        count.shown();
        assertEquals(1, count.codes());
    }

    @Test
    void newCodesOfTheSameTurnAreCodesButNoTurn() {
        count.drawn("10°");
        count.shown();
        count.drawn("10°");
        count.shown();
        assertEquals(2, count.codes());
        assertEquals(1, count.turned());
    }

    @Test
    void aNewSecondBeginsAtNothingButKnowsTheLastPulse() {
        count.pulse(100 * MILLI, 0);
        count.reset();
        count.pulse(120 * MILLI, 0);
        assertEquals(1, count.frames());
        assertEquals(20, count.longestMillis());
    }
}
