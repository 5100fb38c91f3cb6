package org.whorl.figure;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertTrue;

class SpectrumFigureTest {
    @Test
    void noNameLiesUnderTheLargestDot() {
        for (int n = 2; n <= 12; n++) {
            for (int k = 0; k < n; k++) {
                double half = PlotText.width(Typeface.plain(PlotText.SIZE), 360 * k / n + "°") / 2;
                double angle = 2 * Math.PI * k / n;
                double out = SpectrumFigure.outside(k, n);
                double across = Math.abs(out * Math.cos(angle)) - half;
                double down = Math.abs(out * Math.sin(angle)) - PlotText.SIZE / 2;
                double apart = Math.hypot(Math.max(0, across), Math.max(0, down));
                assertTrue(apart >= 7, "name " + k + " of " + n + " is " + apart + " points from the dot's middle");
            }
        }
    }
}
