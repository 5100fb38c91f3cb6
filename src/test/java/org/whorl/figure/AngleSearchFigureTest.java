package org.whorl.figure;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class AngleSearchFigureTest {
    @Test
    void aNameStandsAboveTheMarksAtTheFootAndAboveTheNameBeforeIt() {
        double foot = 110;
        double first = AngleSearchFigure.nameHeight(foot - 2, foot - 11);
        assertEquals(foot - 11, first, "a point at the foot");
        double second = AngleSearchFigure.nameHeight(foot - 4, first - PlotText.LINE);
        assertTrue(first - second >= PlotText.SIZE, "two points that nearly meet: " + first + " and " + second);
        assertEquals(60, AngleSearchFigure.nameHeight(60, first - PlotText.LINE), "else at its point");
    }
}
