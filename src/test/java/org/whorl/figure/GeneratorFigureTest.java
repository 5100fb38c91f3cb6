package org.whorl.figure;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.whorl.figure.AngleSearchFigure.Kind;
import org.whorl.figure.AngleSearchFigure.Way;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The pictures of a generator: the search for an angle, eigenvalues, and columns. */
class GeneratorFigureTest {
    private static final int BLUE = 0x2f6fb2;
    private static final int ORANGE = 0xd97a1f;
    private static final int GREEN = 0x1f7a6d;

    private static Way way(double start, double angle, double loss, Kind kind) {
        return new Way(start, new double[] {start, angle}, new double[] {loss + 3, loss}, kind);
    }

    private static AngleSearchFigure search(double best) {
        return new AngleSearchFigure(
                6,
                List.of(way(100, 101, 12, Kind.TRIED), way(30, best, 10, Kind.BEST), way(best, best, 9.5, Kind.RUN)),
                new double[] {0, 60, 120, 180},
                new double[] {20, 9.5, 13, 20});
    }

    /** Where a colour is, in the mean over its pixels, in points. */
    private static double[] middle(Figure figure, int width, int rgb) {
        BufferedImage image = figure.toImage(new FigureOptions(2 * width, 144, Theme.LIGHT, false, Map.of()));
        double x = 0;
        double y = 0;
        int count = 0;
        for (int row = 0; row < image.getHeight(); row++) {
            for (int column = 0; column < image.getWidth(); column++) {
                if ((image.getRGB(column, row) & 0xffffff) == rgb) {
                    x += column;
                    y += row;
                    count++;
                }
            }
        }
        assertTrue(count > 0, Integer.toHexString(rgb) + " is nowhere");
        return new double[] {x / count / 2, y / count / 2};
    }

    @Test
    void theBestStartIsNamedWithWhereItCameTo() {
        String words = search(61.2).description();
        assertTrue(words.contains("From 2 starts"), words);
        assertTrue(words.contains("the lowest, from 30°, is at 61.2° with 10 unexplained"), words);
        assertTrue(words.contains("with these filters the objective is lowest at 60°"), words);
        assertTrue(words.contains("close at multiples of 60°"), words);
    }

    @Test
    void anAngleAbove180IsDrawnWhereItsOppositeIs() {
        assertEquals(60, AngleFrame.folded(300), 1e-9);
        assertEquals(60, AngleFrame.folded(-60), 1e-9);
        assertEquals(180, AngleFrame.folded(180), 1e-9);
        assertEquals(middle(search(60), 330, GREEN)[0], middle(search(300), 330, GREEN)[0], 0.5);
    }

    @Test
    void theRunsPointLiesFurtherRightAtALargerAngle() {
        assertTrue(middle(search(120), 330, GREEN)[0] > middle(search(60), 330, GREEN)[0] + 40);
    }

    @Test
    void aValleyThatRisesToTheSkyLeavesTheRunVisible() {
        AngleSearchFigure steep = new AngleSearchFigure(
                6,
                List.of(way(100, 101, 0.4, Kind.TRIED), way(30, 60, 0.2, Kind.BEST), way(60, 60, 12, Kind.RUN)),
                new double[] {0, 30, 60, 90, 120, 150, 180},
                new double[] {1e6, 11, 10, 11, 13, 11, 1e6});
        assertTrue(middle(steep, 330, GREEN)[1] < steep.height(330, Figure.Canvas.VECTOR) / 2, "not all at the bottom");
    }

    @Test
    void startsThatAreComparedByAShareHaveAnAxisOfTheirOwn() {
        AngleSearchFigure figure = new AngleSearchFigure(
                6,
                List.of(way(100, 101, 0.4, Kind.TRIED), way(30, 60, 0.2, Kind.BEST), way(60, 60, 290, Kind.RUN)),
                new double[] {0, 60, 180},
                new double[] {320, 290, 320});
        assertTrue(figure.description().contains("with 0.2 unexplained"), figure.description());
        double height = figure.height(330, Figure.Canvas.VECTOR);
        for (int rgb : new int[] {ORANGE, GREEN, BLUE}) {
            double y = middle(figure, 330, rgb)[1];
            assertTrue(y > 20 && y < height - 20, Integer.toHexString(rgb) + " at " + y);
        }
    }

    @Test
    void waysNeedAValueForEachAngle() {
        assertThrows(
                IllegalArgumentException.class, () -> new Way(3, new double[] {1, 2}, new double[] {1}, Kind.TRIED));
        assertThrows(
                IllegalArgumentException.class,
                () -> new AngleSearchFigure(6, List.of(), new double[] {1}, new double[0]));
    }

    @Test
    void eigenvaluesAtTheRootsAreNoneAwayFromThem() {
        List<SpectrumFigure.Value> values = IntStream.rangeClosed(0, 3)
                .mapToObj(k -> new SpectrumFigure.Value(k * Math.PI / 3, k % 3 != 0, 1))
                .toList();
        SpectrumFigure figure = new SpectrumFigure(values, OptionalInt.of(6));
        assertEquals(0, figure.distance(6), 1e-9);
        assertEquals(15, figure.distance(4), 1e-9);
        assertTrue(figure.description().startsWith("6 eigenvalues"), figure.description());
        assertTrue(figure.description().contains("0.00° from the nearest of the 6 roots"), figure.description());
    }

    @Test
    void anEigenvalueIsDrawnAtItsAngleCounterClockwiseFromTheRight() {
        double[] place = middle(
                new SpectrumFigure(List.of(new SpectrumFigure.Value(Math.PI, false, 1)), OptionalInt.of(2)),
                200,
                ORANGE);
        assertEquals(100, place[1], 1.5, "roots at both ends of the horizontal");
    }

    @Test
    void aMarkedColumnIsOrangeAndStandsAtItsPlace() {
        List<ColumnsFigure.Column> columns = IntStream.rangeClosed(1, 10)
                .mapToObj(n -> new ColumnsFigure.Column(Integer.toString(n), n == 8 ? 0.4 : 1, n == 8))
                .toList();
        Figure figure = new ColumnsFigure("Columns", "Of 10.", columns);
        double[] marked = middle(figure, 228, ORANGE);
        assertEquals(28 + 200 * 0.75, marked[0], 2);
        assertTrue(marked[1] > middle(figure, 228, BLUE)[1], "lower than the others, as it is smaller");
    }
}
