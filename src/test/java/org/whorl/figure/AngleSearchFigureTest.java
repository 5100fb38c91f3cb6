package org.whorl.figure;

import java.util.List;

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

    private static AngleSearchFigure of(double... angles) {
        AngleSearchFigure.Way best =
                new AngleSearchFigure.Way(45, angles, new double[angles.length], AngleSearchFigure.Kind.BEST);
        return new AngleSearchFigure(6, List.of(best), new double[0], new double[0]);
    }

    @Test
    void theLegendNamesNoLineThatIsNotDrawn() {
        assertEquals(1, of(45, 60).legend().size());
        assertEquals(List.of(), of(60).legend(), "of a model only the end of a start is known");
    }

    @Test
    void anAxisSaysWhatItMeasures() {
        AngleSearchFigure search = of(45, 60);
        assertEquals("unexplained", search.leftName());
        assertEquals("", search.rightName(), "there is none");
        AngleSearchFigure model =
                new AngleSearchFigure(6, search.ways(), new double[] {50, 60}, new double[] {290, 280});
        assertEquals("objective", model.rightName());
    }

    private static String words(AngleSearchFigure.Kind kind, double... angles) {
        AngleSearchFigure.Way way = new AngleSearchFigure.Way(100, angles, new double[angles.length], kind);
        return new AngleSearchFigure(6, List.of(way), new double[0], new double[0]).description();
    }

    @Test
    void whatIsGreyAndWhyALineGoesOnElsewhereIsSaid() {
        String steps = words(AngleSearchFigure.Kind.TRIED, 100, 103, 105);
        assertTrue(steps.contains("Grey are the other starts.") && !steps.contains("jump"), steps);
        String jump = words(AngleSearchFigure.Kind.TRIED, 120, 121, 60);
        assertTrue(jump.contains("A long, nearly level stretch is a jump: there a start looked around"), jump);
        assertTrue(words(AngleSearchFigure.Kind.BEST, 120, 60).contains("jump"), "that of the best as well");
        String point = words(AngleSearchFigure.Kind.TRIED, 120);
        assertTrue(point.contains("Grey points are where the other starts ended."), point);
        assertEquals("", of(45, 47).others());
    }
}
