package org.whorl.ui.chart;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class EpochWindowTest {
    private final EpochWindow window = new EpochWindow();

    private void shows(double from, double to) {
        assertEquals(from, window.from(), 1e-9);
        assertEquals(to, window.to(), 1e-9);
    }

    @Test
    void showsTheWholeRunHoweverLongItBecomes() {
        window.setWhole(10);
        shows(0, 10);
        window.setWhole(20);
        shows(0, 20);
        assertFalse(window.isZoomed());
    }

    @Test
    void zoomingLeavesWhatIsUnderTheCursorWhereItIs() {
        window.setWhole(10);
        window.zoom(2, 0.5);
        shows(1, 6);
        assertEquals(0.2, (2 - window.from()) / (window.to() - window.from()), 1e-9);
        assertTrue(window.isZoomed());
        window.zoom(2, 2);
        shows(0, 10);
        assertFalse(window.isZoomed());
    }

    @Test
    void aZoomedChartStaysThereWhileTheRunGrows() {
        window.setWhole(10);
        window.zoomTo(6, 4);
        window.setWhole(30);
        shows(4, 6);
    }

    @Test
    void panningStopsAtBothEnds() {
        window.setWhole(10);
        window.zoomTo(4, 6);
        window.pan(0.5);
        shows(5, 7);
        window.pan(100);
        shows(8, 10);
        window.pan(-100);
        shows(0, 2);
        window.reset();
        shows(0, 10);
    }

    @Test
    void theWholeRunCannotBePanned() {
        window.setWhole(10);
        window.pan(0.3);
        shows(0, 10);
    }

    @Test
    void noUserCanZoomIntoNothing() {
        window.setWhole(10);
        for (int i = 0; i < 500; i++) {
            window.zoom(3, 0.5);
        }
        assertTrue(window.to() > window.from());
        assertEquals(3, window.from(), 0.01);
    }
}
