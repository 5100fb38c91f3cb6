package org.whorl.ui.control.dial;

import org.junit.jupiter.api.Test;
import org.whorl.group.CyclicGroup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RosetteTest {
    @Test
    void showsAllOfASmallOrbitAndAnEvenShareOfALargeOne() {
        assertEquals(1, Rosette.stride(1));
        assertEquals(1, Rosette.stride(24));
        for (int stop : CyclicGroup.wholeDegrees()) {
            int order = 360 / stop;
            int stride = Rosette.stride(order);
            assertEquals(0, order % stride, "the copies shown of C" + order + " are evenly spaced");
            assertTrue(order / stride <= Rosette.MOST);
        }
    }
}
