package org.whorl.ui.view.generator;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.whorl.figure.AngleSearchFigure;
import org.whorl.figure.AngleSearchFigure.Kind;
import org.whorl.figure.AngleSearchFigure.Way;

import static org.junit.jupiter.api.Assertions.assertEquals;

class AngleCardTest {
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
