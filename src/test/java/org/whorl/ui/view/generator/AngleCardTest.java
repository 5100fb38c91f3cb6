package org.whorl.ui.view.generator;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.whorl.figure.AngleSearchFigure;
import org.whorl.figure.AngleSearchFigure.Kind;
import org.whorl.figure.AngleSearchFigure.Way;
import org.whorl.figure.Figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

class AngleCardTest {
    private static AngleSearchFigure search(Way... ways) {
        return new AngleSearchFigure(6, List.of(ways), new double[0], new double[0]);
    }

    @Test
    void thePictureIsAsHighBeforeTheSearchAsInTheEnd() {
        AngleSearchFigure end = new AngleSearchFigure(
                6,
                List.of(
                        new Way(30, new double[] {40, 60}, new double[] {0.3, 0.2}, Kind.BEST),
                        new Way(60, new double[] {61}, new double[] {290}, Kind.RUN)),
                new double[] {0, 60},
                new double[] {320, 290});
        AngleSearchFigure middle = search(new Way(30, new double[] {40}, new double[] {0.3}, Kind.BEST));
        for (double width : new double[] {280, 480}) {
            double whole = end.height(width, Figure.Canvas.VECTOR);
            assertEquals(whole, search().height(width, Figure.Canvas.VECTOR));
            assertEquals(whole, middle.height(width, Figure.Canvas.VECTOR));
        }
    }

    @Test
    void whatStartsLeaveUnexplainedAndTheObjectiveAreColumnsOfTheirOwn() {
        AngleSearchFigure figure = new AngleSearchFigure(
                6,
                List.of(
                        new Way(100, new double[] {101}, new double[] {0.4}, Kind.TRIED),
                        new Way(30, new double[] {40, 60}, new double[] {0.3, 0.2}, Kind.BEST),
                        new Way(60, new double[] {61}, new double[] {290}, Kind.RUN)),
                new double[] {0, 60},
                new double[] {320, 290});
        assertEquals("""
                what,start,angle,unexplained,objective
                start,100.0,101.0,0.4,
                start,30.0,40.0,0.3,
                start,30.0,60.0,0.2,
                run,60.0,61.0,,290.0
                filters unchanged,,0.0,,320.0
                filters unchanged,,60.0,,290.0
                """, AngleCard.csv(figure));
    }
}
