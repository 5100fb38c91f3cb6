package org.whorl.ui.control.dial;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DialScaleTest {
    @Test
    void theLeastAngleAndTheWholeTurnStandApart() {
        double apart = DialScale.place(1) + 360 - DialScale.place(360);
        assertTrue(apart >= 18, apart + "° between 1° and 360°");
    }

    @Test
    void theWholeTurnIsTheWholeCircleWithItsKnobAtTheTop() {
        assertEquals(360, DialScale.place(360));
        assertEquals(1, DialScale.closed(360), "no gap is left");
        assertEquals(0, DialScale.closed(180), "which is there everywhere else");
    }

    @Test
    void everyStopIsFoundAgainWhereItStandsAndInOrder() {
        double before = 0;
        for (int stop : AngleDial.STOPS) {
            double place = DialScale.place(stop);
            assertTrue(place > before, stop + "° stands at " + place);
            assertEquals(stop, DialScale.angle(place), 1e-9);
            before = place;
        }
    }

    @Test
    void mostAnglesStandAtTheirOwnPlaceAndTheGapBelongsToItsEnds() {
        for (int stop : new int[] {30, 45, 90, 180}) {
            assertEquals(stop, DialScale.place(stop));
        }
        assertEquals(1, DialScale.angle(12));
        assertEquals(360, DialScale.angle(2), "nearer to the top than to the least angle");
        assertEquals(360, AngleDial.nearestStop(DialScale.angle(358)));
    }
}
